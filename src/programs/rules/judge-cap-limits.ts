import { type Finding, sentence } from "../../kernel/index.ts";
import type { Cap } from "../parts/cap-schema.ts";
import { capsOf, limitOf, TOTAL_KINDS } from "./caps.ts";
import { type Case, finding, type Rule } from "./case.ts";
import { metricOf } from "./judge-metrics.ts";

/** A cap that cannot be worked out: without a rate people must look, without the value it is counted from nobody can. */
export const judgeCapLimits: Rule = (c) => {
  if (!c.facts.fund) return [];
  return [...capsOf(c, ...TOTAL_KINDS), ...capsOf(c, "per-person")].flatMap(({ cap, at }) => {
    if (limitOf(c, cap) !== undefined) return [];
    return [lacksBase(c, cap) ? baseMissing(c, cap, at) : rateMissing(c, cap, at)];
  });
};

/** True when the number or amount that a cap is counted from is not told yet. */
function lacksBase(c: Case, cap: Cap): boolean {
  if (cap.kind === "computed" || cap.kind === "stated-value") return true;
  return cap.kind === "per-head" && !/^\s*\d{1,10}\s*$/.test(metricOf(c, cap.metric)?.value ?? "");
}

function rateMissing(c: Case, cap: Cap, at: string): Finding {
  return finding(c, {
    rule: "cap.rate-missing",
    severity: "warns",
    field: "amountClaimed",
    found: c.subject.currency,
    allowed: cap.currency ?? "the fund's currency",
    at,
    remedy: sentence(
      "There is no exchange rate for the month of the work, so this cap was not applied; compare by hand.",
    ),
  });
}

function baseMissing(c: Case, cap: Cap, at: string): Finding {
  const named =
    cap.kind === "per-head" ? `metrics.${cap.metric}` : cap.kind === "stated-value" ? `fields.${cap.field}` : undefined;
  return finding(c, {
    rule: "cap.base-missing",
    severity: named === undefined ? "warns" : "blocks",
    field: named ?? "amountClaimed",
    found: "nothing",
    allowed: "the value that the cap is counted from",
    at,
    remedy:
      named === undefined
        ? sentence("This cap could not be worked out, so it was not applied; compare by hand.")
        : sentence("Enter the value: how much may be claimed depends on it."),
  });
}
