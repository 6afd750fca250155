import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Paper, SimpleGrid, Skeleton } from "@mantine/core";
import { IconWallet } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { FundCard } from "./FundCard.tsx";
import { fundsQuery } from "./funds-api.ts";

/** All funds in sight: how much is left, until when. */
export function FundsPage() {
  const { t } = useLingui();
  const funds = useInfiniteQuery(fundsQuery());
  const rows = funds.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader title={t`Funds`}>
        <Trans>How much is left, until when, and where it went.</Trans>
      </PageHeader>
      {funds.error && <ErrorState error={funds.error} retry={() => void funds.refetch()} />}
      {rows?.length === 0 && (
        <Paper>
          <EmptyState icon={<IconWallet size={22} aria-hidden />} title={t`No funds yet`}>
            <Trans>
              A fund appears here as soon as something was earned in a program. It can be spent in the period after the
              one in which it was earned.
            </Trans>
          </EmptyState>
        </Paper>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {funds.isPending && [1, 2, 3, 4].map((card) => <Skeleton key={card} height={190} radius="lg" />)}
        {rows?.map((fund) => (
          <FundCard key={fund.id} fund={fund} />
        ))}
      </SimpleGrid>
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
