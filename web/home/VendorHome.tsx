import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Skeleton, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMe } from "../identity/me.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { AskedPublications } from "./AskedPublications.tsx";
import classes from "./Home.module.css";
import { nextReviewsQuery, overviewQuery } from "./home-queries.ts";
import { MoneyOfPrograms } from "./MoneyOfPrograms.tsx";
import { ReviewTask } from "./ReviewTask.tsx";
import { UnpaidPlans } from "./UnpaidPlans.tsx";

/** How much of the queue stands on the first page. */
const MOST = 6;

/** The vendor's first page: what is late, what comes next, and where is the money? */
export function VendorHome() {
  const { t } = useLingui();
  const me = useMe();
  const overview = useQuery(overviewQuery);
  const firstName = me.name.split(/\s+/)[0] ?? me.name;
  const queue = me.abilities["viewClaims"]?.allowed === true;
  return (
    <>
      <PageHeader
        title={t`Good day, ${firstName}`}
        action={
          queue && (
            <Button component={Link} to="/reviews">
              <Trans>To the reviews</Trans>
            </Button>
          )
        }
      >
        <Trans>What is late, what comes next, and where the money is.</Trans>
      </PageHeader>
      {overview.error && <ErrorState error={overview.error} retry={() => void overview.refetch()} />}
      {queue && overview.data && (
        <div className={classes.tiles}>
          <Tile to="/reviews" value={overview.data.waiting.all}>
            <Plural value={overview.data.waiting.all} one="waits for a decision" other="wait for a decision" />
          </Tile>
          <Tile to="/reviews" search={{ overdue: "true" }} value={overview.data.waiting.late} warm>
            <Trans>late</Trans>
          </Tile>
        </div>
      )}
      <AskedPublications publications={overview.data?.publications} />
      <div className={classes.columns}>
        {queue && <NextReviews />}
        <UnpaidPlans plans={overview.data?.unpaidPlans} />
      </div>
      <MoneyOfPrograms money={overview.data?.money} />
    </>
  );
}

interface TileProps {
  to: "/reviews";
  search?: { overdue?: "true" };
  value: number;
  /** Something is wrong when it is not nought. */
  warm?: boolean;
  children: ReactNode;
}

function Tile({ to, search = {}, value, warm = false, children }: TileProps) {
  return (
    <Link to={to} search={search} className={classes.tile} data-warm={(warm && value > 0) || undefined}>
      <span className={classes.number}>{value}</span> {children}
    </Link>
  );
}

function NextReviews() {
  const { t } = useLingui();
  const reviews = useInfiniteQuery(nextReviewsQuery);
  const rows = reviews.data?.pages[0]?.items.slice(0, MOST);
  return (
    <Section
      title={t`Next to decide`}
      action={
        <Link to="/reviews">
          <Trans>All</Trans>
        </Link>
      }
    >
      {reviews.isPending && <Skeleton height={90} />}
      {reviews.error && <ErrorState error={reviews.error} retry={() => void reviews.refetch()} />}
      {rows?.length === 0 && (
        <EmptyState icon={<IconCircleCheck size={22} aria-hidden />} title={t`Nothing to decide`}>
          <Trans>Claims appear here as soon as a partner submits one.</Trans>
        </EmptyState>
      )}
      <ul className={classes.list}>
        {rows?.map((review) => (
          <ReviewTask key={review.id} review={review} />
        ))}
      </ul>
      {rows && rows.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>The most urgent first.</Trans>
        </Text>
      )}
    </Section>
  );
}
