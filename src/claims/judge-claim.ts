import { type Evidence, loadEvidence } from "../evidence/index.ts";
import { type Fund, loadFund, lockFundsOfPeriod } from "../funds/index.ts";
import { notFound } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import {
  type Assessment,
  type ClaimFacts,
  type ClaimSubject,
  type Edition,
  editionById,
  evaluate,
} from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import { claimFacts } from "./claim-facts.ts";
import { type ClaimPlan, planOfClaim } from "./claim-plan.ts";
import { claimSubject } from "./claim-subject.ts";

/** What a claim stands on: all that is shown of it, before anything is judged. */
export interface ClaimBasis {
  readonly edition: Edition;
  readonly fund: Fund;
  readonly evidence: Evidence;
  /** The activity it proves and where its money comes from; null without a plan. */
  readonly plan: ClaimPlan | null;
  /** What the claim holds reserved in the fund; nothing before its first submission, and under a plan that is paid ahead. */
  readonly reserved: Money;
}

/** A judgement with everything it rests on. */
export interface Judgement extends ClaimBasis {
  readonly subject: ClaimSubject;
  readonly facts: ClaimFacts;
  readonly assessment: Assessment;
}

/** The edition a claim is judged by. It was published when the claim was made and never changes. */
export async function editionOf(tx: Tx, claim: Pick<Claim, "editionId">): Promise<Edition> {
  const edition = await editionById(tx, claim.editionId);
  if (!edition) throw notFound("edition");
  return edition;
}

/**
 * Loads what a claim stands on. With `lock`, its plan and then the funds of its location and period are locked first, so that
 * budget, limit, balance and caps stay as they are until the transaction ends.
 */
export async function loadBasis(tx: Tx, claim: Claim, options: { lock: boolean }): Promise<ClaimBasis> {
  const edition = await editionOf(tx, claim);
  // What is locked is read before anything that the lock keeps still.
  const locked = options.lock ? await lockPlanAndFunds(tx, claim) : undefined;
  const [plan, fund, evidence, reserved] = await Promise.all([
    locked?.plan ?? planOfClaim(tx, claim, options),
    locked?.fund ?? loadFund(tx, claim.fundId),
    loadEvidence(tx, claim.id),
    ledger.balanceOf(tx, "claim-reserved", claim.id, claim.currency),
  ]);
  return { edition, fund, evidence, plan, reserved };
}

async function lockPlanAndFunds(tx: Tx, claim: Claim): Promise<Pick<ClaimBasis, "plan" | "fund">> {
  const plan = await planOfClaim(tx, claim, { lock: true });
  return { plan, fund: await lockFundsOfPeriod(tx, claim.fundId) };
}

/** Judges a claim: the very same call for the live checklist, at submission and in review. Locks as {@link loadBasis} does. */
export async function judgeClaim(tx: Tx, claim: Claim, now: Date, options: { lock: boolean }): Promise<Judgement> {
  const basis = await loadBasis(tx, claim, options);
  const { edition, plan, fund, evidence, reserved } = basis;
  const subject = claimSubject(claim, evidence, plan, edition.document.timeZone);
  const facts = await claimFacts(tx, { claim, plan, edition, fund, reserved, now });
  return { ...basis, subject, facts, assessment: evaluate(edition, subject, facts) };
}
