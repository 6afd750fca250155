import { sql } from "kysely";
import { DomainError } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimContext } from "./claim-context.ts";

/** Most files a claim may carry (docs/api.md, limits). Certifications are made by the program and do not count. */
export const MAX_FILES_PER_CLAIM = 50;

/**
 * Checks that files may be attached to a claim: they exist, belong to the claim's partner, and may be read by whoever
 * attaches them. Throws 404 `unknown-file` naming the field; a file outside his scope is answered like one that does not
 * exist.
 */
export async function refuseForeignFiles(
  tx: Tx,
  claim: ClaimContext,
  files: ReadonlyArray<{ readonly field: string; readonly fileId: string | null }>,
): Promise<void> {
  const asked = files.filter((file) => file.fileId !== null);
  const ids = asked.flatMap((file) => file.fileId ?? []);
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom("file")
    .select(["id", "uploaded_by"])
    .where("id", "in", ids)
    .where("partner_id", "=", claim.partnerId)
    .execute();
  const known = new Set<string>();
  for (const row of rows) {
    const allowed = (await claim.mayAttach?.({ id: row.id, uploadedBy: row.uploaded_by })) ?? true;
    if (allowed) known.add(row.id);
  }
  const errors = asked
    .filter((file) => !known.has(file.fileId ?? ""))
    .map(({ field }) => ({ field, code: "unknown-file", message: "There is no such file. Upload it first." }));
  if (errors.length === 0) return;
  throw new DomainError({
    code: "unknown-file",
    kind: "not-found",
    message: "A file that is named here does not exist. Upload it first.",
    errors,
  });
}

/** Refuses with 422 `too-many-files` when the claim carries more files than it may. To be called after attaching. */
export async function refuseTooManyFiles(tx: Tx, claim: ClaimContext): Promise<void> {
  const { rows } = await sql<{ files: bigint }>`
    select count(distinct file_id) as files from (
      select file_id from invoice where claim_id = ${claim.claimId}
      union all select file_id from proof_document where claim_id = ${claim.claimId}
      union all select file_id from metric_value where claim_id = ${claim.claimId}
    ) attached`.execute(tx);
  if ((rows[0]?.files ?? 0n) <= BigInt(MAX_FILES_PER_CLAIM)) return;
  throw new DomainError({
    code: "too-many-files",
    kind: "invalid",
    message: `A claim may carry at most ${MAX_FILES_PER_CLAIM} files. Remove one, or put several pages into one PDF.`,
    errors: [{ field: "file", code: "too-many-files", message: `At most ${MAX_FILES_PER_CLAIM} files.` }],
  });
}
