import type { Claim } from "../api/types.ts";

/**
 * What a finding's field is about, in the words of the claim: the invoice, its line, the statement or the file. Two findings
 * with the same words are told apart by it. Fields that are about nothing in particular have no place.
 */
export function placeOf(
  claim: Pick<Claim, "invoices" | "certifications" | "documents">,
  field: string,
): string | undefined {
  const [, list, index, rest = ""] = /^(invoices|certifications|documents)\[(\d+)\](.*)$/.exec(field) ?? [];
  const at = Number(index);
  if (list === "documents") {
    const document = claim.documents[at];
    return document?.file?.name ?? document?.url ?? undefined;
  }
  if (list === "certifications") return claim.certifications[at]?.personOrRole;
  const invoice = list === "invoices" ? claim.invoices[at] : undefined;
  if (!invoice) return undefined;
  const paper = `${invoice.supplierName}, ${invoice.number}`;
  if (rest.startsWith(".file")) return invoice.file ? `${paper}, ${invoice.file.name}` : paper;
  const line = invoice.lines[Number(/^\.lines\[(\d+)\]/.exec(rest)?.[1] ?? -1)];
  return line?.description ? `${paper}: ${line.description}` : paper;
}
