import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Plan } from "../api/types.ts";
import { InformationRequest } from "../conversations/InformationRequest.tsx";
import { useMe } from "../identity/me.ts";
import { DateText } from "../ui/DateText.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { StatusSentence } from "../ui/StatusSentence.tsx";
import { CampaignsSection } from "./CampaignsSection.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { PaymentsSection } from "./PaymentsSection.tsx";
import { PlanDecision } from "./PlanDecision.tsx";
import { PlanFacts } from "./PlanFacts.tsx";
import { PlanMoney } from "./PlanMoney.tsx";
import classes from "./Plans.module.css";
import { PlanComments, PlanHistory } from "./PlanTalk.tsx";
import { PlanTimeline } from "./PlanTimeline.tsx";
import { refreshPlan, stepPlan } from "./plans-api.ts";

/** A plan as a record: where it is, its limit and what is used of it, its activities with their proof, its history. */
export function PlanView({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const me = useMe();
  const waiting = plan.status === "submitted" || plan.status === "under_review";
  return (
    <>
      <PageHeader
        title={plan.name}
        above={
          <>
            <Link to="/plans">
              <Trans>Plans</Trans>
            </Link>{" "}
            · {plan.number}
          </>
        }
        action={
          me.side === "vendor" && plan.round > 0 ? (
            <Button
              component={Link}
              to={`/reviews/${plan.id.replace(/^pln_/, "rev_")}`}
              variant={waiting ? "filled" : "default"}
            >
              {waiting ? <Trans>Review</Trans> : <Trans>To the review</Trans>}
            </Button>
          ) : (
            <BackToEditing plan={plan} />
          )
        }
      >
        <StatusSentence
          face={plan.face}
          dueSide={plan.dueSide}
          dueOn={plan.dueOn}
          reader={me.side}
          partner={plan.partner.name}
        />
      </PageHeader>
      <div className={classes.page}>
        <div className={classes.stack}>
          {plan.informationRequest && <InformationRequest request={plan.informationRequest} dueOn={plan.dueOn} />}
          <PlanDecision plan={plan} />
          {plan.money && <PlanMoney plan={plan} money={plan.money} />}
          <CampaignsSection plan={plan} />
          <PlanTimeline plan={plan} />
          <PaymentsSection plan={plan} />
          <PlanComments plan={plan} />
        </div>
        <div className={classes.stack}>
          <NextSteps plan={plan} />
          <PlanFacts plan={plan} title={t`Details`} />
          <PlanHistory plan={plan} />
        </div>
      </div>
    </>
  );
}

/** A rejected plan goes back to editing as long as the program lets it be submitted again. */
function BackToEditing({ plan }: { plan: Plan }) {
  const resume = useMutation({
    mutationFn: () => stepPlan(plan.id, "editing"),
    onSuccess: () => refreshPlan(plan.id),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  if (plan.status !== "rejected") return null;
  return (
    <div>
      <ExplainedButton ability={plan.abilities["resume"]} loading={resume.isPending} onClick={() => resume.mutate()}>
        <Trans>Back to editing</Trans>
      </ExplainedButton>
      <Text size="xs" c="dimmed" mt={4}>
        <Trans>
          until <DateText day={plan.resubmissionUntil} deadline />
        </Trans>
      </Text>
    </div>
  );
}
