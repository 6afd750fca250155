import type { Money } from "../money/index.ts";
import type { AccountRef, Entry, Transfer } from "./entry.ts";

/** The fund an entry is about, with what every entry of it carries. */
export interface FundRef {
  readonly fundId: string;
  readonly programId: string;
  readonly partnerId: string;
}

/** A claim that draws on a fund. `round` counts its submissions: each is a business event of its own. */
export interface ClaimRef extends FundRef {
  readonly claimId: string;
  readonly round: number;
  /** The plan whose money, set aside in the fund, the claim draws on and gives back to; none: the fund's free money. */
  readonly committedPlanId?: string | undefined;
}

interface Dated {
  readonly effectiveOn: string;
}

const EXPENSE: AccountRef = { kind: "program-expense" };
const available = (fund: FundRef): AccountRef => ({ kind: "fund-available", fundId: fund.fundId });
/** Where a claim's reservation comes from, and where it goes back to. */
const origin = (claim: ClaimRef): AccountRef =>
  claim.committedPlanId === undefined
    ? available(claim)
    : { kind: "plan-committed", fundId: claim.fundId, subjectId: claim.committedPlanId };
const reserved = (claim: ClaimRef): AccountRef => ({
  kind: "claim-reserved",
  fundId: claim.fundId,
  subjectId: claim.claimId,
});
const payable = (claim: ClaimRef): AccountRef => ({
  kind: "claim-payable",
  fundId: claim.fundId,
  subjectId: claim.claimId,
});

function ofFund({ fundId, programId, partnerId }: FundRef) {
  return { fundId, programId, partnerId };
}

function ofClaim(claim: ClaimRef) {
  return { ...ofFund(claim), source: { type: "claim" as const, id: claim.claimId } };
}

/** Co-op earned: program expense -> fund available, as a lot of the paying entity. */
export function accrue(
  fund: FundRef,
  earned: Dated & { earningId: string; amount: Money; payingEntity: string },
): Entry {
  return {
    ...ofFund(fund),
    template: "accrue",
    businessKey: `earning:${earned.earningId}`,
    source: { type: "earning", id: earned.earningId },
    effectiveOn: earned.effectiveOn,
    transfers: [{ from: EXPENSE, to: available(fund), amount: earned.amount, payingEntity: earned.payingEntity }],
  };
}

/** A correction by the vendor's finance with a reason: upwards a new lot, downwards drawn from the oldest lots. */
export function adjust(
  fund: FundRef,
  change: Dated & {
    adjustmentId: string;
    amount: Money;
    payingEntity: string;
    reasonCode: string;
    note: string | undefined;
  },
): Entry {
  const up = change.amount.minor > 0n;
  const amount = up ? change.amount : { minor: -change.amount.minor, currency: change.amount.currency };
  const transfer: Transfer = up
    ? { from: EXPENSE, to: available(fund), amount, payingEntity: change.payingEntity }
    : { from: available(fund), to: EXPENSE, amount };
  return {
    ...ofFund(fund),
    template: "adjust",
    businessKey: `adjustment:${change.adjustmentId}`,
    source: { type: "adjustment", id: change.adjustmentId },
    effectiveOn: change.effectiveOn,
    reasonCode: change.reasonCode,
    note: change.note,
    transfers: [transfer],
  };
}

/** Claim submitted: fund available, or what is set aside for its plan -> claim reserved. */
export function reserveForClaim(claim: ClaimRef, submission: Dated & { amount: Money }): Entry {
  return {
    ...ofClaim(claim),
    template: "reserve",
    businessKey: `claim:${claim.claimId}:submitted:${claim.round}`,
    effectiveOn: submission.effectiveOn,
    transfers: [{ from: origin(claim), to: reserved(claim), amount: submission.amount }],
  };
}

/** Claim submitted anew after a request for information: the old reservation goes back, the new amount is reserved. */
export function reserveAgainForClaim(claim: ClaimRef, submission: Dated & { before: Money; amount: Money }): Entry {
  return {
    ...ofClaim(claim),
    template: "reserve-again",
    businessKey: `claim:${claim.claimId}:submitted:${claim.round}`,
    effectiveOn: submission.effectiveOn,
    transfers: [
      { from: reserved(claim), to: origin(claim), amount: submission.before },
      { from: origin(claim), to: reserved(claim), amount: submission.amount },
    ],
  };
}

/** Claim rejected, withdrawn or expired: what was reserved goes back to where it came from. */
export function releaseReservation(
  claim: ClaimRef,
  release: Dated & { because: string; amount: Money; reasonCode?: string | undefined },
): Entry {
  return {
    ...ofClaim(claim),
    template: "release",
    businessKey: `claim:${claim.claimId}:${release.because}:${claim.round}`,
    effectiveOn: release.effectiveOn,
    reasonCode: release.reasonCode,
    transfers: [{ from: reserved(claim), to: origin(claim), amount: release.amount }],
  };
}

/**
 * Claim approved, whole or in part: the approved amount is owed, the rest goes back to where it was reserved from. More
 * than was reserved is refused when it is posted (`balance-exceeded`).
 */
export function approveClaimPart(claim: ClaimRef, decision: Dated & { reserved: Money; approved: Money }): Entry {
  const rest = decision.reserved.minor - decision.approved.minor;
  const currency = decision.reserved.currency;
  const transfers: Transfer[] = [];
  if (decision.approved.minor > 0n)
    transfers.push({ from: reserved(claim), to: payable(claim), amount: decision.approved });
  if (rest > 0n) transfers.push({ from: reserved(claim), to: origin(claim), amount: { minor: rest, currency } });
  return {
    ...ofClaim(claim),
    template: "approve",
    businessKey: `claim:${claim.claimId}:approved:${claim.round}`,
    effectiveOn: decision.effectiveOn,
    transfers,
  };
}
