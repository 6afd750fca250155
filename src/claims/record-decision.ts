import { type Canonical, type Command, canonicalJson, newUuid } from "../kernel/index.ts";
import { type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import type { Judgement } from "./judge-claim.ts";

/** What was decided, to be kept with all it rests on. */
export interface Decision {
  readonly verb: "submit" | "request-information" | "approve" | "reject";
  readonly amount: Money;
  readonly lines: readonly { readonly id: string; readonly amount: Money; readonly reasonCode: string | null }[];
  readonly reasonCode?: string | null;
  readonly comment?: string | null;
  readonly item?: string | null;
}

/** Keeps a decision with subject, facts and findings, so that the same judgement can be repeated from it later. */
export async function recordDecision(
  tx: Tx,
  { actor, now }: Command,
  claim: Claim,
  judged: Judgement,
  decision: Decision,
): Promise<void> {
  await tx
    .insertInto("claim_decision")
    .values({
      id: newUuid(now),
      partner_id: claim.partnerId,
      claim_id: claim.id,
      round: claim.round,
      verb: decision.verb,
      decided_at: now,
      decided_by: actor.personId,
      edition_id: judged.edition.id,
      reason_code: decision.reasonCode ?? null,
      comment: decision.comment ?? null,
      item: decision.item ?? null,
      subject: asJson(judged.subject),
      facts: asJson(judged.facts),
      findings: asJson(judged.assessment.findings),
      lines: asJson(decision.lines.map((line) => ({ ...line, amount: toWire(line.amount) }))),
      amount: decision.amount.minor,
      currency: decision.amount.currency,
    })
    .execute();
}

/** Plain data of the rules engine as JSON; bigint amounts become decimal texts of minor units. */
function asJson(value: object): string {
  return canonicalJson(value as unknown as Canonical);
}
