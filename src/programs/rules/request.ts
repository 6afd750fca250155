import type { IsoDate } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";
import type { CHANGES } from "../parts/request-schema.ts";
import type { Case } from "./case.ts";
import type { ClaimFacts } from "./facts.ts";
import type { SubjectMetric } from "./subject.ts";

/** What may be different about work that was agreed to. */
export type Change = (typeof CHANGES)[number];

/** What the rules judge before the work: a request for consent, or an activity of a plan. Complete or not. */
export interface RequestSubject {
  readonly activityType: string;
  readonly name?: string;
  readonly currency: string;
  /** What the vendor is asked to pay. */
  readonly amount: Money | null;
  /** First and last day of the work. */
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  /** Why the request is late, where it is. */
  readonly reason: string | null;
  /** True when the vendor had sent it back and it is handed in anew. */
  readonly isReturned: boolean;
  /** What differs from work that was agreed to before; empty for new work. */
  readonly changes: readonly Change[];
  readonly sponsors?: number;
  readonly sharePercent?: string | null;
  readonly event?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  /** Expected values of metrics by code. */
  readonly metrics: Readonly<Record<string, SubjectMetric>>;
}

/** What the rules need to know of the world around a request. */
export interface RequestFacts
  extends Pick<ClaimFacts, "partner" | "standing" | "firstClaim" | "counts" | "holidays" | "rates" | "enrolled"> {
  readonly today: IsoDate;
  /** Day on which it was handed in; null while it was not. The lead time is counted from it, or from today. */
  readonly requestedOn: IsoDate | null;
  /** Code of the fund's type, where shares differ by it. */
  readonly fundType?: string;
  /** Day on which the work was closed or refused for good; null for none. */
  readonly refused?: "rejected" | "declined" | null;
}

/** A request laid out for the rules: its own words, and the case of a claim that would follow from it. */
export interface RequestCase {
  readonly c: Case;
  readonly request: RequestSubject;
  readonly facts: RequestFacts;
}
