import type { IsoDate } from "../kernel/index.ts";
import { compare, least, type Money, moneyOf, percentOf, subtract, zero } from "../money/index.ts";
import type { ClaimingWindow, EditionDocument } from "./edition-schema.ts";

/** What becomes of what a partner earned, when its earning period ends. */
export interface PeriodResult {
  /** False when less was earned than the threshold. */
  readonly qualified: boolean;
  readonly kept: Money;
  readonly toRebate: Money;
  readonly forfeited: Money;
}

/** The threshold for a partner: that of its type where the edition has one, else the general one; null for none. */
export function thresholdFor(document: EditionDocument, partnerType?: string): Money | null {
  const own = document.funding?.thresholds?.find(
    ({ partnerTypes }) => partnerType !== undefined && partnerTypes.includes(partnerType),
  );
  const said = own?.amount ?? document.threshold;
  return said && moneyOf(said.amount, said.currency);
}

/**
 * Closes an earning period (rulebook 5.3): strictly below the threshold the whole amount leaves the fund, at it or above all
 * stays. `earned` is in the currency of the threshold; whoever asks has converted it at the rates of the accruals.
 */
export function closePeriod(document: EditionDocument, earned: Money, partnerType?: string): PeriodResult {
  const threshold = thresholdFor(document, partnerType);
  const nothing = zero(earned.currency);
  const isBelow = threshold !== null && compare(earned, threshold) < 0;
  if (!isBelow) return { qualified: true, kept: earned, toRebate: nothing, forfeited: nothing };
  const lost = { qualified: false, kept: nothing, toRebate: nothing, forfeited: nothing };
  switch (document.funding?.belowThreshold ?? "rebate") {
    case "rebate":
      return { ...lost, toRebate: earned };
    case "forfeited":
      return { ...lost, forfeited: earned };
    case "kept":
      return { ...lost, kept: earned };
  }
}

/** The last day on which the money of a window can be used for claims; the day after, what is free of it is lost. Null for never. */
export function lastDayOf(document: EditionDocument, window: ClaimingWindow): IsoDate | null {
  switch (document.funding?.forfeiture?.after ?? "claim-end") {
    case "claim-end":
      return window.claimWindow.to;
    case "usage-end":
      return window.usagePeriod.to;
    case "proof-deadline":
      return window.proofDeadline;
    case "never":
      return null;
  }
}

/** What is lost of a fund whose last day has passed: what is neither approved nor held for a claim (rulebook 5.4, T14). */
export function lostAtEnd(fund: { readonly earned: Money; readonly approved: Money; readonly reserved: Money }): Money {
  const free = subtract(subtract(fund.earned, fund.approved), fund.reserved);
  return free.minor < 0n ? zero(free.currency) : free;
}

/** What is lost when a claim is decided after the last day of its fund: what was held for it and not approved. */
export function lostAtDecision(reserved: Money, approved: Money): Money {
  return subtract(reserved, least(reserved, approved));
}

/** What moves on to the next period by itself of what is left: nothing unless the edition says so, and never above its limit. */
export function rollsOver(document: EditionDocument, fund: { readonly earned: Money; readonly left: Money }): Money {
  const rule = document.funding?.rollOver;
  if (rule?.by !== "automatic") return zero(fund.left.currency);
  return rule.most === undefined ? fund.left : least(fund.left, percentOf(fund.earned, rule.most, "down"));
}
