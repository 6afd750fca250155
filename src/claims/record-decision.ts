import { addComment } from "../conversations/index.ts";
import { type Canonical, type Command, canonicalJson, newUuid } from "../kernel/index.ts";
import { type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import type { Judgement } from "./judge-claim.ts";

/** What was decided, to be kept with all it rests on. */
export interface Decision {
  readonly verb: DecisionVerb;
  readonly amount: Money;
  readonly lines?: readonly DecisionLine[];
  readonly reasonCode?: string | null;
  readonly comment?: string | null;
  /** Text id of the part of the claim it is about. */
  readonly item?: string | null;
}

/** Steps that rest on a judgement of the rules. */
export type DecisionVerb = "submit" | "request-information" | "approve" | "reject";

/** What a decision says about one line of cost. */
export interface DecisionLine {
  readonly id: string;
  readonly amount: Money;
  readonly reasonCode: string | null;
}

/**
 * Keeps a decision with subject, facts and findings, so that the same judgement can be repeated from it later
 * (`replay-decision.ts`); what was said with it becomes a comment both sides read. Returns the UUID of the decision, which
 * the event of the step names.
 */
export async function recordDecision(
  tx: Tx,
  { actor, now }: Command,
  claim: Claim,
  judged: Judgement,
  decision: Decision,
): Promise<string> {
  const id = newUuid(now);
  const { comment = null, item = null, reasonCode = null, lines = [] } = decision;
  await tx
    .insertInto("claim_decision")
    .values({
      id,
      partner_id: claim.partnerId,
      claim_id: claim.id,
      round: claim.round,
      verb: decision.verb,
      decided_at: now,
      decided_by: actor.personId,
      edition_id: judged.edition.id,
      reason_code: reasonCode,
      comment,
      item,
      subject: asJson(judged.subject),
      facts: asJson(judged.facts),
      findings: asJson(judged.assessment.findings),
      lines: asJson(lines.map((line) => ({ ...line, amount: toWire(line.amount) }))),
      amount: decision.amount.minor,
      currency: decision.amount.currency,
    })
    .execute();
  if (comment !== null) {
    const subject = { partnerId: claim.partnerId, subjectType: "claim", subjectId: claim.id };
    await addComment(tx, actor, now, { ...subject, text: comment, item });
  }
  return id;
}

/** Plain data of the rules engine as JSON; amounts in bigint become decimal texts of minor units. */
function asJson(value: object): string {
  return canonicalJson(value as unknown as Canonical);
}
