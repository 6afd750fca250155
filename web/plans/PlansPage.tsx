import { Trans, useLingui } from "@lingui/react/macro";
import { Group } from "@mantine/core";
import { IconMap2 } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMe } from "../identity/me.ts";
import { DataTable } from "../ui/DataTable.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { FilterChips } from "../ui/FilterChips.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { shownColumns } from "../ui/shown-columns.ts";
import { ListTools } from "../views/ListTools.tsx";
import { NewPlanButton } from "./NewPlanButton.tsx";
import { usePlanColumns } from "./plan-columns.tsx";
import { type PlanSearch, plansFileUrl, plansQuery } from "./plans-api.ts";
import { usePlanGroups } from "./status-groups.ts";

interface PlansPageProps {
  filter: PlanSearch;
  onFilter: (filter: PlanSearch) => void;
}

/** All plans in sight: filters as chips, search by number or name, sorted as one likes. */
export function PlansPage({ filter, onFilter }: PlansPageProps) {
  const { t } = useLingui();
  const me = useMe();
  const columns = usePlanColumns(me.side);
  const groups = usePlanGroups(me.side);
  const plans = useInfiniteQuery(plansQuery(filter));
  const rows = plans.data?.pages.flatMap((page) => page.items);
  const create = me.side === "partner" && <NewPlanButton />;
  const narrowed = Boolean(filter.q || filter.status);
  return (
    <>
      <PageHeader title={t`Plans`} action={create}>
        {me.side === "partner" ? (
          <Trans>What you mean to do with your funds, agreed with the vendor before the work begins.</Trans>
        ) : (
          <Trans>What partners mean to do with their funds, agreed before the work begins.</Trans>
        )}
      </PageHeader>
      <Group mb="md" justify="space-between" className="fp-no-print">
        <FilterChips
          label={t`Status`}
          options={groups}
          value={filter.status ?? ""}
          onChange={(status) => onFilter({ ...filter, status })}
        />
        <SearchField
          label={t`Search by number or name`}
          placeholder={t`Number or name`}
          value={filter.q}
          onSearch={(q) => onFilter({ ...filter, q })}
        />
      </Group>
      <ListTools
        list="plans"
        search={{ ...filter }}
        onSearch={onFilter}
        columns={columns.slice(1)}
        file={plansFileUrl(filter)}
      />
      {plans.error ? (
        <ErrorState error={plans.error} retry={() => void plans.refetch()} />
      ) : rows?.length === 0 ? (
        <EmptyState
          icon={<IconMap2 size={22} aria-hidden />}
          title={narrowed ? t`No plan fits` : t`No plans yet`}
          action={narrowed ? undefined : create}
        >
          {narrowed ? (
            <Trans>Try another status or fewer words.</Trans>
          ) : (
            <Trans>
              A plan says which campaigns and activities you mean to pay from a fund, and what each may cost. The vendor
              approves it, perhaps for less; then you do the work and prove it, activity by activity.
            </Trans>
          )}
        </EmptyState>
      ) : (
        <DataTable
          label={t`Plans`}
          columns={shownColumns(columns, filter.columns)}
          rows={rows}
          rowKey={(plan) => plan.id}
          sort={filter.sort}
          onSort={(sort) => onFilter({ ...filter, sort })}
          onMore={plans.hasNextPage ? () => void plans.fetchNextPage() : undefined}
          loadingMore={plans.isFetchingNextPage}
        />
      )}
    </>
  );
}
