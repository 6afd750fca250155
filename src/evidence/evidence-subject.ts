import { dateIn } from "../kernel/index.ts";
import type { Evidence } from "./evidence.ts";

/**
 * The evidence of a claim in the form in which the rules engine judges it (`ClaimSubject` of programs). `zone` is the
 * program's: days on which documents were added are those of its calendar.
 */
export function evidenceSubject(evidence: Evidence, zone: string) {
  return {
    invoices: evidence.invoices.map(({ fileId, ...invoice }) => ({ ...invoice, hasFile: fileId !== null })),
    certifications: evidence.certifications,
    documents: evidence.documents
      .filter((document) => !evidence.documents.some((other) => other.supersedes === document.id))
      .map(({ id, evidenceCode, note, url, fileId, addedAt }) => ({
        id,
        evidenceCode,
        note,
        kind: url === null ? ("file" as const) : ("link" as const),
        addedOn: dateIn(zone, addedAt),
        ...(url === null ? {} : { url }),
        ...mediaTypeOf(evidence, fileId),
      })),
    metrics: Object.fromEntries(evidence.metrics),
  };
}

function mediaTypeOf({ files }: Evidence, fileId: string | null): { mediaType?: string } {
  const file = fileId === null ? undefined : files.get(fileId);
  return file ? { mediaType: file.mediaType } : {};
}
