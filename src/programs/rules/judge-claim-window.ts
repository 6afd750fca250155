import { type Finding, sentence } from "../../kernel/index.ts";
import type { ClaimingWindow } from "../edition-schema.ts";
import { type Case, dayOf, finding, type Rule } from "./case.ts";
import { later } from "./judge-claim-deadline.ts";

/**
 * A claim is submitted for the first time inside the claim window, to the end of its last day in the program's zone
 * (rulebook 5.1, T02); one that was sent back may be submitted again until the proof deadline (rulebook 4.2). Where the plan
 * was paid ahead, the claim window plays no part (rulebook 9.1).
 */
export const judgeClaimWindow: Rule = (c) => {
  if (!c.window) {
    return [
      finding(c, {
        rule: "claim-window.unknown",
        severity: "blocks",
        field: "usagePeriod",
        found: c.subject.usagePeriod || "nothing",
        allowed: c.document.windows.map((window) => window.usagePeriod.code).join(", "),
        at: "windows",
        remedy: sentence("Choose a usage period of this program year."),
      }),
    ];
  }
  const first = c.facts.stage === "draft" ? c.facts.today : dayOf(c.facts.submittedOn);
  const window = c.window;
  const ahead = c.facts.planActivity?.proofAfterPayment === true;
  return [
    ...(first === undefined ? [] : (ahead ? firstProof : firstSubmission)(c, window, first)),
    ...(c.facts.stage === "returned" ? proofDeadline(c, window, c.facts.today) : []),
  ];
};

/** Under a plan that is paid ahead, proof is handed in from the first day of use to the proof deadline. */
function firstProof(c: Case, window: ClaimingWindow, day: string): Finding[] {
  const { from, code } = window.usagePeriod;
  if (day >= from) return proofDeadline(c, window, day);
  return [
    finding(c, {
      rule: "claim-window.not-open",
      severity: "blocks",
      field: "usagePeriod",
      found: day,
      allowed: `${from} to ${window.proofDeadline}`,
      at: `${c.windowPath}.usagePeriod`,
      remedy: sentence("Work of {period} can be proved from {day} on; the draft is kept until then.", {
        period: code,
        day: from,
      }),
      reasonCode: "claim-window-not-open",
    }),
  ];
}

function firstSubmission(c: Case, window: ClaimingWindow, day: string): Finding[] {
  const { from } = window.claimWindow;
  const to = later(window.claimWindow.to, c.facts.extendedTo);
  if (from <= day && day <= to) return [];
  const early = day < from;
  return [
    finding(c, {
      rule: early ? "claim-window.not-open" : "claim-window.closed",
      severity: "blocks",
      field: "usagePeriod",
      found: day,
      allowed: `${from} to ${to}`,
      at: `${c.windowPath}.claimWindow`,
      remedy: early
        ? sentence("Submit from {day} on; the draft is kept until then.", { day: from })
        : sentence("Claiming for {period} ended on {day}; claim newer work from the fund of its own period.", {
            period: window.usagePeriod.code,
            day: to,
          }),
      reasonCode: early ? "claim-window-not-open" : "claim-window-closed",
    }),
  ];
}

function proofDeadline(c: Case, window: ClaimingWindow, day: string): Finding[] {
  const until = later(window.proofDeadline, c.facts.extendedTo);
  if (day <= until) return [];
  return [
    finding(c, {
      rule: "proof-deadline.passed",
      severity: "blocks",
      field: "usagePeriod",
      found: day,
      allowed: `up to ${until}`,
      at: `${c.windowPath}.proofDeadline`,
      remedy:
        c.facts.stage === "returned"
          ? sentence("A returned claim of {period} could be submitted again until {day}.", {
              period: window.usagePeriod.code,
              day: until,
            })
          : sentence("Work of {period} could be proved until {day}.", {
              period: window.usagePeriod.code,
              day: until,
            }),
      reasonCode: "poe-deadline-passed",
    }),
  ];
}
