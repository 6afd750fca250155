import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ClaimReview } from "../api/types.ts";
import { Section } from "../ui/Section.tsx";
import type { Decision, LineChoice } from "./decision.ts";
import { amountsByKey } from "./line-keys.ts";
import { papersOf } from "./papers-of.ts";
import { ReviewLine } from "./ReviewLine.tsx";
import classes from "./Reviews.module.css";

interface LinesSectionProps {
  review: ClaimReview;
  decision: Decision;
  editable: boolean;
  onChoose: (line: string, choice: LineChoice) => void;
  /** Shows the paper of some lines beside them. */
  onShow: (fileId: string) => void;
}

/** The lines by invoice: claimed, what the rules leave, and the reviewer's own amount with its reason. */
export function LinesSection({ review, decision, editable, onChoose, onShow }: LinesSectionProps) {
  const { t } = useLingui();
  const reasons = review.reasonCodes.filter((reason) => reason.usedFor.includes("cut"));
  const hint = editable ? (
    <Trans>Enter and the arrow keys go from amount to amount.</Trans>
  ) : review.claim.abilities["open"]?.allowed ? (
    <Trans>Start the review to set amounts of your own.</Trans>
  ) : undefined;
  return (
    <Section title={t`Lines`} hint={hint}>
      <div className={classes.lines} ref={amountsByKey}>
        <div className={`${classes.line} ${classes.lineHead}`} aria-hidden>
          <span>
            <Trans>Claimed</Trans>
          </span>
          <span>
            <Trans>Eligible</Trans>
          </span>
          <span>{editable ? <Trans>My amount</Trans> : <Trans>Approved</Trans>}</span>
        </div>
        {papersOf(decision.lines).map(({ from, fileId, lines }) => (
          <section key={lines[0]?.line.id} aria-label={from}>
            <div className={classes.paper}>
              <span>{from}</span>
              {fileId && (
                <Button variant="subtle" size="compact-xs" aria-label={t`Show ${from}`} onClick={() => onShow(fileId)}>
                  <Trans>Show</Trans>
                </Button>
              )}
            </div>
            {lines.map((decided) => (
              <ReviewLine
                key={decided.line.id}
                claim={review.claim}
                decided={decided}
                reasons={reasons}
                editable={editable}
                onChoose={(choice) => onChoose(decided.line.id, choice)}
              />
            ))}
          </section>
        ))}
      </div>
    </Section>
  );
}
