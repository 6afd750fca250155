import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import { useMe } from "../../identity/me.ts";
import classes from "./Shell.module.css";

/** The button with the person and the organisation. */
export function PersonFace({ className, ...props }: ComponentProps<"button">) {
  const me = useMe();
  const initials = me.name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0])
    .join("")
    .toUpperCase();
  return (
    <UnstyledButton className={`${classes.person} ${className ?? ""}`} {...props}>
      <span className={classes.initials} aria-hidden>
        {initials}
      </span>
      <span className={classes.names}>
        <span className={classes.name}>{me.name}</span>
        <span className={classes.organisation}>{me.organisation.name}</span>
      </span>
      <IconChevronDown size={15} aria-hidden />
    </UnstyledButton>
  );
}
