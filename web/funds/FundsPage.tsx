import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Paper, SimpleGrid, Skeleton, Title } from "@mantine/core";
import { IconWallet } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Fund } from "../api/types.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { FundCard } from "./FundCard.tsx";
import { FundFilters } from "./FundFilters.tsx";
import { type FundSearch, filterOf, fundsQuery } from "./funds-api.ts";
import { type FundGroup, groupFunds } from "./group-funds.ts";

interface FundsPageProps {
  search: FundSearch;
  onSearch: (search: FundSearch) => void;
}

/** The funds in sight, by whether they can be claimed: how much is left, until when, and what fits. */
export function FundsPage({ search, onSearch }: FundsPageProps) {
  const { t } = useLingui();
  const funds = useInfiniteQuery(fundsQuery(filterOf(search)));
  const rows = funds.data?.pages.flatMap((page) => page.items);
  const titles: Record<FundGroup, string> = {
    now: t`Can be claimed now`,
    later: t`Opens later`,
    over: t`Ended`,
  };
  const narrowed = Boolean(search.program ?? search.location ?? search.partner);
  return (
    <>
      <PageHeader title={t`Funds`}>
        <Trans>How much is left, until when, and where it went.</Trans>{" "}
        <Anchor component={Link} to="/calendar" underline="always">
          <Trans>All dates on one calendar</Trans>
        </Anchor>
      </PageHeader>
      <FundFilters search={search} onSearch={onSearch} />
      {funds.error && <ErrorState error={funds.error} retry={() => void funds.refetch()} />}
      {rows?.length === 0 && <NoFunds narrowed={narrowed} all={search.state === "all"} />}
      {funds.isPending && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {[1, 2, 3, 4].map((card) => (
            <Skeleton key={card} height={190} radius="lg" />
          ))}
        </SimpleGrid>
      )}
      {rows &&
        groupFunds(rows).map(({ group, funds: members }) => (
          <FundGrid key={group} title={titles[group]} funds={members} />
        ))}
      {funds.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          mx="auto"
          display="block"
          loading={funds.isFetchingNextPage}
          onClick={() => void funds.fetchNextPage()}
        >
          <Trans>Load more</Trans>
        </Button>
      )}
    </>
  );
}

function FundGrid({ title, funds }: { title: string; funds: readonly Fund[] }) {
  return (
    <section aria-label={title} style={{ marginBottom: 24 }}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {funds.map((fund) => (
          <FundCard key={fund.id} fund={fund} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function NoFunds({ narrowed, all }: { narrowed: boolean; all: boolean }) {
  const { t } = useLingui();
  const icon = <IconWallet size={22} aria-hidden />;
  return (
    <Paper>
      {narrowed ? (
        <EmptyState icon={icon} title={t`No fund fits`}>
          <Trans>Choose another program or location, or look at all funds.</Trans>
        </EmptyState>
      ) : all ? (
        <EmptyState icon={icon} title={t`No funds yet`}>
          <Trans>
            A fund appears here as soon as something was earned in a program. It can be spent in the period after the
            one in which it was earned.
          </Trans>
        </EmptyState>
      ) : (
        <EmptyState icon={icon} title={t`No fund is open`}>
          <Trans>
            What is earned now can be claimed in the next period. Funds that have ended are among all funds.
          </Trans>
        </EmptyState>
      )}
    </Paper>
  );
}
