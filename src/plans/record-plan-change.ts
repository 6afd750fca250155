import type { Canonical, Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { Plan } from "./plan.ts";
import { touchPlan } from "./plan-store.ts";

/** What can happen to a part of a plan. */
export type PartChange = `${"campaign" | "activity"}-${"added" | "changed" | "removed"}`;

/** Records that a part of a locked plan changed. `about` is the part's name at that moment, which the history shows. */
export async function recordPartChange(
  tx: Tx,
  { actor, now }: Command,
  plan: Plan,
  change: PartChange,
  payload: { readonly part: string; readonly about: string; readonly fields?: readonly string[] } & {
    readonly [key: string]: Canonical | undefined;
  },
): Promise<void> {
  await touchPlan(tx, now, plan.id);
  await events.record(tx, {
    at: now,
    type: `plan.${change}`,
    subjectType: "plan",
    subjectId: plan.id,
    partnerId: plan.partnerId,
    actor,
    payload,
  });
}

/** Names of the fields that differ. */
export function changedFields<T extends object>(before: T, after: T): string[] {
  return (Object.keys(after) as (keyof T & string)[]).filter((field) => said(before[field]) !== said(after[field]));
}

/** A value as text, so that amounts and lists compare by what they say. */
function said(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner)) ?? "";
}
