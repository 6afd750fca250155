import { useLingui } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import classes from "./Shell.module.css";
import { unreadQuery } from "./unread.ts";

/** From here on the number itself says nothing more. */
const MANY = 99;

/** The bell with the number of what is not yet read. */
export function BellFace({ className, ...props }: ComponentProps<"button">) {
  const { t } = useLingui();
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const label = unread === 0 ? t`Notifications` : t`Notifications, ${unread} unread`;
  return (
    <UnstyledButton className={`${classes.bell} ${className ?? ""}`} aria-label={label} {...props}>
      <IconBell size={20} stroke={1.7} aria-hidden />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > MANY ? `${MANY}+` : unread}
        </span>
      )}
    </UnstyledButton>
  );
}
