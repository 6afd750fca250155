import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Kbd } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconCircleCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { DataTable } from "../ui/DataTable.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { FilterChips } from "../ui/FilterChips.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useQueueColumns } from "./queue-columns.tsx";
import { type ReviewFilter, reviewsQuery } from "./reviews-api.ts";
import { useShortcuts } from "./use-shortcuts.ts";

interface QueuePageProps {
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
}

/** What do I decide next? One list, the most urgent first; the next one with one key. */
export function QueuePage({ filter, onFilter }: QueuePageProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const columns = useQueueColumns();
  const reviews = useInfiniteQuery(reviewsQuery(filter));
  const rows = reviews.data?.pages.flatMap((page) => page.items);
  const first = rows?.[0];
  const [keys] = useShortcuts();
  const next = (): void => {
    if (first) void navigate({ to: "/reviews/$id", params: { id: first.id } });
  };
  useHotkeys(keys ? [["n", next]] : []);
  const chosen = filter.overdue ? "overdue" : (filter.assignee ?? "");
  const choose = (value: string): void => {
    const { assignee: _a, overdue: _o, ...rest } = filter;
    onFilter(value === "overdue" ? { ...rest, overdue: "true" } : value ? { ...rest, assignee: value } : rest);
  };
  return (
    <>
      <PageHeader
        title={t`Reviews`}
        action={
          <Button
            onClick={next}
            disabled={!first}
            rightSection={
              keys ? (
                <Kbd size="xs" visibleFrom="sm">
                  N
                </Kbd>
              ) : undefined
            }
          >
            <Trans>Next review</Trans>
          </Button>
        }
      >
        <Trans>What waits for a decision, the most urgent first.</Trans>
      </PageHeader>
      <Group mb="md" justify="space-between" className="fp-no-print">
        <FilterChips
          label={t`Show`}
          value={chosen}
          onChange={choose}
          options={[
            { value: "", label: t`All` },
            { value: "me", label: t`Mine` },
            { value: "none", label: t`Nobody's` },
            { value: "overdue", label: t`Overdue` },
          ]}
        />
        <SearchField
          label={t`Search by number, name or partner`}
          placeholder={t`Number, name or partner`}
          value={filter.q}
          onSearch={(q) => onFilter({ ...filter, q })}
        />
      </Group>
      {reviews.error ? (
        <ErrorState error={reviews.error} retry={() => void reviews.refetch()} />
      ) : rows?.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={22} aria-hidden />} title={t`Nothing to decide`}>
          {chosen || filter.q ? (
            <Trans>Try another filter or fewer words.</Trans>
          ) : (
            <Trans>Claims appear here as soon as a partner submits one.</Trans>
          )}
        </EmptyState>
      ) : (
        <DataTable
          label={t`Reviews`}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          sort={filter.sort ?? "dueAt"}
          onSort={(sort) => onFilter({ ...filter, sort })}
          onMore={reviews.hasNextPage ? () => void reviews.fetchNextPage() : undefined}
          loadingMore={reviews.isFetchingNextPage}
        />
      )}
    </>
  );
}
