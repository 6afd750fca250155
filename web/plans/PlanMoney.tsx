import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { MoneyOnWire, Plan } from "../api/types.ts";
import { amountInWords } from "../i18n/format.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import { type BarPart, StackedBar } from "../ui/StackedBar.tsx";
import classes from "./Plans.module.css";

type Money = NonNullable<Plan["money"]>;

/** The limit of a plan and what is used of it; where proof follows the money, what of it is still to be proven. */
export function PlanMoney({ plan, money }: { plan: Plan; money: Money }) {
  const { t } = useLingui();
  const after = plan.poeTiming === "after-payment";
  const inWords = (value: MoneyOnWire): string => `${amountInWords(value.amount, value.currency)} ${value.currency}`;
  const use: BarPart[] = [
    { key: "approved", label: t`Approved`, tone: "approved", value: money.approved },
    { key: "claimed", label: t`Waiting for a decision`, tone: "reserved", value: money.claimed },
    { key: "left", label: t`Left of the limit`, tone: "left", value: money.left },
  ];
  const paid: BarPart[] = [
    { key: "proven", label: t`Proven`, tone: "approved", value: money.proven },
    { key: "unproven", label: t`Still to be proven`, tone: "needs", value: money.unproven },
    { key: "back", label: t`Demanded back`, tone: "gone", value: money.demandedBack },
  ];
  const hasPaid = after && !/^0(\.0+)?$/.test(money.paid.amount);
  return (
    <Section
      title={after ? t`What is proven` : t`What is used`}
      hint={
        after ? (
          <Trans>The vendor pays first; your proof follows, activity by activity.</Trans>
        ) : (
          <Trans>You prove what you did, then the vendor pays.</Trans>
        )
      }
    >
      <StackedBar
        parts={use}
        text={t`Of the limit, ${inWords(money.approved)} approved, ${inWords(money.claimed)} waiting for a decision, ${inWords(money.left)} left.`}
      />
      {after && (
        <div style={{ marginTop: 18 }}>
          <div className={classes.money}>
            <div>
              <Text size="sm" c="dimmed">
                <Trans>Paid so far</Trans>
              </Text>
              <MoneyText value={money.paid} size="large" />
            </div>
          </div>
          {hasPaid ? (
            <StackedBar
              parts={paid}
              text={t`Of what was paid, ${inWords(money.proven)} proven, ${inWords(money.unproven)} still to be proven.`}
            />
          ) : (
            <Text size="sm" c="dimmed">
              <Trans>Nothing was paid yet. Proof can be handed in already.</Trans>
            </Text>
          )}
        </div>
      )}
      {plan.funds.length > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {plan.funds.map((fund) => (
            <span key={fund.id} style={{ display: "block" }}>
              {after ? (
                <Trans>
                  {fund.usagePeriod}: proof until <DateText day={fund.proofDeadline} deadline />
                </Trans>
              ) : (
                <Trans>
                  {fund.usagePeriod}: claims until <DateText day={fund.expiresOn} deadline />
                </Trans>
              )}
            </span>
          ))}
        </Text>
      )}
    </Section>
  );
}
