import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Popover } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./HelpHint.module.css";

interface HelpHintProps {
  /** What is explained, for a screen reader: "the date". */
  about: string;
  /** Read only when somebody asks. */
  children: ReactNode;
}

/** A small "?" that opens a few sentences of help, by mouse and by keyboard; Escape closes it. */
export function HelpHint({ about, children }: HelpHintProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      position="bottom-start"
      shadow="md"
      withArrow
      returnFocus
      withinPortal={false}
      classNames={{ dropdown: classes.dropdown ?? "" }}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          radius="xl"
          className={classes.button ?? ""}
          aria-label={t`Help: ${about}`}
          onClick={() => setOpened(!opened)}
        >
          <IconHelpCircle size={17} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Help: ${about}`}>{opened && children}</Popover.Dropdown>
    </Popover>
  );
}

/** A field with its help in the corner above it, beside the label and not inside, so that the label stays the field's own. */
export function WithHelp({ help, children }: { help: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.field}>
      {children}
      <span className={classes.corner}>{help}</span>
    </div>
  );
}
