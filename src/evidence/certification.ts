import type { IsoDate } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { LineDecision } from "./invoice.ts";

/** What a quantity of in-house work counts. */
export const CERTIFICATION_UNITS = ["hours", "days", "pieces"] as const;

/** One of {@link CERTIFICATION_UNITS}. */
export type CertificationUnit = (typeof CERTIFICATION_UNITS)[number];

/** A certification of in-house cost (CSR, rulebook 6.5) as entered. It is one line of the claim under its own id. */
export interface CertificationFacts {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly personOrRole: string;
  readonly workDone: string;
  /** Code of the catalogue; null means the activity's first type that allows certification. */
  readonly expenseType: string | null;
  readonly unit: CertificationUnit;
  /** Decimal text above zero. */
  readonly quantity: string;
  readonly unitCost: Money;
  readonly total: Money;
  readonly currency: string;
  readonly certifierName: string;
  readonly certifierRole: string;
  readonly certifiedOn: IsoDate;
  /** The certifier vouches for it. A draft may lack that; the rules then block the submission. */
  readonly accepted: boolean;
}

/** A stored certification; `fileId` is the PDF made from it. */
export interface Certification extends CertificationFacts, LineDecision {
  readonly id: string;
  readonly version: number;
  readonly fileId: string | null;
}
