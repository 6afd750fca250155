import { type Enrollment, enrollmentOf } from "../enrollments/index.ts";
import { duplicateSignals } from "../evidence/index.ts";
import { type Fund, fundStanding } from "../funds/index.ts";
import { billingNamesOf, marketOf } from "../identity/index.ts";
import { dateIn } from "../kernel/index.ts";
import { type Money, moneyOf } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type ClaimFacts, type Edition, editionById, holidaysAround } from "../programs/index.ts";
import { approvedSoFar } from "./approved-before.ts";
import type { Claim } from "./claim.ts";
import { type ClaimPlan, planFacts } from "./claim-plan.ts";
import type { ClaimStatus } from "./claim-transitions.ts";
import { countsOf, isFirstClaim } from "./other-claims.ts";

const HANDED_IN: readonly ClaimStatus[] = ["submitted", "under_review", "approved", "rejected"];

/** Collects what the rules need to know of the world around a claim. The engine itself looks nothing up. */
export async function claimFacts(
  tx: Tx,
  input: { claim: Claim; plan: ClaimPlan | null; edition: Edition; fund: Fund; reserved: Money; now: Date },
): Promise<ClaimFacts> {
  const { claim, plan, edition, fund, reserved, now } = input;
  const zone = edition.document.timeZone;
  const { locationId, programId } = claim;
  const earning = await editionById(tx, fund.earningEditionId);
  const [balances, enrollment, market, planActivity, approved, duplicates, partnerNames, firstClaim, counts] =
    await Promise.all([
      fundStanding(tx, fund),
      enrollmentOf(tx, { locationId, programId, programYear: edition.programYear }),
      marketOf(tx, locationId),
      planFacts(tx, claim, plan),
      approvedSoFar(tx, claim, edition),
      duplicateSignals(tx, claim.id),
      billingNamesOf(tx, claim.partnerId),
      isFirstClaim(tx, claim),
      countsOf(tx, claim, edition),
    ]);
  const threshold = earning?.document.threshold ?? null;
  return {
    today: dateIn(zone, now),
    stage: stageOf(claim),
    submittedOn: claim.submittedAt ? dateIn(zone, claim.submittedAt) : null,
    fund: {
      type: fund.fundType,
      currency: fund.currency,
      available: balances.remaining,
      earned: balances.earned,
      qualified: fund.qualified !== false,
      threshold:
        threshold && earning
          ? {
              amount: moneyOf(threshold.amount, threshold.currency),
              source: `edition ${earning.programCode}/${earning.programYear} v${earning.version}, threshold`,
            }
          : null,
    },
    planActivity,
    reservedByThisClaim: reserved,
    ...approved,
    duplicates,
    enrolled: enrollment?.status === "enrolled",
    payoutReady: enrollment?.payoutReady === true,
    partnerNames,
    partner: partnerFacts(enrollment, market),
    standing: enrollment?.standing ?? [],
    firstClaim,
    ...counts,
    ...holidaysAround(edition.document, market, claim.executionDate),
    rates: [],
  };
}

/** What the partner is in this program, and the market whose calendar is the location's. */
function partnerFacts(enrollment: Enrollment | undefined, market: string): NonNullable<ClaimFacts["partner"]> {
  const { partnerType, partnerTier } = enrollment ?? { partnerType: null, partnerTier: null };
  return {
    ...(partnerType === null ? {} : { type: partnerType }),
    ...(partnerTier === null ? {} : { tier: partnerTier }),
    market,
  };
}

function stageOf(claim: Claim): ClaimFacts["stage"] {
  if (HANDED_IN.includes(claim.status)) return "review";
  // Who took his claim back by himself is where he was before: only a claim that was sent back has time beyond the window.
  return claim.dueSide === "partner" ? "returned" : "draft";
}
