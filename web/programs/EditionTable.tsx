import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { EditionSummary, Program } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import { editionsQuery } from "./programs-api.ts";

/** The versions of a program's rules, newest first, each with the days it is in force and its guide. */
export function EditionTable({ program }: { program: Program }) {
  const { t } = useLingui();
  const me = useMe();
  const editions = useQuery(editionsQuery(program.code));
  if (editions.isPending) return <Skeleton height={120} />;
  if (editions.error) return <ErrorState error={editions.error} retry={() => void editions.refetch()} />;
  if (editions.data.items.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Nothing has been published yet.</Trans>
      </Text>
    );
  }
  const states: Record<EditionSummary["status"], string> = {
    draft: t`draft`,
    validated: t`draft, checked`,
    publication_requested: t`waits for its publication`,
    published: t`published`,
    superseded: t`replaced by a newer version`,
  };
  return (
    <PlainTable
      label={t`Versions`}
      rows={editions.data.items}
      rowKey={({ id }) => id}
      columns={[
        {
          head: t`Program year`,
          cell: (edition) => <EditionLink edition={edition} toRules={me.side === "vendor"} />,
        },
        {
          head: t`In force`,
          cell: ({ effectiveOn, effectiveTo }) =>
            effectiveOn ? (
              <>
                <DateText day={effectiveOn} /> – <DateText day={effectiveTo} />
              </>
            ) : (
              "–"
            ),
        },
        { head: t`State`, cell: ({ status }) => states[status] },
        { head: t`Published on`, cell: ({ publishedAt }) => <DateText day={publishedAt?.slice(0, 10)} /> },
      ]}
    />
  );
}

/** Leads the vendor's people to the rules themselves, partners to what they mean. */
function EditionLink({ edition, toRules }: { edition: EditionSummary; toRules: boolean }) {
  const { id, program, programYear, version, status, startsOn, effectiveOn } = edition;
  const name = (
    <Trans>
      {programYear}, version {version}
    </Trans>
  );
  if (toRules) {
    return (
      <Link to="/editions/$id" params={{ id }}>
        {name}
      </Link>
    );
  }
  if (status !== "published") return name;
  return (
    <Link to="/programs/$code/guide" params={{ code: program }} search={{ on: effectiveOn ?? startsOn }}>
      {name}
    </Link>
  );
}
