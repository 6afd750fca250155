import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Plan } from "../../api/types.ts";
import classes from "../../plans/Plans.module.css";
import { fewPlansQuery } from "../../plans/plans-api.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";

/** Other plans of the same location: how it stands, and what it kept to. */
export function EarlierPlans({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const plans = useQuery(fewPlansQuery({ location: plan.location.id, sort: "-updatedAt" }, 6));
  const others = plans.data?.items.filter(({ id }) => id !== plan.id) ?? [];
  return (
    <Section title={t`Other plans of ${plan.location.name}`}>
      {plans.data && others.length === 0 && (
        <Text c="dimmed" size="sm">
          <Trans>This is its first plan.</Trans>
        </Text>
      )}
      <ul className={classes.claims}>
        {others.map((other) => (
          <li key={other.id}>
            <Link to="/plans/$id" params={{ id: other.id }}>
              {other.name}
              <Text size="xs" c="dimmed">
                {other.number} · {other.period.code}
              </Text>
            </Link>
            <Group gap="sm">
              <MoneyText value={other.approvedAmount ?? other.plannedAmount} />
              <StatusBadge face={other.face} />
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
