import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, Progress, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DryRun, EditionVersion } from "../api/schema.gen.d.ts";
import { dayInWords, momentInWords } from "../i18n/format.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import { DayInput } from "./DayInput.tsx";
import {
  cancelDryRun,
  dryRunClaimsQuery,
  dryRunGroupsQuery,
  dryRunsQuery,
  type GroupedBy,
  isUnderWay,
  startDryRun,
} from "./dry-run-api.ts";

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** What the saved version would have made of past claims: who gains, who loses, and by which rule. Nothing live is touched. */
export function DryRunPanel({ version, isChanged }: { version: EditionVersion; isChanged: boolean }) {
  const { t } = useLingui();
  const [from, setFrom] = useState(yearBefore(version.startsOn));
  const [to, setTo] = useState(yearBefore(version.endsOn));
  const runs = useQuery(dryRunsQuery(version.id));
  const start = useMutation({ mutationFn: () => startDryRun(version.id, { from, to }) });
  const newest = runs.data?.items[0];
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <Trans>
          Judges past claims by this version, and shows what would have come out otherwise. Claims and money stay as
          they are.
        </Trans>
      </Text>
      {isChanged && (
        <Alert color="orange">
          <Trans>Save your changes first: what is tried is what was saved.</Trans>
        </Alert>
      )}
      <Group align="flex-start" gap="sm">
        <DayInput label={t`Work from`} value={from} onDay={setFrom} />
        <DayInput label={t`to`} value={to} onDay={setTo} />
        <Button
          mt={24}
          loading={start.isPending}
          disabled={from === "" || to === "" || (newest !== undefined && isUnderWay(newest))}
          onClick={() => start.mutate()}
        >
          <Trans>Try it</Trans>
        </Button>
      </Group>
      {start.error && (
        <Alert color="red" role="alert">
          {start.error.message}
        </Alert>
      )}
      {runs.isPending && <Skeleton height={120} />}
      {runs.error && <ErrorState error={runs.error} retry={() => void runs.refetch()} />}
      {runs.data && !newest && (
        <Text size="sm" c="dimmed">
          <Trans>This version was not tried yet.</Trans>
        </Text>
      )}
      {newest && <Run run={newest} />}
    </Stack>
  );
}

function Run({ run }: { run: DryRun }) {
  const { t } = useLingui();
  const cancel = useMutation({ mutationFn: () => cancelDryRun(run) });
  const { judged, total } = run.progress;
  if (isUnderWay(run)) {
    return (
      <div>
        <Text size="sm" aria-live="polite">
          {total === null ? (
            <Trans>Counting the claims…</Trans>
          ) : (
            <Trans>
              {judged} of {total} claims judged
            </Trans>
          )}
        </Text>
        <Progress value={total ? (judged / total) * 100 : 0} my="xs" aria-label={t`Progress`} />
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => cancel.mutate()}>
          <Trans>Stop</Trans>
        </Button>
      </div>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <Trans>
          Work from {dayInWords(run.from)} to {dayInWords(run.to)}, tried {momentInWords(run.createdAt)}
        </Trans>
        {run.edition.changedSince && (
          <>
            {" · "}
            <Trans>this version was changed since</Trans>
          </>
        )}
      </Text>
      {run.status === "failed" && (
        <Alert color="red">
          <Trans>It broke off: {run.failure}</Trans>
        </Alert>
      )}
      {run.status === "cancelled" && (
        <Alert color="gray">
          <Trans>It was stopped; the figures are those of the claims judged until then.</Trans>
        </Alert>
      )}
      <Text fw={600}>
        <Plural
          value={run.changed}
          _0={`None of the ${judged} claims would have come out otherwise.`}
          one={`# of ${judged} claims would have come out otherwise.`}
          other={`# of ${judged} claims would have come out otherwise.`}
        />
      </Text>
      {run.totals.length > 0 && (
        <PlainTable
          label={t`In total`}
          rows={run.totals}
          rowKey={({ currency }) => currency}
          columns={[
            { head: t`Currency`, cell: ({ currency }) => currency },
            { head: t`More`, align: "right", cell: ({ gain }) => <MoneyText value={gain} /> },
            { head: t`Less`, align: "right", cell: ({ loss }) => <MoneyText value={loss} /> },
            { head: t`Together`, align: "right", cell: ({ difference }) => <MoneyText value={difference} signed /> },
            { head: t`Newly refused`, align: "right", cell: ({ refused }) => refused },
            { head: t`No more refused`, align: "right", cell: ({ accepted }) => accepted },
          ]}
        />
      )}
      {run.changed > 0 && <Groups run={run} />}
    </Stack>
  );
}

function Groups({ run }: { run: DryRun }) {
  const { t } = useLingui();
  const [by, setBy] = useState<GroupedBy>("partner");
  const [open, setOpen] = useState<string>();
  const groups = useQuery(dryRunGroupsQuery(run.id, by));
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t`Summed up by`}
        data={[
          { value: "partner", label: t`By partner` },
          { value: "activityType", label: t`By activity` },
          { value: "rule", label: t`By rule` },
        ]}
        value={by}
        onChange={(next) => {
          setBy(next as GroupedBy);
          setOpen(undefined);
        }}
      />
      {groups.isPending && <Skeleton height={120} />}
      {groups.error && <ErrorState error={groups.error} retry={() => void groups.refetch()} />}
      {groups.data && (
        <PlainTable
          label={t`Who gains and who loses`}
          rows={groups.data.items}
          rowKey={({ key, currency }) => `${key} ${currency}`}
          columns={[
            {
              head: by === "partner" ? t`Partner` : by === "rule" ? t`Rule` : t`Activity`,
              cell: ({ key, name }) => (
                <Anchor component="button" size="sm" ta="left" onClick={() => setOpen(key)}>
                  {name}
                </Anchor>
              ),
            },
            { head: t`Claims`, align: "right", cell: ({ claims }) => claims },
            { head: t`Together`, align: "right", cell: ({ difference }) => <MoneyText value={difference} signed /> },
          ]}
        />
      )}
      {open !== undefined && <Claims run={run} by={by} of={open} />}
      <Anchor size="sm" href={`/api/v1/dry-runs/${run.id}/claims.csv`} download>
        <Trans>All of them as CSV</Trans>
      </Anchor>
    </>
  );
}

function Claims({ run, by, of }: { run: DryRun; by: GroupedBy; of: string }) {
  const { t } = useLingui();
  const claims = useQuery(dryRunClaimsQuery(run.id, { [by]: of }));
  if (claims.isPending) return <Skeleton height={120} />;
  if (claims.error) return <ErrorState error={claims.error} retry={() => void claims.refetch()} />;
  return (
    <PlainTable
      label={t`Claims behind the figure`}
      rows={claims.data.items}
      rowKey={({ id }) => id}
      columns={[
        {
          head: t`Claim`,
          cell: ({ number, name }) => (
            <>
              {number} · {name}
            </>
          ),
        },
        { head: t`Then`, align: "right", cell: ({ before }) => <MoneyText value={before} /> },
        {
          head: t`By this version`,
          align: "right",
          cell: ({ after, afterRefused }) => (afterRefused ? <Trans>refused</Trans> : <MoneyText value={after} />),
        },
      ]}
    />
  );
}
