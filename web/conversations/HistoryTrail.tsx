import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { HistoryItem } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { wordOf } from "../i18n/server-words.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Conversations.module.css";
import { foldHistory } from "./fold-history.ts";

/** What happened, by whom, when and why; the newest first. */
export function HistoryTrail({ history }: { history: UseQueryResult<{ items: HistoryItem[] }> }) {
  const { t } = useLingui();
  return (
    <Section title={t`History`}>
      {history.isPending && <Skeleton height={60} />}
      {history.error && <ErrorState error={history.error} retry={() => void history.refetch()} />}
      <ol className={classes.trail}>
        {foldHistory(history.data?.items ?? []).map(({ item, times }) => (
          <li key={item.id}>
            <div>
              {times > 1 ? (
                <Trans>
                  {wordOf(item.label)}, {times} times
                </Trans>
              ) : (
                wordOf(item.label)
              )}
              {item.amount && (
                <>
                  {" · "}
                  <MoneyText value={item.amount} />
                </>
              )}
            </div>
            {item.reason && <Text size="sm">{item.reason}</Text>}
            {item.comment && (
              <Text size="sm" className={classes.said}>
                {item.comment}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              {item.actor.name}, {momentInWords(item.at)}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}
