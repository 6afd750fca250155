import { sql } from "kysely";
import { type Command, dateIn, SYSTEM_ACTOR } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, type Money } from "../money/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { eachInTurn, type InTurn } from "../platform/jobs/index.ts";
import { editionById, windowFor } from "../programs/index.ts";
import { takenOfPlan } from "./activity-claims.ts";
import { inOrderOfUse } from "./mark-proven.ts";
import type { Plan } from "./plan.ts";
import { planMoney } from "./plan-money.ts";
import { lockPlan } from "./plan-store.ts";

/** Why the vendor demands an amount back. */
const REASON = "proof-missing";
const BATCH = 100;

/**
 * Demands back what was paid ahead under a plan and cannot be proven any more (rulebook 4.2, 9.1): the proof deadline of the
 * fund that paid has passed, and no claim that still waits for its decision covers the amount (one that the partner has back
 * to answer waits too, until that deadline). Such claims cover the fund that is used first first, as their approval would. Called by the clock for every plan, and at once when a claim that
 * waited past the deadline ends. The plan is locked; calling it again finds nothing more. Returns what was demanded now.
 */
export async function demandMissingProof(tx: Tx, { actor, now }: Command, plan: Plan): Promise<Money> {
  const { unprovenByFund } = await planMoney(tx, plan);
  const { waiting } = await takenOfPlan(tx, plan.id);
  const { id: planId, programId, partnerId, currency } = plan;
  let cover = waiting;
  let demanded = 0n;
  for (const { fundId, unproven, fund } of await inOrderOfUse(tx, unprovenByFund)) {
    const covered = cover < unproven ? cover : unproven;
    cover -= covered;
    const edition = await editionById(tx, fund.usageEditionId);
    const deadline = edition && windowFor(edition.document, fund.usage.code)?.proofDeadline;
    const amount = { minor: unproven - covered, currency };
    if (!edition || deadline === undefined || amount.minor === 0n) continue;
    const today = dateIn(edition.document.timeZone, now);
    if (today <= deadline) continue;
    const count = await ledger.countEntries(tx, { template: "demand-back", sourceId: planId, fundId });
    const ref = { fundId, programId, partnerId, planId };
    await ledger.post(
      tx,
      actor,
      now,
      ledger.demandBack(ref, { count, amount, reasonCode: REASON, effectiveOn: today }),
    );
    await events.record(tx, {
      at: now,
      type: "plan.proof-missing",
      subjectType: "plan",
      subjectId: planId,
      partnerId,
      actor,
      reasonCode: REASON,
      payload: {
        number: plan.number,
        fund: fundId,
        usagePeriod: fund.usage.code,
        proofDeadline: deadline,
        amount: amountText(amount),
        currency,
      },
    });
    demanded += amount.minor;
  }
  return { minor: demanded, currency };
}

/**
 * {@link demandMissingProof} for every plan with something unproven, each in a transaction of its own, so that one that
 * fails does not hold up the others; what failed is thrown at the end. Returns for how many plans something was demanded.
 */
export function demandMissingProofs(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, plansOwingProof(now));
}

/** The plans that may owe proof at a moment, and how what cannot be proven is demanded back. */
export function plansOwingProof(now: Date): InTurn {
  return {
    failure: "plans with missing proof were not handled",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => demandFrom(tx, id, now),
  };
}

async function demandFrom(tx: Tx, planId: string, now: Date): Promise<boolean> {
  const plan = await lockPlan(tx, planId);
  if (!plan) return false;
  return (await demandMissingProof(tx, { actor: SYSTEM_ACTOR, now }, plan)).minor > 0n;
}

/** Plans with something unproven in a fund whose usage period is over; the exact day is judged under the lock. */
async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("ledger_account")
    .innerJoin("fund", "fund.id", "ledger_account.fund_id")
    .select("ledger_account.subject_id")
    .distinct()
    .where("ledger_account.kind", "=", "plan-unproven")
    .where("ledger_account.balance", ">", 0n)
    .where(sql<boolean>`fund.usage_to <= ${dateIn("UTC", now)}::date`)
    .where("ledger_account.subject_id", ">", after)
    .orderBy("ledger_account.subject_id")
    .limit(BATCH)
    .execute();
  return rows.flatMap(({ subject_id }) => (subject_id === null ? [] : [subject_id]));
}
