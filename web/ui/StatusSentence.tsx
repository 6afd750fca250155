import { Trans } from "@lingui/react/macro";
import type { DueSide, Face, Side } from "../api/types.ts";
import { dayInWords, today } from "../i18n/format.ts";
import { useDistance } from "../i18n/use-distance.ts";
import { StatusBadge } from "./StatusBadge.tsx";
import classes from "./StatusSentence.module.css";

interface StatusSentenceProps {
  face: Face;
  dueSide: DueSide | null;
  dueOn: string | null;
  /** Who reads. */
  reader: Side;
  /** Name of the partner, for the vendor's reader. */
  partner?: string | undefined;
}

/** Where a thing is, who has it and by when, in one line (docs/screens.md, "Status always answers three things"). */
export function StatusSentence({ face, dueSide, dueOn, reader, partner }: StatusSentenceProps) {
  const distance = useDistance();
  const day = dueOn ? dayInWords(dueOn, "weekday") : null;
  const far = dueOn ? distance(dueOn, dueSide === "vendor" ? "business" : "calendar") : null;
  const late = dueOn !== null && dueOn < today();
  return (
    <p className={classes.sentence}>
      <StatusBadge face={face} />
      <span>
        {dueSide &&
          (dueSide === reader ? (
            <Trans>With you</Trans>
          ) : reader === "partner" ? (
            <Trans>At the vendor</Trans>
          ) : (
            <Trans>At {partner ?? "the partner"}</Trans>
          ))}
        {day && (
          <>
            {late ? (
              <span className={classes.late}>
                <Trans>
                  , overdue since <strong>{day}</strong>
                </Trans>
              </span>
            ) : dueSide === reader ? (
              <Trans>
                , due <strong>{day}</strong>
              </Trans>
            ) : (
              <Trans>
                , answer due <strong>{day}</strong>
              </Trans>
            )}
            <span className={classes.far}> ({far})</span>
          </>
        )}
      </span>
    </p>
  );
}
