import type { Finding } from "../kernel/index.ts";
import { amountsRevived } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Assessment, type ClaimFacts, type ClaimSubject, editionById, evaluate } from "../programs/index.ts";
import type { DecisionVerb } from "./record-decision.ts";

/** A decision as it was kept, with everything it was judged by. Amounts are amounts again. */
export interface KeptDecision {
  readonly id: string;
  readonly claimId: string;
  readonly round: number;
  readonly verb: DecisionVerb;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly editionId: string;
  readonly subject: ClaimSubject;
  readonly facts: ClaimFacts;
  readonly findings: readonly Finding[];
}

/** The decisions on a claim, oldest first. */
export async function decisionsOn(tx: Tx, claimId: string): Promise<KeptDecision[]> {
  const rows = await tx
    .selectFrom("claim_decision")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("decided_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    round: row.round,
    verb: row.verb as DecisionVerb, // the database checks the verb
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    editionId: row.edition_id,
    // Sound because `recordDecision` is the only writer and the rows never change.
    subject: amountsRevived(row.subject) as ClaimSubject,
    facts: amountsRevived(row.facts) as ClaimFacts,
    findings: row.findings as unknown as Finding[],
  }));
}

/**
 * Judges again what was judged then, by the edition of then: gives the findings that were kept, however much the claim, the
 * fund and the program have changed since (ARCHITECTURE.md, idea 2).
 */
export async function replayDecision(tx: Tx, decision: KeptDecision): Promise<Assessment> {
  const edition = await editionById(tx, decision.editionId);
  if (!edition) throw new RangeError(`the edition of decision ${decision.id} is not there`);
  return evaluate(edition, decision.subject, decision.facts);
}
