import { type RawBuilder, sql } from "kysely";
import type { ClaimContext } from "./claim-context.ts";

/** The place after the last part of a kind in a claim. The caller has locked the claim, so nobody takes it as well. */
export function nextOrdinal(
  table: "invoice" | "certification" | "proof_document",
  claim: ClaimContext,
): RawBuilder<number> {
  return sql<number>`(select coalesce(max(ordinal), 0) + 1 from ${sql.table(table)} where claim_id = ${claim.claimId})`;
}
