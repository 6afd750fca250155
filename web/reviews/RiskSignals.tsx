import { useLingui } from "@lingui/react/macro";
import { Tooltip, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconFlag, IconInfoCircle } from "@tabler/icons-react";
import type { Risk } from "../api/types.ts";
import { wordOf } from "../i18n/server-words.ts";
import { codeInWords } from "../programs/programs-api.ts";
import classes from "./Reviews.module.css";

const ICONS = { high: IconFlag, warn: IconAlertTriangle, info: IconInfoCircle } as const;

/** What deserves a second look, as small labels; the whole sentence on hover and focus, or below each where there is room. */
export function RiskSignals({ signals, whole = false }: { signals: readonly Risk[]; whole?: boolean }) {
  const { t } = useLingui();
  if (signals.length === 0) return whole ? null : <span className={classes.sub}>–</span>;
  return (
    <ul className={classes.risks} data-whole={whole || undefined} aria-label={t`Signals`}>
      {signals.map((signal) => {
        const Icon = ICONS[signal.level];
        const label = (
          <>
            <Icon size={15} aria-hidden /> {whole ? wordOf(signal.message) : codeInWords(signal.code)}
          </>
        );
        return (
          <li key={signal.code} data-level={signal.level}>
            {whole ? (
              <span className={classes.risk}>{label}</span>
            ) : (
              <Tooltip label={wordOf(signal.message)}>
                <button type="button" className={classes.risk}>
                  {label}
                  <VisuallyHidden>: {wordOf(signal.message)}</VisuallyHidden>
                </button>
              </Tooltip>
            )}
          </li>
        );
      })}
    </ul>
  );
}
