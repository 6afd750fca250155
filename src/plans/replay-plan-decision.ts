import type { Finding } from "../kernel/index.ts";
import { amountsRevived } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { editionById } from "../programs/index.ts";
import { judge, type PlanFacts, type PlanSubject } from "./plan-rules.ts";
import type { PlanDecisionVerb } from "./record-plan-decision.ts";

/** A decision as it was kept, with everything it was judged by. Amounts are amounts again. */
export interface KeptPlanDecision {
  readonly id: string;
  readonly planId: string;
  readonly round: number;
  readonly verb: PlanDecisionVerb;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly editionId: string;
  readonly subject: PlanSubject;
  readonly facts: PlanFacts;
  readonly findings: readonly Finding[];
}

/** The decisions on a plan, oldest first. */
export async function decisionsOnPlan(tx: Tx, planId: string): Promise<KeptPlanDecision[]> {
  const rows = await tx
    .selectFrom("plan_decision")
    .selectAll()
    .where("plan_id", "=", planId)
    .orderBy("decided_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    round: row.round,
    verb: row.verb as PlanDecisionVerb, // the database checks the verb
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    editionId: row.edition_id,
    // Sound because `recordPlanDecision` is the only writer and the rows never change.
    subject: amountsRevived(row.subject) as PlanSubject,
    facts: amountsRevived(row.facts) as PlanFacts,
    findings: row.findings as unknown as Finding[],
  }));
}

/**
 * Judges again what was judged then, by the edition of then: gives the findings that were kept, however much the plan, its fund
 * and the program have changed since (ARCHITECTURE.md, idea 2).
 */
export async function replayPlanDecision(tx: Tx, decision: KeptPlanDecision): Promise<readonly Finding[]> {
  const edition = await editionById(tx, decision.editionId);
  if (!edition) throw new RangeError(`the edition of decision ${decision.id} is not there`);
  return judge(edition, decision.subject, decision.facts);
}
