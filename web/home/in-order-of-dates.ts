import type { ClaimRow, PlanRow } from "../api/types.ts";

/** Something that waits for the partner: a plan or a claim, with the day by which. */
export interface Task {
  readonly plan?: PlanRow;
  readonly claim?: ClaimRow;
  readonly until: string | undefined;
}

/** Claims and plans that wait as one list, the nearest date first and what has no date last. `untilOf` is the end of a draft's claim window. */
export function inOrderOfDates(
  claims: readonly ClaimRow[],
  plans: readonly PlanRow[],
  untilOf: (claim: ClaimRow) => string | undefined,
): Task[] {
  const tasks: Task[] = [
    ...claims.map((claim) => ({ claim, until: claim.dueOn ?? untilOf(claim) })),
    ...plans.map((plan) => ({ plan, until: plan.dueOn ?? undefined })),
  ];
  const key = ({ until }: Task): string => until ?? "9999";
  return tasks.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
