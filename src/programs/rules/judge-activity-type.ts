import { sentence } from "../../kernel/index.ts";
import { finding, type Rule } from "./case.ts";

/** The activity type must be in the catalogue of the edition, for the program's class. */
export const judgeActivityType: Rule = (c) => {
  const { type } = c;
  if (type) {
    const own = c.facts.partner?.type;
    if (!type.partnerTypes || own === undefined || type.partnerTypes.includes(own)) return [];
    return [
      finding(c, {
        rule: "activity.partner-type",
        severity: "blocks",
        field: "activityType",
        found: own,
        allowed: type.partnerTypes.join(", "),
        at: `${c.typePath}.partnerTypes`,
        remedy: sentence("Choose an activity type that is open to partners of your type."),
        reasonCode: "plan-activity-not-allowed",
      }),
    ];
  }
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
