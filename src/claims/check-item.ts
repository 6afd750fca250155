import type { Evidence } from "../evidence/index.ts";
import { type IdKind, idText, invalid } from "../kernel/index.ts";

/**
 * Refuses an id of something that is no part of this claim's proof: what a request or a comment points at must be found by
 * the one who reads it. Returns the id; null when it points at nothing in particular.
 */
export function checkItem(evidence: Evidence, item: string | null | undefined): string | null {
  if (item === null || item === undefined) return null;
  const ids = (kind: IdKind, parts: readonly { readonly id: string }[]) => parts.map((part) => idText(kind, part.id));
  const known = [
    ...ids("invoice", evidence.invoices),
    ...ids(
      "invoiceLine",
      evidence.invoices.flatMap((invoice) => invoice.lines),
    ),
    ...ids("certification", evidence.certifications),
    ...ids("document", evidence.documents),
  ];
  if (known.includes(item)) return item;
  throw invalid("invalid-body", "This claim has no such invoice, line, certification or document.", [
    { field: "item", code: "unknown-item", message: "Name a part of this claim, or leave it out." },
  ]);
}
