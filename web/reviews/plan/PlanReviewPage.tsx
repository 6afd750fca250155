import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan, Review } from "../../api/types.ts";
import { CampaignsSection } from "../../plans/CampaignsSection.tsx";
import { PlanDecision } from "../../plans/PlanDecision.tsx";
import { PlanFacts } from "../../plans/PlanFacts.tsx";
import { PlanMoney } from "../../plans/PlanMoney.tsx";
import classes from "../../plans/Plans.module.css";
import { PlanComments, PlanHistory } from "../../plans/PlanTalk.tsx";
import { PlanTimeline } from "../../plans/PlanTimeline.tsx";
import { partAt } from "../../plans/plan-parts.ts";
import { FindingsList } from "../../ui/FindingsList.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusSentence } from "../../ui/StatusSentence.tsx";
import { Assignment } from "../Assignment.tsx";
import { RiskSignals } from "../RiskSignals.tsx";
import { useReviewKeys } from "../use-review-keys.ts";
import { EarlierPlans } from "./EarlierPlans.tsx";
import { PlanDecisionBar } from "./PlanDecisionBar.tsx";

/** The desk for a plan: what is planned beside what the rules find, and the decision that shows its amount before it is sent. */
export function PlanReviewPage({ review, plan }: { review: Review; plan: Plan }) {
  const { t } = useLingui();
  const keys = useReviewKeys({ next: review.next, onStep: () => undefined });
  const [item, setItem] = useState<string>();
  const mayAsk = plan.abilities["requestInformation"]?.allowed === true;
  return (
    <div data-wide>
      <PageHeader
        title={plan.name}
        above={
          <>
            <Link to="/reviews">
              <Trans>Reviews</Trans>
            </Link>{" "}
            ·{" "}
            <Link to="/plans/$id" params={{ id: plan.id }}>
              {plan.number}
            </Link>
          </>
        }
        action={<Assignment review={review} decided={plan.decision !== null} />}
      >
        <StatusSentence
          face={review.face}
          dueSide={plan.dueSide}
          dueOn={plan.dueOn}
          reader="vendor"
          partner={plan.partner.name}
        />
      </PageHeader>
      <div className={classes.page}>
        <div className={classes.stack}>
          <RiskSignals signals={review.risk} whole />
          <PlanDecision plan={plan} />
          {plan.money && <PlanMoney plan={plan} money={plan.money} />}
          <CampaignsSection
            plan={plan}
            actionFor={(part) =>
              mayAsk && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    setItem(part.id);
                    keys.setDialog("request");
                  }}
                >
                  <Trans>Ask about it…</Trans>
                </Button>
              )
            }
          />
          <PlanTimeline plan={plan} />
        </div>
        <div className={classes.stack}>
          <Section title={t`Checklist`} hint={<Trans>What the rules found.</Trans>}>
            <FindingsList
              sources
              jumps={false}
              findings={review.findings}
              placeOf={(field) => partAt(plan, field).words}
              complete={t`The rules find nothing against this plan.`}
            />
          </Section>
          <PlanFacts plan={plan} title={t`The plan`} />
          <EarlierPlans plan={plan} />
          <PlanComments plan={plan} />
          <PlanHistory plan={plan} />
        </div>
      </div>
      <PlanDecisionBar key={plan.round} review={review} plan={plan} keys={keys} item={item} />
    </div>
  );
}
