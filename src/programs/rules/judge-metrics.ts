import { type Finding, type Sentence, sentence } from "../../kernel/index.ts";
import { parseAmount } from "../../money/index.ts";
import type { Metric } from "../parts/evidence-schema.ts";
import { type Case, finding, isBlank, type Rule } from "./case.ts";
import type { SubjectMetric } from "./subject.ts";

/** Results and reach are told where the type asks for them, and can be true (rulebook 6). */
export const judgeMetrics: Rule = (c) =>
  (c.type?.metrics ?? []).flatMap((metric, m) => {
    const at = `${c.typePath}.metrics[${m}]`;
    const value = metricOf(c, metric.code);
    if (metric.askedOn === "request") return [];
    if (!isGiven(value)) return metric.required && !metricsWaived(c) ? [missing(c, metric, at)] : [];
    return implausible(c, metric, value, at);
  });

/** The value of a metric as it was given. */
export function metricOf(c: Case, code: string): SubjectMetric | undefined {
  return Object.hasOwn(c.subject.metrics, code) ? c.subject.metrics[code] : undefined;
}

/** True when there is a value or a file. */
export function isGiven(value: SubjectMetric | undefined): value is SubjectMetric {
  return value !== undefined && (!isBlank(value.value) || !isBlank(value.fileId));
}

/** Some costs ask for no metrics, such as a trainer's renewal fee, when nothing else is claimed. */
export function metricsWaived(c: Case): boolean {
  const waived = c.type?.metricsWaivedForExpenses ?? [];
  return c.lines.length > 0 && c.lines.every((line) => line.expenseType !== null && waived.includes(line.expenseType));
}

function missing(c: Case, metric: Metric, at: string): Finding {
  return finding(c, {
    rule: "metric.missing",
    severity: "blocks",
    field: `metrics.${metric.code}`,
    found: "nothing",
    allowed: metric.unit,
    at,
    remedy: sentence("Enter: {metric}.", { metric: metric.name }),
    reasonCode: "metric-missing",
  });
}

function implausible(c: Case, metric: Metric, { value, fileId }: SubjectMetric, at: string): Finding[] {
  const text = (value ?? "").trim();
  const say = (severity: "blocks" | "warns", allowed: string, remedy: Sentence): Finding[] => [
    finding(c, {
      rule: "metric.not-plausible",
      severity,
      field: `metrics.${metric.code}`,
      found: text === "" ? "a file" : text.slice(0, 80),
      allowed,
      at,
      remedy,
      reasonCode: "metric-not-plausible",
    }),
  ];
  switch (metric.unit) {
    case "people":
    case "calls":
    case "contacts":
    case "number":
      if (!/^\d{1,10}$/.test(text))
        return say("blocks", "a whole number", sentence("Enter a whole number of {unit}.", { unit: metric.unit }));
      if (/^0+$/.test(text))
        return say(
          "warns",
          "above 0",
          sentence("Check the number: an activity that reached nobody is hard to approve."),
        );
      return moreContactsThanCalls(c, metric, text)
        ? say("warns", "no more than calls", sentence("Check the numbers: more contacts than calls."))
        : [];
    case "currency-amount": {
      const amount = parseAmount(text, c.subject.currency);
      return typeof amount === "string" || amount.minor <= 0n
        ? say("blocks", "an amount above 0", sentence("Enter an amount above 0 in the claim's currency."))
        : [];
    }
    case "document":
      return isBlank(fileId)
        ? say("warns", "a file", sentence("Add the list as a file, so that it can be checked."))
        : [];
    case "document-or-text":
      return [];
    default:
      return metric.unit satisfies never;
  }
}

function moreContactsThanCalls(c: Case, metric: Metric, text: string): boolean {
  if (metric.unit !== "contacts") return false;
  const calls = c.type?.metrics.find((other) => other.unit === "calls");
  const made = calls && metricOf(c, calls.code)?.value?.trim();
  return made !== undefined && /^\d{1,10}$/.test(made) && BigInt(text) > BigInt(made);
}
