import { sql } from "kysely";
import { lockFund } from "../funds/index.ts";
import { dateIn, SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction, type Tx } from "../platform/database/index.ts";
import { windowFor } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import { lockClaim } from "./claim-store.ts";
import { editionOf } from "./judge-claim.ts";
import { releaseReserved } from "./release-claim.ts";
import { beginStep, finishStep, NO_DEADLINE } from "./step-claim.ts";

const BATCH = 100;

/**
 * Ends claims whose time has run out (rulebook 4.2): drafts never submitted when their claim window has closed, returned
 * claims at their deadline. Each in a transaction of its own, so that one that fails does not hold up the others.
 * Returns how many expired.
 */
export async function expireClaims(db: Db, now: Date): Promise<number> {
  let expired = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const ids = await inTransaction(db, SYSTEM_ACTOR, (tx) => candidates(tx, now, after));
    for (const id of ids) if (await inTransaction(db, SYSTEM_ACTOR, (tx) => expireIfDue(tx, id, now))) expired += 1;
    const last = ids.at(-1);
    if (last === undefined) return expired;
    after = last;
  }
}

async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("claim")
    .innerJoin("fund", "fund.id", "claim.fund_id")
    .select("claim.id")
    .where("claim.status", "in", ["editing", "action_required"])
    // A day of grace for zones: the exact moment is judged under the lock.
    .where(sql<boolean>`(claim.due_at < ${now} or fund.claim_to < ${now}::date)`)
    .where("claim.id", ">", after)
    .orderBy("claim.id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

async function expireIfDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const claim = await lockClaim(tx, id);
  if (!claim || (claim.status !== "editing" && claim.status !== "action_required")) return false;
  const last = await lastDay(tx, claim);
  const edition = await editionOf(tx, claim);
  if (dateIn(edition.document.timeZone, now) <= last) return false;
  const command = { actor: SYSTEM_ACTOR, now };
  const ready = await beginStep(tx, command, id, "expire");
  await lockFund(tx, claim.fundId);
  const released = await releaseReserved(tx, command, claim, "expired");
  await finishStep(tx, command, ready, NO_DEADLINE, { payload: { released, currency: claim.currency } });
  return true;
}

/** The last day on which the partner may still submit: an asked claim by its deadline, a withdrawn one by the proof deadline. */
async function lastDay(tx: Tx, claim: Claim): Promise<string> {
  if (claim.dueOn !== null) return claim.dueOn;
  const edition = await editionOf(tx, claim);
  const window = windowFor(edition.document, claim.usagePeriod);
  if (!window) return "9999-12-31";
  return claim.round === 0 ? window.claimWindow.to : window.proofDeadline;
}
