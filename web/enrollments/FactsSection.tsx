import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../identity/me.ts";
import { codeInWords } from "../programs/programs-api.ts";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import { Section } from "../ui/Section.tsx";
import { factsQuery } from "./enrollments-api.ts";
import { RecordFactDialog } from "./RecordFactDialog.tsx";

/** What is recorded of a location and its organisation: what counts now, and what was known before. */
export function FactsSection({ location }: { location: { id: string; name: string } }) {
  const { t } = useLingui();
  const me = useMe();
  const facts = useQuery(factsQuery(location.id));
  const [recording, setRecording] = useState(false);
  const [all, setAll] = useState(false);
  /** Who records writes codes and reads them; others read words. */
  const maintains = me.grants.some(({ role }) => role === "program-manager");
  const items = facts.data?.items ?? [];
  const shown = all ? items : items.filter(({ current }) => current);
  return (
    <Section
      title={t`What is recorded`}
      hint={<Trans>Agreements, certifications and figures that requirements are judged by.</Trans>}
      action={
        maintains && (
          <Button variant="default" onClick={() => setRecording(true)}>
            <Trans>Record…</Trans>
          </Button>
        )
      }
    >
      {facts.isPending && <Skeleton height={80} />}
      {facts.error && <ErrorState error={facts.error} retry={() => void facts.refetch()} />}
      {facts.data && items.length === 0 && (
        <Text c="dimmed">
          <Trans>Nothing is recorded yet.</Trans>
        </Text>
      )}
      {shown.length > 0 && (
        <PlainTable
          label={t`What is recorded`}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            { head: t`What`, cell: ({ code }) => (maintains ? code : codeInWords(code)) },
            { head: t`Value`, cell: ({ value }) => value ?? "–" },
            { head: t`From`, cell: ({ validFrom }) => <DateText day={validFrom} /> },
            { head: t`Until`, cell: ({ validTo }) => <DateText day={validTo} /> },
            { head: t`Of`, cell: ({ of }) => (of === "location" ? t`this location` : t`the organisation`) },
            {
              head: t`Known from`,
              cell: ({ source, recordedBy }) => (recordedBy ? `${source} (${recordedBy})` : source),
            },
          ]}
        />
      )}
      {items.some(({ current }) => !current) && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(!all)}>
          {all ? <Trans>Only what counts now</Trans> : <Trans>Also what was known before</Trans>}
        </Button>
      )}
      {recording && <RecordFactDialog location={location} onClose={() => setRecording(false)} />}
    </Section>
  );
}
