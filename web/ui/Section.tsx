import { Group, Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Section.module.css";

interface SectionProps {
  title: string;
  /** One line below the title. */
  hint?: ReactNode;
  action?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** A titled card of a page. */
export function Section({ title, hint, action, id, children }: SectionProps) {
  return (
    <Paper component="section" className={classes.section} id={id} aria-label={title}>
      <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
        <div className={classes.words}>
          <Title order={2}>{title}</Title>
          {hint && (
            <Text size="sm" c="dimmed" component="div">
              {hint}
            </Text>
          )}
        </div>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
