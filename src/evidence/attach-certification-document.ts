import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { FileStorage } from "../platform/files/index.ts";
import type { Certification } from "./certification.ts";
import { setCertificationFile } from "./certification-store.ts";
import type { ClaimContext } from "./claim-context.ts";
import { storeFile } from "./keep-file.ts";
import { type CertificationSetting, renderCertification } from "./render-certification.ts";
import type { StoredFile } from "./stored-file.ts";

/**
 * Makes the document of a certification, stores it and notes it there, in place of an earlier one (which stays in the
 * storage: a decision may have been made by it). To be called after adding or changing the certification.
 */
export async function attachCertificationDocument(
  tx: Tx,
  storage: FileStorage,
  claim: ClaimContext,
  certification: Certification,
  options: CertificationSetting & { readonly actor: Actor },
): Promise<StoredFile> {
  const incoming = {
    name: `certification-${options.claimNumber}-v${certification.version}.pdf`,
    declared: "application/pdf",
    content: await renderCertification(certification, options),
  };
  const file = await storeFile(tx, storage, incoming, {
    actor: options.actor,
    partnerId: claim.partnerId,
    now: options.now,
  });
  await setCertificationFile(tx, claim, certification.id, file.id);
  return file;
}
