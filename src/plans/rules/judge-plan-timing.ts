import { sentence } from "../../kernel/index.ts";
import { firstSubmissionUntil, resubmissionUntil } from "../plan-period.ts";
import { type PlanRule, planFinding } from "./plan-case.ts";

/** First submission by the last day of the program year, again up to the days after it that the edition gives (rulebook 5.6, T22). */
export const judgePlanTiming: PlanRule = (c) => {
  const { document } = c.edition;
  const { attempt, on } = c.facts.submission;
  const first = attempt === "first";
  const until = first ? firstSubmissionUntil(document) : resubmissionUntil(document);
  if (on <= until) return [];
  return [
    planFinding(c, {
      rule: first ? "plan.after-program-year" : "plan.after-resubmission",
      severity: "blocks",
      field: "period",
      found: on,
      allowed: `up to ${until}`,
      at: first ? "endsOn" : "planResubmissionDays",
      remedy: first
        ? sentence("A plan of {year} could be submitted until {day}. Make a plan for the present period.", {
            year: document.programYear,
            day: until,
          })
        : sentence("A plan of {year} could be submitted again until {day}. Make a plan for the present period.", {
            year: document.programYear,
            day: until,
          }),
      reasonCode: "plan-after-year-end",
    }),
  ];
};
