import { sentence } from "../../kernel/index.ts";
import { type PlanRule, planFinding } from "./plan-case.ts";

/** The location takes part in the program year of the plan (rulebook 4.1). */
export const judgePlanEnrollment: PlanRule = (c) => {
  if (c.facts.enrolled) return [];
  return [
    planFinding(c, {
      rule: "enrollment.missing",
      severity: "blocks",
      field: "location",
      found: "not enrolled",
      allowed: "enrolled in the program",
      at: "openEnrollment",
      remedy: sentence("Enrol this location in the program first; an incentives admin can do that."),
      reasonCode: "not-enrolled",
    }),
  ];
};

/** Somebody at the vendor answers for the review: who was named may have left or lost the role since (rulebook 3.3). */
export const judgeReviewer: PlanRule = (c) => {
  if (c.facts.decided || c.facts.reviewerValid) return [];
  return [
    planFinding(c, {
      rule: "plan.reviewer-invalid",
      severity: "blocks",
      field: "reviewerEmail",
      found: c.subject.reviewerEmail,
      allowed: "the address of a reviewer of this program at the vendor",
      at: "planMode",
      remedy: sentence("Name another account manager: the one named reviews no plans of this program any more."),
    }),
  ];
};
