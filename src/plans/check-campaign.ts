import { type DateRange, type FieldError, type IsoDate, invalid } from "../kernel/index.ts";
import { refusedBy } from "../platform/database/index.ts";
import type { CampaignFacts } from "./campaign-store.ts";
import { refused } from "./create-plan.ts";
import type { Plan } from "./plan.ts";

/** Refuses dates of a campaign that do not lie in the plan's period, by field (rulebook 3.3). Drafts may lack dates. */
export function checkCampaign({ period }: Plan, facts: CampaignFacts): void {
  refuseAny(datesWithin(facts, period, `the period of the plan (${period.from} to ${period.to})`));
}

/** Faults of a pair of days that must lie in a span, both ends inclusive, and in their order. */
export function datesWithin(
  { startDate, endDate }: { readonly startDate: IsoDate | null; readonly endDate: IsoDate | null },
  span: DateRange | undefined,
  where: string,
): FieldError[] {
  const outside = (field: string, day: IsoDate | null): FieldError[] => {
    if (!span || day === null || (span.from <= day && day <= span.to)) return [];
    return [{ field, code: "outside-period", message: `Choose a day inside ${where}.` }];
  };
  const turned: FieldError[] =
    startDate !== null && endDate !== null && startDate > endDate
      ? [{ field: "endDate", code: "before-start", message: `Choose ${startDate} or a later day.` }]
      : [];
  return [...outside("startDate", startDate), ...outside("endDate", endDate), ...turned];
}

/** Throws when there is a fault. */
export function refuseAny(errors: readonly FieldError[]): void {
  const [first] = errors;
  if (first) throw invalid("invalid-body", first.message, errors);
}

/** The refusal when the database found another campaign of that name in the plan; else the error as it was. */
export function nameTaken(error: unknown, name: string): unknown {
  if (!refusedBy(error, "campaign_name")) return error;
  return refused("name", "name-taken", `There is a campaign "${name}" in this plan. Choose another name.`);
}
