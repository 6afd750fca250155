import { addDays } from "../../kernel/index.ts";
import type { EditionDocument } from "../edition-schema.ts";
import { capStatement, namesIn } from "./about-activity.ts";
import { type GuideClock, promise } from "./promise.ts";
import type { MoneyStatement, PlanStatement, ProgramStatement } from "./statements.ts";

/** What the program is, who may take part, who submits, and whether proof comes before the money. */
export function programStatements(document: EditionDocument): ProgramStatement[] {
  return [
    { code: "kinds", kinds: document.kind },
    { code: "taking-part", openEnrollment: document.openEnrollment },
    ...eligibilityStatements(document),
    {
      code: "who-submits",
      incentivesUserMaySubmit: document.incentivesUserMaySubmit,
      roles: document.whoMay?.["submit-claim"] ?? null,
    },
    { code: "proof-timing", poeTiming: document.poeTiming },
  ];
}

function eligibilityStatements({ eligibility = [] }: EditionDocument): ProgramStatement[] {
  return eligibility.map(({ group, rule, least, items }) => ({
    code: "eligibility",
    group,
    rule,
    least: least ?? null,
    items,
  }));
}

/** Whether a plan is needed, for which period, and how long its review takes (rulebook 9.2, 9.3). */
export function planStatements(document: EditionDocument, clock: GuideClock): PlanStatement[] {
  const { planMode, fundTypes, serviceLevels } = document;
  if (planMode === "none") return [{ code: "plan-mode", planMode }];
  const periods = fundTypes
    .filter(({ active }) => active)
    .map(
      ({ code, name, planPeriodKind }): PlanStatement => ({
        code: "plan-period",
        fundType: { code, name },
        planPeriodKind,
      }),
    );
  return [
    { code: "plan-mode", planMode },
    ...periods,
    { code: "plan-commitment", commitment: document.planCommitment },
    {
      code: "plan-resubmission",
      days: document.planResubmissionDays,
      until: addDays(document.endsOn, document.planResubmissionDays),
    },
    { code: "plan-review", ...promise(serviceLevels.planReview, clock) },
    { code: "plan-answer", ...promise(serviceLevels.planAnswer, clock) },
  ];
}

/** Where the money comes from, what lowers it, when it is paid and when it lapses (rulebook 5.2 to 5.4, 5.7). */
export function moneyStatements(document: EditionDocument, clock: GuideClock): MoneyStatement[] {
  const { split, currencies, minimumPayout, serviceLevels, funding } = document;
  return [
    split ? { code: "split", rebatePct: split.rebatePct, coopPct: split.coopPct } : { code: "no-split" },
    ...thresholdStatements(document),
    { code: "currencies", currencies },
    { code: "balance" },
    ...limitStatements(document),
    {
      code: "lapse",
      after: funding?.forfeiture?.after ?? "claim-end",
      rollOver: funding?.rollOver?.by ?? "vendor",
    },
    { code: "payment", ...promise(serviceLevels.payment, clock) },
    // Nothing waits below nothing.
    ...(/[1-9]/.test(minimumPayout.amount) ? [{ code: "minimum-payout", amount: minimumPayout } as const] : []),
  ];
}

/** Least that must come together; some types of partner may have one of their own (rulebook 5.3). */
function thresholdStatements({ threshold, funding, partnerTypes = [] }: EditionDocument): MoneyStatement[] {
  const nameOf = namesIn(partnerTypes);
  const own = (funding?.thresholds ?? []).map(
    (each): MoneyStatement => ({
      code: "own-threshold",
      amount: each.amount,
      partnerTypes: each.partnerTypes.map(nameOf),
    }),
  );
  const general: MoneyStatement = threshold
    ? { code: "threshold", amount: threshold, below: funding?.belowThreshold ?? "rebate" }
    : { code: "no-threshold" };
  return [general, ...own];
}

/** How small and how large one claim may be, and what the whole program limits. */
function limitStatements({ claims, programCaps = [], expenseTypes }: EditionDocument): MoneyStatement[] {
  const { minimum = [], most = [] } = claims ?? {};
  const size: MoneyStatement[] = minimum.length + most.length === 0 ? [] : [{ code: "claim-size", minimum, most }];
  return [
    ...size,
    ...programCaps.map(
      (cap): MoneyStatement => ({ code: "program-cap", cap: capStatement(cap, namesIn(expenseTypes)) }),
    ),
  ];
}
