import { Trans, useLingui } from "@lingui/react/macro";
import { Group } from "@mantine/core";
import { IconReceipt } from "@tabler/icons-react";
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
import { useClaimColumns } from "./claim-columns.tsx";
import { type ClaimSearch, claimsFileUrl, claimsQuery } from "./claims-api.ts";
import { NarrowedTo } from "./NarrowedTo.tsx";
import { NewClaimButton } from "./NewClaimButton.tsx";
import { useStatusGroups } from "./status-groups.ts";

interface ClaimsPageProps {
  filter: ClaimSearch;
  onFilter: (filter: ClaimSearch) => void;
}

/** All claims in sight: filters as chips, search by number or name, sorted as one likes. */
export function ClaimsPage({ filter, onFilter }: ClaimsPageProps) {
  const { t } = useLingui();
  const me = useMe();
  const columns = useClaimColumns(me.side);
  const groups = useStatusGroups(me.side);
  const claims = useInfiniteQuery(claimsQuery(filter));
  const rows = claims.data?.pages.flatMap((page) => page.items);
  const narrowed = Boolean(filter.q || filter.status || filter.location || filter.partner || filter.program);
  const create = me.side === "partner" && <NewClaimButton />;
  return (
    <>
      <PageHeader title={t`Claims`} action={create}>
        {me.side === "partner" ? (
          <Trans>What you claim from your funds, and where each claim is.</Trans>
        ) : (
          <Trans>What partners claim from their funds.</Trans>
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
      <NarrowedTo filter={filter} first={rows?.[0]} onFilter={onFilter} />
      <ListTools
        list="claims"
        search={{ ...filter }}
        onSearch={onFilter}
        columns={columns.slice(1)}
        file={claimsFileUrl(filter)}
      />
      {claims.error ? (
        <ErrorState error={claims.error} retry={() => void claims.refetch()} />
      ) : rows?.length === 0 ? (
        <EmptyState
          icon={<IconReceipt size={22} aria-hidden />}
          title={narrowed ? t`No claim fits` : t`No claims yet`}
          action={narrowed ? undefined : create}
        >
          {narrowed ? (
            <Trans>Try another status or fewer words.</Trans>
          ) : (
            <Trans>
              A claim asks for money from a fund for work you have done: with its invoice and the proof that it was
              done.
            </Trans>
          )}
        </EmptyState>
      ) : (
        <DataTable
          label={t`Claims`}
          columns={shownColumns(columns, filter.columns)}
          rows={rows}
          rowKey={(claim) => claim.id}
          sort={filter.sort}
          onSort={(sort) => onFilter({ ...filter, sort })}
          onMore={claims.hasNextPage ? () => void claims.fetchNextPage() : undefined}
          loadingMore={claims.isFetchingNextPage}
        />
      )}
    </>
  );
}
