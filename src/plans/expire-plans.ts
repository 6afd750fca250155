import { addDays, dateIn, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { eachInTurn, type InTurn } from "../platform/jobs/index.ts";
import { editionOf } from "./judge-plan.ts";
import { firstSubmissionUntil, resubmissionUntil } from "./plan-period.ts";
import { lockPlan } from "./plan-store.ts";
import { EDITABLE } from "./plan-transitions.ts";
import { beginStep, finishStep } from "./step-plan.ts";

const BATCH = 100;

/**
 * Ends plans whose time has run out (rulebook 4.1, 5.6): drafts never submitted by the last day of their program year, returned
 * plans not submitted again by the last day for that. An answer that is only late leaves its plan open. Returns how many expired.
 */
export function expirePlans(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, plansToExpire(now));
}

/** The plans whose time may have run out at a moment, and how each ends. */
export function plansToExpire(now: Date): InTurn {
  return {
    failure: "plans could not expire",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => expireIfDue(tx, id, now),
  };
}

async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("plan")
    .innerJoin("program_edition", "program_edition.id", "plan.edition_id")
    .select("plan.id")
    .where("plan.status", "in", EDITABLE)
    // East of Greenwich the last day ends while it still is that day in UTC; the exact moment is judged under the lock.
    .where("program_edition.ends_on", "<", addDays(dateIn("UTC", now), 1))
    .where("plan.id", ">", after)
    .orderBy("plan.id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

async function expireIfDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const plan = await lockPlan(tx, id);
  if (!plan || !EDITABLE.includes(plan.status)) return false;
  const { document } = await editionOf(tx, plan);
  const lastDay = plan.round === 0 ? firstSubmissionUntil(document) : resubmissionUntil(document);
  if (dateIn(document.timeZone, now) <= lastDay) return false;
  const command = { actor: SYSTEM_ACTOR, now };
  await finishStep(tx, command, await beginStep(tx, command, id, "expire"), {});
  return true;
}
