import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./PageHeader.module.css";

interface PageHeaderProps {
  title: string;
  /** One line that says what the page is. */
  children?: ReactNode;
  /** At most one primary button. */
  action?: ReactNode;
  /** Small line above the title: a number, a way back. */
  above?: ReactNode;
}

/** The head of every page: title, one line, at most one primary button. Also names the browser's tab. */
export function PageHeader({ title, children, action, above }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Fundproof`;
  }, [title]);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {above && <div className={classes.above}>{above}</div>}
        <Title order={1}>{title}</Title>
        {children && (
          <Text component="div" c="dimmed" mt={4}>
            {children}
          </Text>
        )}
      </div>
      {action && <Group className="fp-no-print">{action}</Group>}
    </header>
  );
}
