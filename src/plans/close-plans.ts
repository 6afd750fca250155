import { lockFund } from "../funds/index.ts";
import { addDays, type Command, dateIn, type IsoDate, SYSTEM_ACTOR } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText } from "../money/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { eachInTurn, type InTurn } from "../platform/jobs/index.ts";
import { claimsOfPlan, isOpenClaim } from "./activity-claims.ts";
import { editionOf } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import { lastProofDeadline } from "./plan-period.ts";
import { lockPlan } from "./plan-store.ts";
import { beginStep, finishStep } from "./step-plan.ts";

const BATCH = 100;

/**
 * Closes approved plans when the last proof deadline of their windows has passed and no claim of theirs is open (rulebook 4.1);
 * what was set aside and not used goes back to the fund. Returns how many closed.
 */
export function closePlans(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, plansToClose(now));
}

/** The plans that may be over at a moment, and how each closes. */
export function plansToClose(now: Date): InTurn {
  return {
    failure: "plans could not close",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => closeIfDue(tx, id, now),
  };
}

async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("plan")
    .select("id")
    .where("status", "=", "approved")
    .where("period_to", "<", addDays(dateIn("UTC", now), 1))
    .where("id", ">", after)
    .orderBy("id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

async function closeIfDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const plan = await lockPlan(tx, id);
  if (plan?.status !== "approved") return false;
  const { document } = await editionOf(tx, plan);
  const today = dateIn(document.timeZone, now);
  if (today <= lastProofDeadline(document, plan.period)) return false;
  if ((await claimsOfPlan(tx, id)).some(isOpenClaim)) return false;
  const command = { actor: SYSTEM_ACTOR, now };
  const ready = await beginStep(tx, command, id, "close");
  const released = await releaseUnused(tx, command, plan, today);
  await finishStep(tx, command, ready, {}, { payload: { released, currency: plan.currency } });
  return true;
}

/** Gives back what is still set aside. Returns the amount as text for the event. */
async function releaseUnused(tx: Tx, { actor, now }: Command, plan: Plan, effectiveOn: IsoDate): Promise<string> {
  const { id: planId, committedFundId: fundId, programId, partnerId, round, currency } = plan;
  const amount = await ledger.balanceOf(tx, "plan-committed", planId, currency);
  if (amount.minor === 0n || fundId === null) return amountText(amount);
  await lockFund(tx, fundId);
  const release = ledger.releaseCommitment(
    { fundId, programId, partnerId, planId },
    { because: "closed", round, amount, effectiveOn },
  );
  await ledger.post(tx, actor, now, release);
  return amountText(amount);
}
