import { Trans } from "@lingui/react/macro";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from "@tabler/icons-react";
import { clockInWords } from "../i18n/format.ts";
import type { SaveState } from "./autosaver.ts";
import classes from "./SaveIndicator.module.css";

/** Saving, visible and boring: "Saved 10:42". */
export function SaveIndicator({ state }: { state: SaveState }) {
  return (
    <output className={classes.indicator} data-kind={state.kind}>
      {state.kind === "saved" && (
        <>
          <IconCheck size={15} aria-hidden />{" "}
          {state.at ? <Trans>Saved {clockInWords(state.at)}</Trans> : <Trans>Saved</Trans>}
        </>
      )}
      {(state.kind === "waiting" || state.kind === "saving") && (
        <>
          <IconLoader2 size={15} aria-hidden className={classes.turning} /> <Trans>Saving…</Trans>
        </>
      )}
      {state.kind === "offline" && (
        <>
          <IconCloudOff size={15} aria-hidden /> <Trans>No connection. Kept in this browser, saved later.</Trans>
        </>
      )}
      {state.kind === "conflict" && (
        <>
          <IconAlertTriangle size={15} aria-hidden /> <Trans>Not saved: changed by somebody else too</Trans>
        </>
      )}
      {state.kind === "refused" && (
        <>
          <IconAlertTriangle size={15} aria-hidden /> <Trans>Not saved: {state.message}</Trans>
        </>
      )}
    </output>
  );
}
