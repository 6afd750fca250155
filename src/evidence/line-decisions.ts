import { sql } from "kysely";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimContext } from "./claim-context.ts";

/** What stands at a line of cost from now on; `lineId` is the UUID of an invoice line or of a certification. */
export interface LineDecisionInput {
  readonly lineId: string;
  readonly eligibleAmount: Money | null;
  readonly approvedAmount: Money | null;
  readonly reasonCode: string | null;
}

/**
 * Writes what the rules and the reviewer say about lines of a claim, in two statements however many lines there are.
 * Throws a RangeError when a line is not of this claim or an amount not of its currency: the caller took them from
 * `loadEvidence` of the locked claim, so that is a mistake in the program.
 */
export async function setLineDecisions(
  tx: Tx,
  claim: ClaimContext,
  decisions: readonly LineDecisionInput[],
): Promise<void> {
  if (decisions.length === 0) return;
  for (const { eligibleAmount, approvedAmount } of decisions) {
    for (const amount of [eligibleAmount, approvedAmount]) {
      if (amount && amount.currency !== claim.currency)
        throw new RangeError(`a decision in ${amount.currency} on a claim in ${claim.currency}`);
    }
  }
  const given = sql`(select * from unnest(
    ${decisions.map((d) => d.lineId)}::uuid[],
    ${decisions.map((d) => d.eligibleAmount?.minor ?? null)}::bigint[],
    ${decisions.map((d) => d.approvedAmount?.minor ?? null)}::bigint[],
    ${decisions.map((d) => d.reasonCode)}::text[]
  ) as t(id, eligible, approved, reason)) as given`;
  let written = 0n;
  for (const table of [sql.table("invoice_line"), sql.table("certification")]) {
    if (written === BigInt(decisions.length)) break;
    const result = await sql`update ${table} as line
      set eligible_amount = given.eligible, approved_amount = given.approved, reason_code = given.reason
      from ${given} where line.id = given.id and line.claim_id = ${claim.claimId}`.execute(tx);
    written += result.numAffectedRows ?? 0n;
  }
  if (written !== BigInt(decisions.length)) throw new RangeError("a decision names a line that is not of this claim");
}
