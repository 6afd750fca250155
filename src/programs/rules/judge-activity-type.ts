import { sentence } from "../../kernel/index.ts";
import { finding, type Rule } from "./case.ts";

/** The activity type must be in the catalogue of the edition, for the program's class. */
export const judgeActivityType: Rule = (c) => {
  if (c.type) return [];
  return [
    finding(c, {
      rule: "activity.unknown",
      severity: "blocks",
      field: "activityType",
      found: c.subject.activityType || "nothing",
      allowed: "an activity type of the catalogue",
      at: "activityTypes",
      remedy: sentence("Choose an activity type that this program offers in this period."),
      reasonCode: "plan-activity-not-allowed",
    }),
  ];
};
