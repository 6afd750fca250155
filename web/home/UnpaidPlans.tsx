import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { UnpaidPlan } from "../api/types.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Home.module.css";

/** Approved plans whose money comes before their proof, and has not come yet. */
export function UnpaidPlans({ plans }: { plans: readonly UnpaidPlan[] | undefined }) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Plans to be paid`}
      hint={<Trans>Approved, paid ahead of their proof, and not paid in full.</Trans>}
    >
      {!plans && <Skeleton height={90} />}
      {plans?.length === 0 && (
        <Text c="dimmed">
          <Trans>No plan waits for its payment.</Trans>
        </Text>
      )}
      <ul className={classes.list}>
        {plans?.map((plan) => (
          <li key={plan.id} className={classes.row}>
            <div className={classes.words}>
              <Link to="/plans/$id" params={{ id: plan.id }} className={classes.link}>
                {plan.name}
              </Link>
              <div className={classes.sub}>
                {plan.number} · {plan.partnerName}, {plan.locationName}
              </div>
            </div>
            <div className={classes.side}>
              <MoneyText value={plan.toPay} strong />
              <span className={classes.sub}>
                <Trans>
                  of <MoneyText value={plan.approvedAmount} currency="plain" />
                </Trans>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
