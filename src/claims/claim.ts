import type { ClaimContext } from "../evidence/index.ts";
import type { IsoDate, Scope } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { ClaimStatus } from "./claim-transitions.ts";

/** A claim as it stands in its table. Ids are UUIDs. */
export interface Claim extends Scope {
  readonly id: string;
  readonly partnerId: string;
  readonly number: string;
  readonly name: string;
  readonly fundId: string;
  readonly editionId: string;
  readonly usagePeriod: string;
  readonly activityType: string;
  readonly planActivityId: string | null;
  readonly executionDate: IsoDate | null;
  readonly currency: string;
  readonly amountClaimed: Money | null;
  readonly amountApproved: Money | null;
  readonly preApprovalId: string | null;
  /** Values of the fields that the program asks for, by code. */
  readonly fields: Readonly<Record<string, string>>;
  /** Number of vendors that pay together; null for one. */
  readonly sponsors: number | null;
  /** The share that was agreed, as decimal text; null where none was. */
  readonly sharePercent: string | null;
  /** Key of the event it is for; null for none. */
  readonly event: string | null;
  readonly status: ClaimStatus;
  /** Counts submissions. */
  readonly round: number;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly dueOn: IsoDate | null;
  readonly dueSide: "partner" | "vendor" | null;
  readonly reasonCode: string | null;
  readonly acknowledged: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly openedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** What a list shows of a claim and what the policy asks: a page of them reads no more than this. */
export type ListedClaim = Scope &
  Pick<
    Claim,
    | "id"
    | "partnerId"
    | "number"
    | "name"
    | "editionId"
    | "usagePeriod"
    | "activityType"
    | "planActivityId"
    | "executionDate"
    | "currency"
    | "amountClaimed"
    | "amountApproved"
    | "status"
    | "version"
    | "dueAt"
    | "dueOn"
    | "dueSide"
    | "createdBy"
    | "submittedBy"
    | "updatedAt"
  >;

/** What only some programs ask of a claim. */
export type ClaimAnswers = Pick<Claim, "fields" | "sponsors" | "sharePercent" | "event">;

/** What changes in a claim's row when something happens to it. */
export type ClaimChange = Partial<
  Pick<
    Claim,
    | "name"
    | "fundId"
    | "editionId"
    | "usagePeriod"
    | "activityType"
    | "executionDate"
    | "amountClaimed"
    | "amountApproved"
    | "preApprovalId"
    | keyof ClaimAnswers
    | "status"
    | "round"
    | "dueAt"
    | "dueOn"
    | "dueSide"
    | "reasonCode"
    | "acknowledged"
    | "submittedAt"
    | "submittedBy"
    | "openedBy"
    | "decidedAt"
    | "decidedBy"
  >
>;

/** The claim as its proof knows it. */
export function contextOf(claim: Claim): ClaimContext {
  return { claimId: claim.id, partnerId: claim.partnerId, currency: claim.currency };
}
