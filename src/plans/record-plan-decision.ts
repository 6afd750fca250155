import { addComment } from "../conversations/index.ts";
import { type Canonical, type Command, canonicalJson, newUuid } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { PlanJudgement } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";

/** Steps that rest on a judgement of the rules. */
export type PlanDecisionVerb = "submit" | "request-information" | "approve" | "reject";

/** What was decided, to be kept with all it rests on. */
export interface PlanDecision {
  readonly verb: PlanDecisionVerb;
  readonly amount: Money;
  readonly reasonCode?: string | null;
  readonly comment?: string | null;
  /** Text id of the campaign or activity it is about. */
  readonly item?: string | null;
}

/**
 * Keeps a decision with the plan as it stood, the facts and the findings, so that the same judgement can be repeated from it
 * later (`replay-plan-decision.ts`); what was said with it becomes a comment both sides read. Returns the UUID of the decision,
 * which the event of the step names.
 */
export async function recordPlanDecision(
  tx: Tx,
  { actor, now }: Command,
  plan: Plan,
  judged: PlanJudgement,
  decision: PlanDecision,
): Promise<string> {
  const id = newUuid(now);
  const { comment = null, item = null, reasonCode = null } = decision;
  await tx
    .insertInto("plan_decision")
    .values({
      id,
      partner_id: plan.partnerId,
      plan_id: plan.id,
      round: plan.round,
      verb: decision.verb,
      decided_at: now,
      decided_by: actor.personId,
      edition_id: judged.edition.id,
      reason_code: reasonCode,
      comment,
      item,
      subject: asJson(judged.subject),
      facts: asJson(judged.facts),
      findings: asJson(judged.findings),
      amount: decision.amount.minor,
      currency: decision.amount.currency,
    })
    .execute();
  if (comment !== null) {
    const subject = { partnerId: plan.partnerId, subjectType: "plan", subjectId: plan.id };
    await addComment(tx, actor, now, { ...subject, text: comment, item });
  }
  return id;
}

/** Plain data of the rules as JSON; amounts in bigint become decimal texts of minor units. */
function asJson(value: object): string {
  return canonicalJson(value as unknown as Canonical);
}
