import { sql } from "kysely";
import type { Scope } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { emailKey } from "./person.ts";
import { type Right, rolesWith } from "./rights.ts";

/** A right to decide on something that a partner handed in. */
export type ReviewRight = Extract<Right, "claim.review" | "plan.review">;

/** May this other person decide for the program at this moment? Asked when work is given to somebody, and by the rules of plans. */
export async function mayReview(
  tx: Tx,
  right: ReviewRight,
  personId: string,
  { programId }: Pick<Scope, "programId">,
  now: Date,
): Promise<boolean> {
  return (await reviewer(tx, right, { personId }, programId, now)) !== undefined;
}

/**
 * The person at the vendor who decides for the program under this address. Undefined for every other address, with or without
 * an account: a partner who asks learns nothing about who there is.
 */
export async function reviewerByEmail(
  tx: Tx,
  right: ReviewRight,
  email: string,
  { programId }: Pick<Scope, "programId">,
  now: Date,
): Promise<string | undefined> {
  return reviewer(tx, right, { email: emailKey(email) }, programId, now);
}

async function reviewer(
  tx: Tx,
  right: ReviewRight,
  wanted: { readonly email?: string; readonly personId?: string },
  programId: string,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select vendor_reviewer(${wanted.email ?? null}, ${wanted.personId ?? null}::uuid, ${[...rolesWith(right)]}::text[],
                           ${programId}::uuid, ${now}::timestamptz) as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}
