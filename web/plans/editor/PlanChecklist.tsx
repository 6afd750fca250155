import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { moneyOf, toWire } from "../../../src/money/money.ts";
import type { Plan, PlanAssessment } from "../../api/types.ts";
import { amountInWords } from "../../i18n/format.ts";
import { DateText } from "../../ui/DateText.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { FindingsList } from "../../ui/FindingsList.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { type BarPart, StackedBar } from "../../ui/StackedBar.tsx";
import classes from "../Plans.module.css";
import { partAt } from "../plan-parts.ts";

interface PlanChecklistProps {
  plan: Plan;
  assessment: PlanAssessment | undefined;
  error: unknown;
  onJump: (field: string) => void;
  /** Submitting: always in sight, beside the form or below it. */
  children: ReactNode;
}

/** What is missing until the plan can be submitted, live; what it comes to against the fund; and submitting it. */
export function PlanChecklist({ plan, assessment, error, onJump, children }: PlanChecklistProps) {
  const { t } = useLingui();
  const again = plan.round > 0;
  return (
    <aside className={classes.aside} aria-label={t`Checklist`}>
      <Paper p="md">
        <Title order={2} mb="xs">
          <Trans>Checklist</Trans>
        </Title>
        <div aria-live="polite">
          {error ? (
            <ErrorState error={error} />
          ) : assessment ? (
            <FindingsList
              findings={assessment.findings}
              placeOf={(field) => partAt(plan, field).words}
              onJump={onJump}
              complete={t`Everything is there. You can submit.`}
            />
          ) : (
            <Skeleton height={90} />
          )}
        </div>
      </Paper>
      <Paper p="md">
        <PlannedAgainstFund plan={plan} available={assessment?.available ?? null} />
        <Text size="sm" c="dimmed" mt="sm">
          {again ? (
            <Trans>
              It can be submitted again until <DateText day={plan.dueOn ?? plan.resubmissionUntil} deadline />.
            </Trans>
          ) : (
            <Trans>
              Plans of this year are taken until <DateText day={plan.firstSubmissionUntil} deadline />.
            </Trans>
          )}
        </Text>
        <div className={`${classes.submit} fp-no-print`}>{children}</div>
      </Paper>
    </aside>
  );
}

/** The running total of the plan, as a bar against what its funds hold. */
function PlannedAgainstFund({ plan, available }: { plan: Plan; available: Plan["plannedAmount"] | null }) {
  const { t } = useLingui();
  const planned = moneyOf(plan.plannedAmount.amount, plan.currency).minor;
  const held = available ? moneyOf(available.amount, available.currency).minor : 0n;
  const decimal = (minor: bigint) => toWire({ minor, currency: plan.currency });
  const parts: BarPart[] = available
    ? [
        { key: "planned", label: t`Planned`, tone: "left", value: decimal(planned < held ? planned : held) },
        { key: "left", label: t`Left in the fund`, tone: "gone", value: decimal(held > planned ? held - planned : 0n) },
        { key: "over", label: t`Above the fund`, tone: "needs", value: decimal(planned > held ? planned - held : 0n) },
      ]
    : [];
  const inWords = (value: Plan["plannedAmount"]) => `${amountInWords(value.amount, value.currency)} ${value.currency}`;
  return (
    <Stack gap={8}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          <Trans>You plan</Trans>
        </Text>
        <MoneyText value={plan.plannedAmount} strong />
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          <Trans>In the fund today</Trans>
        </Text>
        <MoneyText value={available} />
      </Group>
      {available && (
        <StackedBar
          legend={false}
          parts={parts}
          text={t`${inWords(plan.plannedAmount)} planned, ${inWords(available)} in the fund today.`}
        />
      )}
    </Stack>
  );
}
