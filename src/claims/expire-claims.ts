import { sql } from "kysely";
import { dateIn, type IsoDate, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { eachInTurn, type InTurn } from "../platform/jobs/index.ts";
import { type EditionDocument, windowFor } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import { type ClaimPlan, planOfClaim } from "./claim-plan.ts";
import { lockClaim } from "./claim-store.ts";
import { EDITABLE } from "./claim-transitions.ts";
import { endUndecided } from "./end-undecided.ts";
import { editionOf } from "./judge-claim.ts";
import { beginStep } from "./step-claim.ts";

const BATCH = 100;

/**
 * Ends claims whose time has run out (rulebook 4.2): drafts never submitted when their claim window has closed, returned
 * claims at their deadline. Returns how many expired.
 */
export function expireClaims(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, claimsToExpire(now));
}

/** The claims whose time may have run out at a moment, and how each ends. */
export function claimsToExpire(now: Date): InTurn {
  return {
    failure: "claims could not expire",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => expireIfDue(tx, id, now),
  };
}

async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("claim")
    .innerJoin("fund", "fund.id", "claim.fund_id")
    .select("claim.id")
    .where("claim.status", "in", EDITABLE)
    // East of Greenwich the window's last day ends while it still is that day in UTC; the exact moment is judged under the lock.
    .where(sql<boolean>`(claim.due_at < ${now} or fund.claim_to <= ${dateIn("UTC", now)}::date)`)
    .where("claim.id", ">", after)
    .orderBy("claim.id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

async function expireIfDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const claim = await lockClaim(tx, id);
  if (!claim || !EDITABLE.includes(claim.status)) return false;
  const { document } = await editionOf(tx, claim);
  const plan = await planOfClaim(tx, claim, { lock: false });
  if (dateIn(document.timeZone, now) <= lastDay(document, claim, plan)) return false;
  const command = { actor: SYSTEM_ACTOR, now };
  await endUndecided(tx, command, await beginStep(tx, command, id, "expire"), "expired");
  return true;
}

/**
 * The last day on which the partner may still submit: one that was sent back by its deadline, one under a plan that is paid
 * ahead by the proof deadline, any other in the claim window.
 */
function lastDay(document: EditionDocument, claim: Claim, plan: ClaimPlan | null): IsoDate {
  if (claim.dueOn !== null) return claim.dueOn;
  const window = windowFor(document, claim.usagePeriod);
  if (!window) return "9999-12-31";
  return plan?.funding === "paid-ahead" ? window.proofDeadline : window.claimWindow.to;
}
