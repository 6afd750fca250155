import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ClaimReview } from "../api/types.ts";
import { ClaimFacts } from "../claims/ClaimFacts.tsx";
import { Comments } from "../claims/Comments.tsx";
import { findingsQuery } from "../claims/claims-api.ts";
import { costLines } from "../claims/cost-lines.ts";
import { History } from "../claims/History.tsx";
import { MetricsList } from "../claims/MetricsList.tsx";
import { useMe } from "../identity/me.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { StatusSentence } from "../ui/StatusSentence.tsx";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import { Assignment } from "./Assignment.tsx";
import { DecisionBar } from "./DecisionBar.tsx";
import { DocumentPane } from "./DocumentPane.tsx";
import type { Choices } from "./decision.ts";
import { decide } from "./decision.ts";
import { filesOf } from "./files-of.ts";
import { LinesSection } from "./LinesSection.tsx";
import { PlanReviewPage } from "./plan/PlanReviewPage.tsx";
import { ReviewChecklist } from "./ReviewChecklist.tsx";
import classes from "./Reviews.module.css";
import { RiskSignals } from "./RiskSignals.tsx";
import { reviewQuery } from "./reviews-api.ts";
import { useReviewKeys } from "./use-review-keys.ts";

const NOTHING: { choices: Choices } = { choices: {} };

/** The desk for whatever is to be decided. */
export function ReviewPage({ id }: { id: string }) {
  const { data: review } = useSuspenseQuery(reviewQuery(id));
  const { claim, plan } = review;
  if (plan) return <PlanReviewPage review={review} plan={plan} />;
  return claim && <ClaimDesk review={{ ...review, claim }} />;
}

/** The desk for a claim: documents beside lines and checklist, and the decision that shows its amount before it is sent. */
function ClaimDesk({ review }: { review: ClaimReview }) {
  const { t } = useLingui();
  const me = useMe();
  const { claim } = review;
  const assessment = useQuery(findingsQuery(claim.id));
  const [{ choices }, change] = useStoredDraft(`${me.id}.review.${claim.id}.${claim.round}`, NOTHING);
  const [shown, setShown] = useState(0);
  const files = filesOf(claim, assessment.data?.checklist ?? []);
  const lines = costLines(claim);
  const judged = new Map(assessment.data?.lines.map((line) => [line.id, line.eligibleAmount]));
  const claimed = claim.amountClaimed ?? review.amount;
  const decision = decide(lines, (line) => judged.get(line), choices, claimed);
  const open = claim.abilities["approve"]?.allowed === true;
  const show = (file: string): void =>
    setShown(
      Math.max(
        0,
        files.findIndex((one) => one.id === file),
      ),
    );
  const step = (by: number): void =>
    setShown((now) => (files.length === 0 ? 0 : (now + by + files.length) % files.length));
  const keys = useReviewKeys({ next: review.next, onStep: step });
  return (
    <div data-wide>
      <PageHeader
        title={claim.name}
        above={
          <>
            <Link to="/reviews">
              <Trans>Reviews</Trans>
            </Link>{" "}
            ·{" "}
            <Link to="/claims/$id" params={{ id: claim.id }}>
              {claim.number}
            </Link>
          </>
        }
        action={<Assignment review={review} decided={claim.decision !== null} />}
      >
        <StatusSentence
          face={review.face}
          dueSide={claim.dueSide}
          dueOn={claim.dueOn}
          reader="vendor"
          partner={claim.partner.name}
        />
      </PageHeader>
      <div className={classes.desk}>
        <DocumentPane files={files} shown={shown} onShow={setShown} />
        <div className={classes.stack}>
          <RiskSignals signals={review.risk} whole />
          <ClaimFacts claim={claim} title={t`The claim`} />
          <LinesSection
            review={review}
            decision={decision}
            editable={open}
            onShow={show}
            onChoose={(line, choice) => change({ choices: { ...choices, [line]: { ...choices[line], ...choice } } })}
          />
          <ReviewChecklist
            claim={claim}
            findings={review.findings}
            checklist={assessment.data?.checklist}
            personId={me.id}
            onShow={show}
          />
          <MetricsList claim={claim} checklist={assessment.data?.checklist ?? []} />
          <Comments claim={claim} />
          <History claimId={claim.id} />
        </div>
      </div>
      <DecisionBar review={review} decision={decision} keys={keys} />
    </div>
  );
}
