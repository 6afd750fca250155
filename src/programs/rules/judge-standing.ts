import { type Finding, sentence } from "../../kernel/index.ts";
import { asWritten, type Case, finding, type Rule } from "./case.ts";

/** The partner must be enrolled and payable, and hold a plan where the program asks for one (rulebook 4.2, 9.3). */
export const judgeStanding: Rule = (c) => [...judgeEnrollment(c), ...payoutData(c), ...plan(c), ...judgeFlags(c)];

/** The location takes part. */
export function judgeEnrollment(c: Case): Finding[] {
  if (c.facts.enrolled) return [];
  return [
    finding(c, {
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
}

function payoutData(c: Case): Finding[] {
  if (c.facts.payoutReady) return [];
  return [
    finding(c, {
      rule: "payout-data.missing",
      severity: "blocks",
      field: "location",
      found: "bank or tax data incomplete",
      allowed: "bank and tax data complete",
      at: "serviceLevels.profileValidation",
      remedy: sentence("Complete the bank and tax data of this location, so that the claim can be paid."),
      reasonCode: "payout-data-missing",
    }),
  ];
}

/** What holds for the partner now and stops or warns, such as overdue bills (peer rule F11). */
export function judgeFlags(c: Case): Finding[] {
  const holding = new Set(c.facts.standing ?? []);
  return (c.document.standing ?? []).flatMap((flag, i) =>
    holding.has(flag.code)
      ? [
          finding(c, {
            rule: `standing.${flag.code}`,
            severity: flag.severity,
            field: "location",
            found: flag.meaning,
            allowed: "not so",
            at: `standing[${i}]`,
            remedy: asWritten(flag.remedy),
            ...(flag.reasonCode === undefined ? {} : { reasonCode: flag.reasonCode }),
          }),
        ]
      : [],
  );
}

function plan(c: Case): Finding[] {
  if (c.document.planMode !== "required" || c.subject.planActivity) return [];
  return [
    finding(c, {
      rule: "plan.required",
      severity: "blocks",
      field: "activity",
      found: "no plan",
      allowed: "an activity of an approved plan",
      at: "planMode",
      remedy: sentence("Start the claim from an activity of an approved plan."),
    }),
  ];
}
