import { type Finding, sentence } from "../../kernel/index.ts";
import type { Condition } from "../parts/condition-schema.ts";
import { asWritten, finding, type Rule, type Said } from "./case.ts";
import { type Answer, ask } from "./expressions/ask.ts";
import type { ResultType } from "./expressions/compile.ts";

/** Rules that the edition says as expressions. One that cannot be told is shown to people, and never stops by itself. */
export const judgeConditions: Rule = (c) =>
  conditionFaults(c.document.conditions, "claim", c.subject.activityType, (text, result) => ask(c, text, result)).map(
    (said): Finding => finding(c, said),
  );

/** What the conditions of a document say about a claim or a request. */
export function conditionFaults(
  conditions: readonly Condition[] | undefined,
  on: Condition["on"],
  activityType: string,
  answer: (text: string, result: ResultType) => Answer,
): Said[] {
  return (conditions ?? []).flatMap((condition, i) => {
    if (condition.on !== on) return [];
    if (condition.activityTypes && !condition.activityTypes.includes(activityType)) return [];
    const at = `conditions[${i}]`;
    const when = condition.when === undefined ? { value: true } : answer(condition.when, "bool");
    if (when.error !== undefined) return [untold(condition, when.error, `${at}.when`)];
    if (when.value !== true) return [];
    const holds = answer(condition.holds, "bool");
    if (holds.error !== undefined) return [untold(condition, holds.error, `${at}.holds`)];
    return holds.value === true ? [] : [broken(condition, answer, at)];
  });
}

function broken(condition: Condition, answer: (text: string, result: ResultType) => Answer, at: string): Said {
  const shown = condition.shows === undefined ? undefined : answer(condition.shows, "string");
  const found = shown?.error === undefined && typeof shown?.value === "string" ? shown.value.slice(0, 200) : "";
  return {
    rule: `condition.${condition.code}`,
    severity: condition.severity,
    field: condition.field,
    found: found === "" ? "does not hold" : found,
    allowed: condition.message,
    at: `${at}.holds`,
    remedy: asWritten(condition.remedy),
    ...(condition.reasonCode === undefined ? {} : { reasonCode: condition.reasonCode }),
  };
}

function untold({ code, field, message }: Condition, error: string, at: string): Said {
  return {
    rule: `condition.${code}`,
    severity: "warns",
    field,
    found: `cannot be told: ${error}`,
    allowed: message,
    at,
    remedy: sentence("Fill in what the rule reads; if it is all there, the program manager must correct the rule."),
  };
}
