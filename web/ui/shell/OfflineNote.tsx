import { Trans } from "@lingui/react/macro";
import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import classes from "./Shell.module.css";

/** Says that there is no connection, for as long as there is none. */
export function OfflineNote() {
  const { online } = useNetwork();
  return (
    <output>
      {!online && (
        <span className={classes.offline}>
          <IconCloudOff size={16} aria-hidden />
          <Trans>No connection. What you type is kept in this browser.</Trans>
        </span>
      )}
    </output>
  );
}
