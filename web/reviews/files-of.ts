import type { ChecklistItem, Claim, FileRef } from "../api/types.ts";
import { codeInWords } from "../programs/programs-api.ts";

/** A file to look at, with what it is said to show. */
export interface ShownFile extends FileRef {
  label: string;
  note: string;
}

/** All files of a claim in the order one looks at them: invoices, statements of in-house cost, proof. */
export function filesOf(claim: Claim, checklist: readonly ChecklistItem[]): ShownFile[] {
  const names = new Map(checklist.flatMap((item) => item.accepts.map((code) => [code, item.label] as const)));
  return [
    ...claim.invoices.flatMap(({ file, supplierName, number }) =>
      file ? [{ ...file, label: `${supplierName} ${number}`, note: "" }] : [],
    ),
    ...claim.certifications.flatMap(({ file, personOrRole }) =>
      file ? [{ ...file, label: personOrRole, note: "" }] : [],
    ),
    ...claim.documents.flatMap(({ file, evidenceCode, note }) =>
      file ? [{ ...file, label: names.get(evidenceCode) ?? codeInWords(evidenceCode), note }] : [],
    ),
  ];
}
