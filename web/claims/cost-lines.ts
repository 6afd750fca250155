import type { Claim, MoneyOnWire } from "../api/types.ts";

/** A line of cost, of an invoice or of a statement of in-house cost, in one form for tables. */
export interface CostLine {
  id: string;
  description: string;
  /** Which invoice or statement it stands on. */
  from: string;
  /** The paper it stands on. */
  fileId: string | null;
  expenseType: string | null;
  amount: MoneyOnWire;
  eligibleAmount: MoneyOnWire | null;
  approvedAmount: MoneyOnWire | null;
  reasonCode: string | null;
  /** Path of the line as findings name it. */
  field: string;
}

/** All lines of cost of a claim, in the order of the rules engine. */
export function costLines(claim: Pick<Claim, "invoices" | "certifications">): CostLine[] {
  const invoiced = claim.invoices.flatMap((invoice, i) =>
    invoice.lines.map((line, l) => ({
      id: line.id,
      description: line.description,
      from: `${invoice.supplierName}, ${invoice.number}`,
      fileId: invoice.file?.id ?? null,
      expenseType: line.expenseType,
      amount: line.lineAmount,
      eligibleAmount: line.eligibleAmount,
      approvedAmount: line.approvedAmount,
      reasonCode: line.reasonCode,
      field: `invoices[${i}].lines[${l}]`,
    })),
  );
  const inHouse = claim.certifications.map((one, i) => ({
    id: one.id,
    description: one.workDone,
    from: one.personOrRole,
    fileId: one.file?.id ?? null,
    expenseType: one.expenseType,
    amount: one.total,
    eligibleAmount: one.eligibleAmount,
    approvedAmount: one.approvedAmount,
    reasonCode: one.reasonCode,
    field: `certifications[${i}]`,
  }));
  return [...invoiced, ...inHouse];
}
