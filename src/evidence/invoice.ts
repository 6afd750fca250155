import type { IsoDate } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";

/** A supplier's invoice as the partner entered it. Subtotal and lines are net of tax. All amounts have `currency`. */
export interface InvoiceFacts {
  readonly supplierName: string;
  readonly number: string;
  readonly date: IsoDate;
  /** Whom the invoice is made out to; empty while the draft does not say. */
  readonly billedTo: string;
  readonly currency: string;
  readonly subtotal: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly lines: readonly InvoiceLineFacts[];
  /** UUID of the file, null while the draft has none. */
  readonly fileId: string | null;
}

/** One line as entered. */
export interface InvoiceLineFacts {
  readonly description: string;
  /** Code of the catalogue; null while the draft does not say. */
  readonly expenseType: string | null;
  /** Decimal text above zero, such as `2.5`. */
  readonly quantity: string;
  readonly unitPrice: Money;
  readonly lineAmount: Money;
  /** Who travelled, sat the exam or was registered. */
  readonly person: string | null;
}

/** What was decided about a line of cost (invoice line or certification). */
export interface LineDecision {
  /** What the rules leave of it; null before the first submission. */
  readonly eligibleAmount: Money | null;
  /** What the reviewer approved; null before the decision. */
  readonly approvedAmount: Money | null;
  readonly reasonCode: string | null;
}

/** A stored line. */
export interface InvoiceLine extends InvoiceLineFacts, LineDecision {
  readonly id: string;
}

/** A stored invoice with its lines in order. */
export interface Invoice extends InvoiceFacts {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly InvoiceLine[];
}
