import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import type { Program, WindowRow } from "../api/types.ts";
import { openFundsQuery } from "../funds/funds-api.ts";
import { useMe } from "../identity/me.ts";
import { allEnrollmentsQuery, programsQuery, windowsQuery } from "../programs/programs-api.ts";

/** A program with all its windows, the newest last. */
export interface ProgramWindows {
  program: Program;
  windows: readonly WindowRow[];
}

/** The windows of the programs I take part in: by an enrollment, or by money. For the vendor, of all programs. */
export function useMyWindows() {
  const me = useMe();
  const mine = me.side === "partner";
  const programs = useQuery(programsQuery);
  const enrollments = useQuery({ ...allEnrollmentsQuery, enabled: mine });
  const funds = useInfiniteQuery({ ...openFundsQuery, enabled: mine });
  const known = new Set([
    ...(enrollments.data?.items.filter(({ acceptedAt }) => acceptedAt !== null).map(({ program }) => program) ?? []),
    ...(funds.data?.pages.flatMap(({ items }) => items).map(({ program }) => program) ?? []),
  ]);
  const ready = !mine || (enrollments.data !== undefined && !funds.isPending);
  const shown = ready ? programs.data?.items.filter(({ code }) => !mine || known.has(code)) : undefined;
  const windows = useQueries({ queries: (shown ?? []).map(({ code }) => windowsQuery(code)) });
  const error = programs.error ?? enrollments.error ?? windows.find((query) => query.error)?.error;
  const all = (shown ?? []).flatMap((program, index): ProgramWindows[] => {
    const items = windows[index]?.data?.items;
    return items ? [{ program, windows: items }] : [];
  });
  return {
    programs: shown && all.length === shown.length ? all : undefined,
    error,
    retry: () => {
      void programs.refetch();
      void enrollments.refetch();
      for (const query of windows) void query.refetch();
    },
  };
}
