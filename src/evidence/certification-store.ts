import { checkVersion, newUuid, notFound, type SeenVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { CertificationFacts } from "./certification.ts";
import type { ClaimContext } from "./claim-context.ts";
import { nextOrdinal } from "./next-ordinal.ts";
import { ask, type WhenAsked } from "./when-asked.ts";

/** Adds a certification of in-house cost to a claim. Returns its UUID. */
export async function addCertification(
  tx: Tx,
  claim: ClaimContext,
  facts: CertificationFacts,
  now: Date,
): Promise<string> {
  const id = newUuid(now);
  await tx
    .insertInto("certification")
    .values({
      id,
      claim_id: claim.claimId,
      partner_id: claim.partnerId,
      ordinal: nextOrdinal("certification", claim),
      created_at: now,
      ...columnsOf(facts),
    })
    .execute();
  return id;
}

/**
 * Replaces a certification by what is given; the document made from it and what was decided about it fall away.
 * Returns the new version. Throws 404 when the claim has none such, 412 on another version than `seen`.
 */
export async function updateCertification(
  tx: Tx,
  claim: ClaimContext,
  id: string,
  given: WhenAsked<CertificationFacts>,
  seen: SeenVersion,
): Promise<number> {
  const version = await lockCertification(tx, claim, id);
  checkVersion(seen, version);
  await tx
    .updateTable("certification")
    .set({
      ...columnsOf(ask(given)),
      file_id: null,
      eligible_amount: null,
      approved_amount: null,
      reason_code: null,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  return version + 1;
}

/** Removes a certification. Throws 404 when the claim has none such, 412 on another version than `seen`. */
export async function removeCertification(tx: Tx, claim: ClaimContext, id: string, seen?: SeenVersion): Promise<void> {
  checkVersion(seen, await lockCertification(tx, claim, id));
  await tx.deleteFrom("certification").where("id", "=", id).execute();
}

/** Notes the document that was made from a certification. */
export async function setCertificationFile(tx: Tx, claim: ClaimContext, id: string, fileId: string): Promise<void> {
  await tx
    .updateTable("certification")
    .set({ file_id: fileId })
    .where("id", "=", id)
    .where("claim_id", "=", claim.claimId)
    .execute();
}

async function lockCertification(tx: Tx, claim: ClaimContext, id: string): Promise<number> {
  const row = await tx
    .selectFrom("certification")
    .select("version")
    .where("id", "=", id)
    .where("claim_id", "=", claim.claimId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("certification");
  return row.version;
}

function columnsOf(facts: CertificationFacts) {
  return {
    period_from: facts.from,
    period_to: facts.to,
    person_or_role: facts.personOrRole,
    work_done: facts.workDone,
    expense_type: facts.expenseType,
    unit: facts.unit,
    quantity: facts.quantity,
    currency: facts.currency,
    unit_cost: facts.unitCost.minor,
    total: facts.total.minor,
    certifier_name: facts.certifierName,
    certifier_role: facts.certifierRole,
    certified_on: facts.certifiedOn,
    accepted: facts.accepted,
  };
}
