import { Trans, useLingui } from "@lingui/react/macro";
import type { Plan } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Plans.module.css";

/** What happens next with a plan, who does it and by when; in the order in which it comes. */
export function NextSteps({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const me = useMe();
  const steps = useSteps(plan);
  if (me.side !== "partner" || steps.length === 0) return null;
  return (
    <Section title={t`What happens next`}>
      <ol className={classes.steps}>{steps}</ol>
    </Section>
  );
}

function useSteps(plan: Plan) {
  const after = plan.poeTiming === "after-payment";
  const proofUntil = plan.funds.map(({ proofDeadline, expiresOn }) => (after ? proofDeadline : expiresOn)).sort()[0];
  const prove = (
    <li key="prove">
      {proofUntil ? (
        <Trans>
          You do the work and prove it, activity by activity, the first of it until{" "}
          <DateText day={proofUntil} deadline />.
        </Trans>
      ) : (
        <Trans>You do the work and prove it, activity by activity.</Trans>
      )}
    </li>
  );
  const pay = (
    <li key="pay">
      {after ? (
        <Trans>
          The vendor pays within the limit, ahead of your proof. What is not proven in time is demanded back.
        </Trans>
      ) : (
        <Trans>The vendor decides on each claim and pays what is approved.</Trans>
      )}
    </li>
  );
  const inOrder = after ? [pay, prove] : [prove, pay];
  switch (plan.status) {
    case "submitted":
    case "under_review":
      return [
        <li key="decide">
          <Trans>
            {plan.reviewer.name} decides by <DateText day={plan.dueOn} deadline kind="business" />. The plan may be
            approved for less, or come back to you with a question.
          </Trans>
        </li>,
        ...inOrder,
      ];
    case "approved":
      return [
        ...inOrder,
        <li key="end">
          <Trans>
            When all proof is decided and the last date has passed, the plan is closed. The limit is{" "}
            <MoneyText value={plan.approvedAmount} />.
          </Trans>
        </li>,
      ];
    case "rejected":
      return [
        <li key="again">
          <Trans>
            You can take it back to editing and submit it again until <DateText day={plan.resubmissionUntil} deadline />
            .
          </Trans>
        </li>,
      ];
    case "editing":
    case "action_required":
    case "cancelled":
    case "expired":
    case "closed":
      return [];
  }
}
