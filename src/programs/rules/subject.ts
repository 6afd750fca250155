import type { IsoDate } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";

/**
 * What the rules judge: a claim as plain data, complete or not. A draft may lack anything; nothing here makes the
 * engine throw. Amounts are of any currency; the claim's own is `currency`.
 */
export interface ClaimSubject {
  /** Code of the activity type. */
  readonly activityType: string;
  /** Code of the usage period, such as `FY27-H1`. */
  readonly usagePeriod: string;
  readonly executionDate: IsoDate | null;
  /** The one currency of the claim. */
  readonly currency: string;
  readonly amountClaimed: Money | null;
  readonly preApprovalId: string | null;
  /** Name of the claim; unknown when left out. */
  readonly name?: string;
  /** Values of the fields that the program asks for, by code. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Number of vendors that pay for the activity together; one when left out. */
  readonly sponsors?: number;
  /** The share that was agreed, as decimal text, where the edition leaves a choice. */
  readonly sharePercent?: string | null;
  /** Key of the event the claim is for, so that several claims of one event count together. */
  readonly event?: string | null;
  /** The plan's activity the claim belongs to, with the days of its campaign; null without a plan. */
  readonly planActivity: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly invoices: readonly SubjectInvoice[];
  readonly certifications: readonly SubjectCertification[];
  readonly documents: readonly SubjectDocument[];
  /** Metric values by code. */
  readonly metrics: Readonly<Record<string, SubjectMetric>>;
}

/** A supplier's invoice with its lines. Lines and subtotal are net of tax. */
export interface SubjectInvoice {
  readonly id: string;
  readonly supplierName: string;
  readonly number: string;
  readonly date: IsoDate | null;
  readonly billedTo: string;
  readonly currency: string;
  readonly subtotal: Money | null;
  readonly tax: Money | null;
  readonly total: Money | null;
  readonly hasFile: boolean;
  readonly lines: readonly SubjectLine[];
}

/** One line of an invoice. */
export interface SubjectLine {
  readonly id: string;
  readonly description: string;
  readonly expenseType: string | null;
  /** Decimal text, such as `"2.5"`. */
  readonly quantity: string | null;
  readonly unitPrice: Money | null;
  readonly lineAmount: Money | null;
  /** Who travelled, sat the exam or was registered; for caps per person. */
  readonly person: string | null;
}

/** A statement that certifies in-house cost (rulebook 6.5). It is one line of the claim, under its own id. */
export interface SubjectCertification {
  readonly id: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly personOrRole: string;
  readonly workDone: string;
  /** Null means the first type of the activity for which a certification is allowed. */
  readonly expenseType: string | null;
  readonly unit: string;
  /** Decimal text. */
  readonly quantity: string | null;
  readonly unitCost: Money | null;
  readonly total: Money | null;
  readonly certifierName: string;
  readonly certifiedOn: IsoDate | null;
  readonly accepted: boolean;
}

/** A proof document: a file or a link, under a slot's code, one of its alternatives, or `other`. */
export interface SubjectDocument {
  readonly id: string;
  readonly evidenceCode: string;
  readonly note: string;
  readonly kind: "file" | "link";
  /** Address of a link. */
  readonly url?: string;
  /** Media type of a file. */
  readonly mediaType?: string;
  /** Day on which it was added; unknown when left out. */
  readonly addedOn?: IsoDate;
  /** Day of the thing shown, such as that of a post; unknown when left out. */
  readonly shownOn?: IsoDate;
}

/** The value of a metric: text (a number, an amount, a summary) or a file. */
export interface SubjectMetric {
  readonly value: string | null;
  readonly fileId: string | null;
}

/** How many vendors pay together: one where nothing was said, or what was said is no number of vendors. */
export function sponsorsOf({ sponsors = 1 }: { readonly sponsors?: number }): number {
  return Number.isSafeInteger(sponsors) && sponsors > 0 ? sponsors : 1;
}
