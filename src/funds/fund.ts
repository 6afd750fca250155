import { contains, dateIn, type IsoDate, type Period } from "../kernel/index.ts";
import type { FundRef } from "../ledger/index.ts";

/** The money of a location under a program for one earning period. Its amounts are ledger balances (`fundBalances`). */
export interface Fund {
  readonly id: string;
  readonly partnerId: string;
  readonly locationId: string;
  readonly programId: string;
  readonly fundType: string;
  readonly currency: string;
  /** When it is earned. */
  readonly earning: Period;
  /** When the work must be done. */
  readonly usage: Period;
  /** When it may be claimed; its last day is the day the money expires. */
  readonly claimWindow: { readonly from: IsoDate; readonly to: IsoDate };
  /** Split and threshold are judged by this edition. */
  readonly earningEditionId: string;
  /** Windows, evidence, caps, reason codes and service levels are judged by this edition. */
  readonly usageEditionId: string;
  /** Whether the accrual reached the threshold; null until the closing job has judged it. */
  readonly qualified: boolean | null;
}

/** The fund as the ledger knows it. */
export function fundRef(fund: Fund): FundRef {
  return { fundId: fund.id, programId: fund.programId, partnerId: fund.partnerId };
}

/**
 * Whether a claim may be submitted now: today, in the program's zone, lies in the claim window, and the fund did not miss its
 * threshold (rulebook 5.1, T02; 5.3). Says nothing about how much is left.
 */
export function isClaimable(fund: Pick<Fund, "claimWindow" | "qualified">, zone: string, now: Date): boolean {
  return fund.qualified !== false && contains(fund.claimWindow, dateIn(zone, now));
}

/** Whether the fund takes no further bookings of the vendor: the day after claiming ends, what is left is forfeited. */
export function isClosed(fund: Pick<Fund, "claimWindow">, zone: string, now: Date): boolean {
  return dateIn(zone, now) > fund.claimWindow.to;
}

/** Pair of program and location that a right is asked for. */
export function pairOf(fund: Pick<Fund, "programId" | "locationId">): { programId: string; locationId: string } {
  return { programId: fund.programId, locationId: fund.locationId };
}
