import { isCurrency, type Money } from "../../money/index.ts";
import type { ActivityType } from "../activity-type-schema.ts";
import type { EditionDocument } from "../edition-schema.ts";
import type { ClaimSubject } from "./subject.ts";

/** A line of cost while the rules cut it. Amounts are minor units of the claim's currency. */
export interface WorkingLine {
  readonly id: string;
  readonly kind: "invoice-line" | "certification";
  readonly field: string;
  readonly expenseType: string | null;
  readonly description: string;
  /** Who it was spent on, as a key that ignores case and spacing; empty when nobody is named. */
  readonly person: string;
  readonly claimed: bigint;
  readonly left: bigint;
  readonly cuts: readonly { readonly rule: string; readonly minor: bigint; readonly reasonCode: string }[];
}

/**
 * Invoice lines, then certifications, in the order of the claim. A line without an amount, below nothing or in another
 * currency counts as nothing: its own rule says so.
 */
export function workingLines(
  subject: ClaimSubject,
  type: ActivityType | undefined,
  document: EditionDocument,
): readonly WorkingLine[] {
  const amount = (value: Money | null): bigint =>
    value && value.currency === subject.currency && isCurrency(value.currency) && value.minor > 0n ? value.minor : 0n;
  const invoiced = subject.invoices.flatMap((invoice, i) =>
    invoice.lines.map((line, j) =>
      working(
        "invoice-line",
        line.id,
        `invoices[${i}].lines[${j}]`,
        line.expenseType,
        line.person,
        amount(line.lineAmount),
        line.description,
      ),
    ),
  );
  const certified = subject.certifications.map((csr, k) =>
    working(
      "certification",
      csr.id,
      `certifications[${k}]`,
      csr.expenseType ?? firstCertifiable(type, document),
      csr.personOrRole,
      amount(csr.total),
      csr.workDone,
    ),
  );
  return [...invoiced, ...certified];
}

/** The first expense type of an activity type for which in-house cost may be certified. */
export function firstCertifiable(type: ActivityType | undefined, document: EditionDocument): string | null {
  if (!type?.certificationAllowed) return null;
  const allowed = new Set(document.expenseTypes.filter((e) => e.csrAllowed).map((e) => e.code));
  return type.eligibleExpenses.find((code) => allowed.has(code)) ?? null;
}

/** The line with no more than `to` left of it; what is taken is recorded under the rule. */
export function cutTo(line: WorkingLine, to: bigint, rule: string, reasonCode: string): WorkingLine {
  const keep = to < 0n ? 0n : to;
  if (line.left <= keep) return line;
  return { ...line, left: keep, cuts: [...line.cuts, { rule, minor: line.left - keep, reasonCode }] };
}

/** What is left of all lines. */
export function leftOf(lines: readonly WorkingLine[]): bigint {
  return lines.reduce((total, line) => total + line.left, 0n);
}

function working(
  kind: WorkingLine["kind"],
  id: string,
  field: string,
  expenseType: string | null,
  person: string | null,
  claimed: bigint,
  description: string,
): WorkingLine {
  const key = (person ?? "").trim().replace(/\s+/g, " ").toLowerCase();
  return { id, kind, field, expenseType, description, person: key, claimed, left: claimed, cuts: [] };
}
