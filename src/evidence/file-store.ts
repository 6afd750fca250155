import type { Tx } from "../platform/database/index.ts";
import type { ScanResult, StoredFile } from "./stored-file.ts";

/** Writes the row of a received file. Its bytes must be in the storage before the transaction commits. */
export async function insertFile(tx: Tx, file: StoredFile): Promise<void> {
  await tx
    .insertInto("file")
    .values({
      id: file.id,
      partner_id: file.partnerId,
      name: file.name,
      media_type: file.mediaType,
      size: BigInt(file.size),
      sha256: file.sha256,
      storage_key: file.storageKey,
      scan: file.scan,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
    })
    .execute();
}

/** A file by its UUID, as far as the actor of the transaction may see it. */
export async function fileById(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const row = await tx.selectFrom("file").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    mediaType: row.media_type,
    size: Number(row.size),
    sha256: row.sha256,
    storageKey: row.storage_key,
    // The table's check allows no other value.
    scan: row.scan as ScanResult,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
  };
}

/** The claims in which a file stands, so that a later slice can decide by the claim's location who may read it. */
export async function claimsOfFile(tx: Tx, fileId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("invoice")
    .select("claim_id")
    .where("file_id", "=", fileId)
    .union(tx.selectFrom("certification").select("claim_id").where("file_id", "=", fileId))
    .union(tx.selectFrom("proof_document").select("claim_id").where("file_id", "=", fileId))
    .union(tx.selectFrom("metric_value").select("claim_id").where("file_id", "=", fileId))
    .execute();
  return rows.map((row) => row.claim_id);
}
