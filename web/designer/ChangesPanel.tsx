import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Badge, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EditionVersion } from "../api/schema.gen.d.ts";
import { inWords } from "../i18n/server-words.ts";
import { editionsQuery } from "../programs/programs-api.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { diffQuery } from "./designer-api.ts";

/** What is different from another version, in words a partner would read. */
export function ChangesPanel({ version, isChanged }: { version: EditionVersion; isChanged: boolean }) {
  const { t } = useLingui();
  const editions = useQuery(editionsQuery(version.program));
  const others = (editions.data?.items ?? []).filter(({ id }) => id !== version.id);
  const [chosen, setChosen] = useState<string>();
  const other = chosen ?? (others.find(({ status }) => status === "published") ?? others[0])?.id;
  const diff = useQuery({ ...diffQuery(other ?? "", version.id, version.revision), enabled: other !== undefined });
  if (editions.isPending) return <Skeleton height={120} />;
  if (other === undefined) {
    return (
      <Text c="dimmed">
        <Trans>This is the only version of the program; there is nothing to compare it with.</Trans>
      </Text>
    );
  }
  const effects = { better: t`better for partners`, worse: t`worse for partners`, neutral: t`other` };
  const colours = { better: "teal", worse: "orange", neutral: "gray" };
  return (
    <Stack gap="sm">
      <Select
        label={t`Compared with`}
        data={others.map(({ id, programYear, version: number }) => ({
          value: id,
          label: t`${programYear}, version ${number}`,
        }))}
        value={other}
        allowDeselect={false}
        onChange={(next) => setChosen(next ?? undefined)}
      />
      {isChanged && (
        <Text size="sm" c="dimmed">
          <Trans>What is not saved yet is not compared.</Trans>
        </Text>
      )}
      {diff.isPending && <Skeleton height={120} />}
      {diff.error && <ErrorState error={diff.error} retry={() => void diff.refetch()} />}
      {diff.data && (
        <>
          <Text size="sm">
            <Plural value={diff.data.changes.length} _0="Nothing is different." one="# change" other="# changes" />
          </Text>
          {diff.data.changes.map((change) => (
            <div key={`${change.code} ${change.at.before} ${change.at.after}`}>
              <Badge variant="light" color={colours[change.effect]} size="sm" radius="sm">
                {effects[change.effect]}
              </Badge>
              <Text size="sm">{inWords(change.words, change.text)}</Text>
            </div>
          ))}
        </>
      )}
    </Stack>
  );
}
