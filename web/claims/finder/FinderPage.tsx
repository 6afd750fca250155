import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Paper, Skeleton } from "@mantine/core";
import { IconCompass } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import classes from "./Finder.module.css";
import { FundActivities } from "./FundActivities.tsx";
import { FundChoice } from "./FundChoice.tsx";
import { optionsQuery } from "./finder-api.ts";

interface FinderPageProps {
  fund: string | undefined;
  onFund: (id: string) => void;
}

/** The activity finder: what may I claim, with which proof, until when, and how much is left for it? */
export function FinderPage({ fund, onFund }: FinderPageProps) {
  const { t } = useLingui();
  const options = useInfiniteQuery(optionsQuery);
  const all = options.data?.pages.flatMap((page) => page.items);
  const chosen =
    all?.find((option) => option.fund.id === fund) ?? all?.find(({ claimable }) => claimable.allowed) ?? all?.[0];
  return (
    <>
      <PageHeader title={t`What can I claim?`}>
        <Trans>For each fund: the activities it pays for, the proof they need, until when, and what is left.</Trans>
      </PageHeader>
      {options.isPending && <Skeleton height={320} radius="lg" />}
      {options.error && <ErrorState error={options.error} retry={() => void options.refetch()} />}
      {all?.length === 0 && (
        <Paper>
          <EmptyState icon={<IconCompass size={22} aria-hidden />} title={t`No fund to claim from`}>
            <Trans>
              A fund appears here as soon as something was earned, until its claim window ends. Meanwhile{" "}
              <Link to="/programs">your programs</Link> say how it works.
            </Trans>
          </EmptyState>
        </Paper>
      )}
      {all && chosen && (
        <div className={classes.page}>
          <div className={classes.funds}>
            <FundChoice options={all} value={chosen.fund.id} onChange={onFund} />
            {options.hasNextPage && (
              <Button
                variant="default"
                loading={options.isFetchingNextPage}
                onClick={() => void options.fetchNextPage()}
              >
                <Trans>Load more</Trans>
              </Button>
            )}
          </div>
          <FundActivities key={chosen.fund.id} option={chosen} />
        </div>
      )}
    </>
  );
}
