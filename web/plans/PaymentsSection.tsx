import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import type { Plan } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import { PayPlanDialog } from "./PayPlanDialog.tsx";
import classes from "./Plans.module.css";

/** What was paid under a plan ahead of its proof; the vendor's finance posts it here. */
export function PaymentsSection({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const [paying, setPaying] = useState(false);
  if (plan.poeTiming !== "after-payment" || plan.approvedAmount === null) return null;
  const pay = plan.abilities["pay"];
  const action =
    pay?.allowed === true ? (
      <Button variant="default" onClick={() => setPaying(true)}>
        <Trans>Post a payment…</Trans>
      </Button>
    ) : pay && pay.reason !== "role-missing" ? (
      <ExplainedButton variant="default" ability={pay} onClick={() => undefined}>
        <Trans>Post a payment…</Trans>
      </ExplainedButton>
    ) : undefined;
  return (
    <Section title={t`Payments`} hint={<Trans>Paid ahead of the proof, within the limit.</Trans>} action={action}>
      {plan.payments.length === 0 ? (
        <Text c="dimmed">
          <Trans>Nothing was paid yet.</Trans>
        </Text>
      ) : (
        <ul className={classes.claims}>
          {plan.payments.map((payment) => (
            <li key={payment.id}>
              <span>
                <DateText day={payment.paidOn} /> · {payment.reference}
                <Text size="xs" c="dimmed">
                  {payment.usagePeriod}
                  {payment.note && <> · {payment.note}</>}
                </Text>
              </span>
              <MoneyText value={payment.amount} strong />
            </li>
          ))}
        </ul>
      )}
      {paying && <PayPlanDialog plan={plan} onClose={() => setPaying(false)} />}
    </Section>
  );
}
