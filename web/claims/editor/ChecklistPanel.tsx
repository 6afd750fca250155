import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Paper, Progress, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Assessment, Claim } from "../../api/types.ts";
import { DateText } from "../../ui/DateText.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { FindingsList } from "../../ui/FindingsList.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "../Claims.module.css";
import { placeOf } from "../place-of.ts";
import { useStandsAlsoIn } from "./StandsAlsoIn.tsx";

interface ChecklistPanelProps {
  claim: Claim;
  assessment: Assessment | undefined;
  error: unknown;
  /** Saving and submitting: always in sight, beside the form or below it. */
  children: ReactNode;
}

/** What is missing until the claim can be submitted, live; what it would bring; and submitting it. */
export function ChecklistPanel({ claim, assessment, error, children }: ChecklistPanelProps) {
  const { t } = useLingui();
  const asked = assessment?.checklist.filter((item) => item.required && item.state !== "judged") ?? [];
  const there = asked.filter((item) => item.state === "present").length;
  const total = asked.length;
  const beside = useStandsAlsoIn(claim.id, assessment?.findings);
  return (
    <aside className={classes.aside} aria-label={t`Checklist`}>
      <Paper p="md">
        <Group justify="space-between" mb="xs">
          <Title order={2}>
            <Trans>Checklist</Trans>
          </Title>
          {total > 0 && (
            <Text size="sm" c="dimmed" className="fp-num">
              <Trans>
                {there} of {total} proofs
              </Trans>
            </Text>
          )}
        </Group>
        {total > 0 && (
          <Progress
            size={6}
            mb="sm"
            value={(there / total) * 100}
            aria-label={t`${there} of ${total} proofs are there`}
          />
        )}
        <div aria-live="polite">
          {error ? (
            <ErrorState error={error} />
          ) : assessment ? (
            <FindingsList
              findings={assessment.findings}
              placeOf={(field) => placeOf(claim, field)}
              beside={beside}
              complete={t`Everything is there. You can submit.`}
            />
          ) : (
            <Skeleton height={90} />
          )}
        </div>
      </Paper>
      <Paper p="md">
        <Stack gap={8}>
          <Row label={t`Proof of cost`}>
            <MoneyText value={assessment?.proofTotal} />
          </Row>
          <Row label={t`Eligible by the rules`}>
            <MoneyText value={assessment?.eligibleTotal} />
          </Row>
          <Row label={t`You claim`}>
            <MoneyText value={claim.amountClaimed} strong />
          </Row>
          <Row label={t`Left in the fund`}>
            <MoneyText value={claim.fund.remaining} />
          </Row>
        </Stack>
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>
            Claims are taken until <DateText day={claim.claimWindow.to} deadline />.
          </Trans>
        </Text>
        <div className={`${classes.submit} fp-no-print`}>{children}</div>
      </Paper>
    </aside>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </Group>
  );
}
