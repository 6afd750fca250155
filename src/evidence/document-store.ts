import { checkVersion, invalid, newUuid, notFound, type SeenVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { refuseForeignFiles, refuseTooManyFiles } from "./attachable.ts";
import type { ClaimContext } from "./claim-context.ts";
import type { DocumentBody, DocumentPatch } from "./evidence-contract.ts";
import { nextOrdinal } from "./next-ordinal.ts";
import type { MetricInput } from "./read-bodies.ts";
import { ask, type WhenAsked } from "./when-asked.ts";

/**
 * Adds a proof document (a file or a link) to a claim. Returns its UUID.
 * Throws 422 `unknown-file`, `unknown-document` (it is said to replace) or `too-many-files`.
 */
export async function addDocument(tx: Tx, claim: ClaimContext, body: DocumentBody, now: Date): Promise<string> {
  await refuseForeignFiles(tx, claim, [{ field: "file", fileId: body.file }]);
  if (body.supersedes !== null) await refuseUnknownPredecessor(tx, claim, body.supersedes);
  const id = newUuid(now);
  await tx
    .insertInto("proof_document")
    .values({
      id,
      claim_id: claim.claimId,
      partner_id: claim.partnerId,
      ordinal: nextOrdinal("proof_document", claim),
      evidence_code: body.evidenceCode,
      note: body.note,
      file_id: body.file,
      url: body.url,
      supersedes: body.supersedes,
      created_at: now,
    })
    .execute();
  await refuseTooManyFiles(tx, claim);
  return id;
}

/** Changes note or slot of a document. Returns the new version. Throws 404, or 412 on another version than `seen`. */
export async function updateDocument(
  tx: Tx,
  claim: ClaimContext,
  id: string,
  given: WhenAsked<DocumentPatch>,
  seen: SeenVersion,
): Promise<number> {
  const version = await lockDocument(tx, claim, id);
  checkVersion(seen, version);
  const patch = ask(given);
  await tx
    .updateTable("proof_document")
    .set({
      ...(patch.note === undefined ? {} : { note: patch.note }),
      ...(patch.evidenceCode === undefined ? {} : { evidence_code: patch.evidenceCode }),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  return version + 1;
}

/** Removes a document; one that replaced it stands by itself then. Throws 404, or 412 on another version than `seen`. */
export async function removeDocument(tx: Tx, claim: ClaimContext, id: string, seen?: SeenVersion): Promise<void> {
  checkVersion(seen, await lockDocument(tx, claim, id));
  await tx.updateTable("proof_document").set({ supersedes: null }).where("supersedes", "=", id).execute();
  await tx.deleteFrom("proof_document").where("id", "=", id).execute();
}

/** Replaces all metric values of a claim. Throws 422 `unknown-file` or `too-many-files`. */
export async function putMetrics(
  tx: Tx,
  claim: ClaimContext,
  metrics: ReadonlyMap<string, MetricInput>,
): Promise<void> {
  const entries = [...metrics];
  await refuseForeignFiles(
    tx,
    claim,
    entries.map(([code, metric]) => ({ field: code, fileId: metric.fileId })),
  );
  await tx.deleteFrom("metric_value").where("claim_id", "=", claim.claimId).execute();
  if (entries.length === 0) return;
  await tx
    .insertInto("metric_value")
    .values(
      entries.map(([code, metric]) => ({
        claim_id: claim.claimId,
        partner_id: claim.partnerId,
        metric_code: code,
        value: metric.value,
        file_id: metric.fileId,
      })),
    )
    .execute();
  await refuseTooManyFiles(tx, claim);
}

async function lockDocument(tx: Tx, claim: ClaimContext, id: string): Promise<number> {
  const row = await tx
    .selectFrom("proof_document")
    .select("version")
    .where("id", "=", id)
    .where("claim_id", "=", claim.claimId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("document");
  return row.version;
}

async function refuseUnknownPredecessor(tx: Tx, claim: ClaimContext, id: string): Promise<void> {
  const row = await tx
    .selectFrom("proof_document")
    .select("id")
    .where("id", "=", id)
    .where("claim_id", "=", claim.claimId)
    .executeTakeFirst();
  if (row) return;
  throw invalid("invalid-body", "The document that this one replaces is not part of the claim.", [
    { field: "supersedes", code: "unknown-document", message: "This claim has no such document." },
  ]);
}
