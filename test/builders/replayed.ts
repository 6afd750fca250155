import { expect } from "vitest";
import { decisionsOn, replayDecision } from "../../src/claims/index.ts";
import { decisionsOnPlan, replayPlanDecision } from "../../src/plans/index.ts";
import type { Tx } from "../../src/platform/database/index.ts";

/** How a finding looks once it was kept. */
const kept = (findings: unknown): unknown => JSON.parse(JSON.stringify(findings));

/**
 * Judges every decision of the database again from what was kept with it, and holds the findings against those that were
 * kept. Gives how many there were.
 */
export async function replayEveryDecision(tx: Tx): Promise<{ readonly claims: number; readonly plans: number }> {
  const claims = await tx.selectFrom("claim_decision").select(["id", "claim_id"]).execute();
  for (const claimId of new Set(claims.map((row) => row.claim_id)))
    for (const decision of await decisionsOn(tx, claimId)) {
      const { findings } = await replayDecision(tx, decision);
      expect(kept(findings), `${decision.verb} of claim ${claimId}`).toEqual(decision.findings);
    }
  const plans = await tx.selectFrom("plan_decision").select(["id", "plan_id"]).execute();
  for (const planId of new Set(plans.map((row) => row.plan_id)))
    for (const decision of await decisionsOnPlan(tx, planId)) {
      const findings = await replayPlanDecision(tx, decision);
      expect(kept(findings), `${decision.verb} of plan ${planId}`).toEqual(decision.findings);
    }
  return { claims: claims.length, plans: plans.length };
}
