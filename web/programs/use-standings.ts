import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Enrollment, Program, Standing as StandingNow } from "../api/types.ts";
import { standingsQuery } from "../enrollments/enrollments-api.ts";
import { useMe } from "../identity/me.ts";
import { enrollmentsQuery } from "./programs-api.ts";

/** How a location stands to a program in the present program year. Without an enrollment it may join, or wait to be invited. */
export interface Standing {
  key: string;
  location: string;
  partnerId: string;
  partner: string;
  enrollment: Enrollment | null;
  /** Where it does not take part: whether it may, and what it lacks. */
  now: StandingNow | null;
}

/** The standings of all locations in sight; for the vendor of those that have an enrollment. */
export function useStandings(program: Program) {
  const me = useMe();
  const enrollments = useInfiniteQuery(enrollmentsQuery(program.code));
  const locations = useQuery({ ...standingsQuery(program.code), enabled: me.side === "partner" });
  const present = enrollments.data?.pages
    .flatMap(({ items }) => items)
    .filter(({ programYear }) => programYear === program.programYear);
  const error = enrollments.error ?? locations.error;
  const rows =
    present && (me.side === "vendor" || locations.data) ? [...present.map(enrolled), ...others(present)] : undefined;
  return {
    rows,
    error,
    retry: () => {
      void enrollments.refetch();
      void locations.refetch();
    },
    more: enrollments.hasNextPage ? () => void enrollments.fetchNextPage() : undefined,
    loadingMore: enrollments.isFetchingNextPage,
  };

  function others(known: readonly Enrollment[]): Standing[] {
    const taken = new Set(known.map(({ location }) => location.id));
    return (locations.data?.items ?? [])
      .filter(({ id }) => !taken.has(id))
      .map((now) => ({
        key: now.id,
        location: now.location.name,
        partnerId: now.location.partnerId,
        partner: now.partner.name,
        enrollment: null,
        now,
      }));
  }
}

function enrolled(enrollment: Enrollment): Standing {
  const { id, location, partner } = enrollment;
  return {
    key: id,
    location: location.name,
    partnerId: location.partnerId,
    partner: partner.name,
    enrollment,
    now: null,
  };
}
