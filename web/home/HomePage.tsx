import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Paper, Skeleton, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ClaimRow } from "../api/types.ts";
import { NewClaimButton } from "../claims/NewClaimButton.tsx";
import { FundCard } from "../funds/FundCard.tsx";
import { today } from "../i18n/format.ts";
import { useMe } from "../identity/me.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { EnrollmentTask } from "./EnrollmentTask.tsx";
import classes from "./Home.module.css";
import { enrollmentTasksQuery, flyingQuery, homeFundsQuery, planTasksQuery, tasksQuery } from "./home-queries.ts";
import { inOrderOfDates } from "./in-order-of-dates.ts";
import { NextDates } from "./NextDates.tsx";
import { PlanTask } from "./PlanTask.tsx";
import { TaskRow } from "./TaskRow.tsx";

/** The partner's first page: what needs me, and what could I lose? */
export function HomePage() {
  const { t } = useLingui();
  const me = useMe();
  const tasks = useQuery(tasksQuery);
  const plans = useQuery({ ...planTasksQuery, enabled: me.abilities["viewPlans"]?.allowed === true });
  const enrollments = useQuery(enrollmentTasksQuery);
  // Who can do nothing about it has no action there, and no task.
  const joining = enrollments.data?.items.filter(({ requiredActions }) => requiredActions.length > 0) ?? [];
  const flying = useQuery(flyingQuery);
  const funds = useInfiniteQuery(homeFundsQuery);
  const live = funds.data?.pages.flatMap((page) => page.items).filter((fund) => fund.expiresOn >= today());
  const untilOf = (claim: ClaimRow): string | undefined =>
    live?.find(
      ({ program, location, usagePeriod }) =>
        program === claim.program && location.id === claim.location.id && usagePeriod === claim.usagePeriod,
    )?.expiresOn;
  const firstName = me.name.split(/\s+/)[0] ?? me.name;
  return (
    <>
      <PageHeader title={t`Good day, ${firstName}`} action={<NewClaimButton />}>
        <Trans>What needs you, what is on its way, and what is left.</Trans>
      </PageHeader>
      <div className={classes.columns}>
        <div className="fp-stack">
          <Section title={t`Needs you`}>
            {tasks.isPending && <Skeleton height={90} />}
            {tasks.error && <ErrorState error={tasks.error} retry={() => void tasks.refetch()} />}
            {tasks.data?.items.length === 0 && !plans.data?.items.length && joining.length === 0 && (
              <EmptyState
                icon={<IconCircleCheck size={22} aria-hidden />}
                title={t`Nothing waits for you`}
                action={
                  <Link to="/finder">
                    <Trans>What can I claim?</Trans>
                  </Link>
                }
              >
                <Trans>
                  Drafts and questions of the vendor appear here, with their dates. To begin, look at what can be
                  claimed.
                </Trans>
              </EmptyState>
            )}
            <ul className={classes.list}>
              {joining.map((enrollment) => (
                <EnrollmentTask key={enrollment.id} enrollment={enrollment} />
              ))}
              {inOrderOfDates(tasks.data?.items ?? [], plans.data?.items ?? [], untilOf).map(
                ({ plan, claim, until }) =>
                  plan ? (
                    <PlanTask key={plan.id} plan={plan} />
                  ) : (
                    claim && <TaskRow key={claim.id} claim={claim} until={until} />
                  ),
              )}
            </ul>
          </Section>
        </div>
        <div className="fp-stack">
          <Section
            title={t`On its way`}
            action={
              <Link to="/claims" search={{ status: "submitted,under_review" }}>
                <Trans>All</Trans>
              </Link>
            }
          >
            {flying.isPending && <Skeleton height={90} />}
            {flying.error && <ErrorState error={flying.error} retry={() => void flying.refetch()} />}
            {flying.data?.items.length === 0 && (
              <Text c="dimmed">
                <Trans>No claim is with the vendor.</Trans>
              </Text>
            )}
            <ul className={classes.list}>
              {flying.data?.items.map((claim) => (
                <TaskRow key={claim.id} claim={claim} />
              ))}
            </ul>
          </Section>
          <NextDates />
        </div>
      </div>
      <div className={classes.fundsHead}>
        <h2>
          <Trans>Your funds</Trans>
        </h2>
        <Anchor component={Link} to="/funds" size="sm">
          <Trans>All funds</Trans>
        </Anchor>
      </div>
      {funds.error && <ErrorState error={funds.error} retry={() => void funds.refetch()} />}
      <div className={classes.funds}>
        {funds.isPending && [1, 2].map((card) => <Skeleton key={card} height={190} radius="lg" />)}
        {live?.map((fund) => (
          <FundCard key={fund.id} fund={fund} />
        ))}
        {live?.length === 0 && (
          <Paper p="md">
            <Text c="dimmed">
              <Trans>No fund is open today. What you earn now can be spent in the next period.</Trans>
            </Text>
          </Paper>
        )}
      </div>
    </>
  );
}
