import { type Finding, sentence } from "../../kernel/index.ts";
import type { ClaimingWindow } from "../edition-schema.ts";
import { type Case, dayOf, finding, type Rule } from "./case.ts";
import { later } from "./judge-claim-deadline.ts";

/**
 * A claim is submitted for the first time inside the claim window, to the end of its last day in the program's zone
 * (rulebook 5.1, T02); one that was sent back may be submitted again until the proof deadline (rulebook 4.2).
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
  return [...(first === undefined ? [] : firstSubmission(c, window, first)), ...proofDeadline(c, window)];
};

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

function proofDeadline(c: Case, window: ClaimingWindow): Finding[] {
  const until = later(window.proofDeadline, c.facts.extendedTo);
  if (c.facts.stage !== "returned" || c.facts.today <= until) return [];
  return [
    finding(c, {
      rule: "proof-deadline.passed",
      severity: "blocks",
      field: "usagePeriod",
      found: c.facts.today,
      allowed: `up to ${until}`,
      at: `${c.windowPath}.proofDeadline`,
      remedy: sentence("A returned claim of {period} could be submitted again until {day}.", {
        period: window.usagePeriod.code,
        day: until,
      }),
      reasonCode: "poe-deadline-passed",
    }),
  ];
}
