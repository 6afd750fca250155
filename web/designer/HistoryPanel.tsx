import { useLingui } from "@lingui/react/macro";
import { Skeleton, Text, Timeline } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { EditionVersion } from "../api/schema.gen.d.ts";
import { momentInWords } from "../i18n/format.ts";
import { wordOf } from "../i18n/server-words.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { versionHistoryQuery } from "./designer-api.ts";

/** Who did what with this version, newest first. */
export function HistoryPanel({ version }: { version: EditionVersion }) {
  const { t } = useLingui();
  const history = useQuery(versionHistoryQuery(version.id, version.revision));
  if (history.isPending) return <Skeleton height={120} />;
  if (history.error) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  return (
    <Timeline bulletSize={12} lineWidth={1} aria-label={t`History`}>
      {history.data.items.toReversed().map(({ id, at, label, actor }) => (
        <Timeline.Item key={id} title={wordOf(label)}>
          <Text size="sm" c="dimmed">
            {actor.name}, {momentInWords(at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
