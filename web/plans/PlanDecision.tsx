import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Plan } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Plans.module.css";

/** What the vendor decided, for how much, and why. */
export function PlanDecision({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const { decision, approvedAmount } = plan;
  if (!decision) return null;
  const approved = decision.kind === "approved";
  const lower = approvedAmount !== null && approvedAmount.amount !== plan.plannedAmount.amount;
  return (
    <Section title={approved ? t`Approved` : t`Rejected`}>
      {approved && (
        <div className={classes.money}>
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Limit</Trans>
            </Text>
            <MoneyText value={approvedAmount} size="large" />
          </div>
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Planned</Trans>
            </Text>
            <MoneyText value={plan.plannedAmount} />
          </div>
        </div>
      )}
      {approved && lower && !decision.reason && (
        <Text size="sm">
          <Trans>Approved for less than was planned.</Trans>
        </Text>
      )}
      {decision.reason && <Text fw={550}>{decision.reason}</Text>}
      {decision.comment && <Text style={{ whiteSpace: "pre-wrap" }}>{decision.comment}</Text>}
      {decision.whatToDo && !approved && <Text>{decision.whatToDo}</Text>}
      <Text size="sm" c="dimmed" mt="xs">
        {decision.by}, {momentInWords(decision.at)}
      </Text>
    </Section>
  );
}
