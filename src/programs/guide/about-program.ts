import type { EditionDocument } from "../edition-schema.ts";
import { type GuideClock, promise } from "./promise.ts";
import type { MoneyStatement, PlanStatement, ProgramStatement } from "./statements.ts";

/** What the program is, who may take part, who submits, and whether proof comes before the money. */
export function programStatements(document: EditionDocument): ProgramStatement[] {
  return [
    { code: "kinds", kinds: document.kind },
    { code: "taking-part", openEnrollment: document.openEnrollment },
    { code: "who-submits", incentivesUserMaySubmit: document.incentivesUserMaySubmit },
    { code: "proof-timing", poeTiming: document.poeTiming },
  ];
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
    { code: "plan-review", ...promise(serviceLevels.planReview, clock) },
    { code: "plan-answer", ...promise(serviceLevels.planAnswer, clock) },
  ];
}

/** Where the money comes from, what lowers it, when it is paid and when it lapses (rulebook 5.2 to 5.4, 5.7). */
export function moneyStatements(document: EditionDocument, clock: GuideClock): MoneyStatement[] {
  const { split, threshold, currencies, minimumPayout, serviceLevels } = document;
  return [
    split ? { code: "split", rebatePct: split.rebatePct, coopPct: split.coopPct } : { code: "no-split" },
    threshold ? { code: "threshold", amount: threshold } : { code: "no-threshold" },
    { code: "currencies", currencies },
    { code: "balance" },
    { code: "lapse" },
    { code: "payment", ...promise(serviceLevels.payment, clock) },
    { code: "minimum-payout", amount: minimumPayout },
  ];
}
