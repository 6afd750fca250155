import { type Finding, type IsoDate, type Sentence, sentence } from "../../kernel/index.ts";
import type { DueAfterActivity } from "../parts/claim-rules-schema.ts";
import { type IsHoliday, spanEnd } from "../span.ts";
import { type Case, dayOf, finding, type Rule } from "./case.ts";

/** Time limits that are counted from the activity or from a rejection, beside the window of the period (peer rules D13, D14, D17). */
export const judgeClaimDeadline: Rule = (c) => [...afterActivity(c), ...resubmission(c)];

/** Whether a day is a public holiday of the location's market, as far as the asker said. */
export function holidaysOf(c: Pick<Case, "facts">): IsHoliday {
  const days = new Set(c.facts.holidays?.days ?? []);
  return (day) => days.has(day);
}

/** The last day to claim after the activity, by the rule of the type or the program; undefined without one. */
export function activityDeadline(
  c: Case,
): { readonly on: IsoDate; readonly at: string; readonly rule: DueAfterActivity } | undefined {
  const ofType = c.type?.dueAfterActivity;
  const rule = ofType ?? c.document.claims?.dueAfterActivity;
  const end = dayOf(c.subject.executionDate);
  if (!rule || end === undefined) return undefined;
  const own = c.facts.firstClaim === true && rule.firstClaimWithin ? "firstClaimWithin" : "within";
  const on = spanEnd(end, rule[own] ?? rule.within, holidaysOf(c));
  const list = ofType ? `${c.typePath}.dueAfterActivity` : "claims.dueAfterActivity";
  return { on: later(on, c.facts.extendedTo), at: `${list}.${own}`, rule };
}

function afterActivity(c: Case): Finding[] {
  const due = activityDeadline(c);
  const day = c.facts.stage === "draft" ? c.facts.today : dayOf(c.facts.submittedOn);
  if (!due || day === undefined || day <= due.on) return [];
  const { exception } = due.rule;
  const excused = c.subject.documents.some(
    (document) => document.evidenceCode === exception && (document.addedOn ?? day) <= due.on,
  );
  if (excused) return [];
  return [
    finding(c, {
      rule: "claim-deadline.passed",
      severity: "blocks",
      field: "executionDate",
      found: day,
      allowed: `up to ${due.on}`,
      at: due.at,
      remedy:
        exception === undefined
          ? sentence("Claiming for this activity ended on {day}; ask the vendor for more time if there is a reason.", {
              day: due.on,
            })
          : sentence("Claiming for this activity ended on {day}, unless {document} was added by then.", {
              day: due.on,
              document: exception,
            }),
      reasonCode: "claim-window-closed",
    }),
  ];
}

function resubmission(c: Case): Finding[] {
  const rule = c.document.claims?.resubmission;
  const rejected = dayOf(c.facts.rejectedOn ?? null);
  if (!rule || rejected === undefined || c.facts.stage === "review") return [];
  const until = later(spanEnd(rejected, rule.within, holidaysOf(c)), c.facts.extendedTo);
  const say = (name: string, found: string, allowed: string, remedy: Sentence) =>
    finding(c, {
      rule: `resubmission.${name}`,
      severity: "blocks",
      field: "status",
      found,
      allowed,
      at: "claims.resubmission",
      remedy,
    });
  const ended = sentence("A rejected claim could be submitted again until {day}; make a new claim.", { day: until });
  const late = c.facts.today <= until ? [] : [say("late", c.facts.today, `up to ${until}`, ended)];
  const done = c.facts.resubmissions ?? 0;
  const spent = sentence("This claim was submitted again as often as the program allows; make a new claim.");
  const often =
    rule.times === undefined || done < rule.times
      ? []
      : [say("too-often", String(done), `at most ${rule.times}`, spent)];
  return [...late, ...often];
}

/** The later of two days, where there is a second. */
export function later(day: IsoDate, other: IsoDate | null | undefined): IsoDate {
  return other !== null && other !== undefined && dayOf(other) !== undefined && other > day ? other : day;
}
