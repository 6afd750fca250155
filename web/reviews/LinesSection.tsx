import { Trans, useLingui } from "@lingui/react/macro";
import type { Review } from "../api/types.ts";
import { Section } from "../ui/Section.tsx";
import type { Decision, LineChoice } from "./decision.ts";
import { ReviewLine } from "./ReviewLine.tsx";
import classes from "./Reviews.module.css";

interface LinesSectionProps {
  review: Review;
  decision: Decision;
  editable: boolean;
  onChoose: (line: string, choice: LineChoice) => void;
}

/** The lines: claimed, what the rules leave, and the reviewer's own amount with its reason. */
export function LinesSection({ review, decision, editable, onChoose }: LinesSectionProps) {
  const { t } = useLingui();
  const reasons = review.reasonCodes.filter((reason) => reason.usedFor.includes("cut"));
  return (
    <Section title={t`Lines`}>
      <div className={classes.lines}>
        <div className={`${classes.line} ${classes.lineHead}`} aria-hidden>
          <span>
            <Trans>Cost</Trans>
          </span>
          <span className={classes.right}>
            <Trans>Claimed</Trans>
          </span>
          <span className={classes.right}>
            <Trans>Eligible</Trans>
          </span>
          <span className={classes.right}>
            <Trans>My amount</Trans>
          </span>
        </div>
        {decision.lines.map((decided) => (
          <ReviewLine
            key={decided.line.id}
            claim={review.claim}
            decided={decided}
            reasons={reasons}
            editable={editable}
            onChoose={(choice) => onChoose(decided.line.id, choice)}
          />
        ))}
      </div>
    </Section>
  );
}
