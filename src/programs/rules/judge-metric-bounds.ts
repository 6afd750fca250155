import { type Finding, sentence } from "../../kernel/index.ts";
import { parseAmount } from "../../money/index.ts";
import { TEN_THOUSAND, tenThousandths } from "../ten-thousandths.ts";
import { type Case, finding, minorIn, type Rule } from "./case.ts";
import { isGiven, metricOf } from "./judge-metrics.ts";

type Metric = NonNullable<Case["type"]>["metrics"][number];

/** The bounds that the edition sets to metrics: least, most, another metric, cost for each unit. */
export const judgeMetricBounds: Rule = (c) =>
  (c.type?.metrics ?? []).flatMap((metric, m) => {
    const value = metricOf(c, metric.code);
    if (!metric.bounds || metric.askedOn === "request" || !isGiven(value)) return [];
    return outOfBounds(c, metric, metric.bounds, (value.value ?? "").trim(), `${c.typePath}.metrics[${m}].bounds`);
  });

function outOfBounds(
  c: Case,
  metric: Metric,
  bounds: NonNullable<Metric["bounds"]>,
  text: string,
  at: string,
): Finding[] {
  const number = scaled(text);
  if (number === undefined) return [];
  const say = (name: string, allowed: string): Finding =>
    finding(c, {
      rule: "metric.out-of-bounds",
      severity: bounds.severity,
      field: `metrics.${metric.code}`,
      found: text,
      allowed,
      at: `${at}.${name}`,
      remedy: sentence("Check the number: {metric} is outside what is plausible.", { metric: metric.name }),
      reasonCode: "metric-not-plausible",
    });
  const [least, most] = [scaled(bounds.least), scaled(bounds.most)];
  const other = bounds.notAbove === undefined ? undefined : scaled(metricOf(c, bounds.notAbove)?.value?.trim());
  return [
    ...(least !== undefined && number < least ? [say("least", `at least ${bounds.least}`)] : []),
    ...(most !== undefined && number > most ? [say("most", `at most ${bounds.most}`)] : []),
    ...(other !== undefined && number > other ? [say("notAbove", `no more than ${bounds.notAbove}`)] : []),
    ...(isTooDear(c, bounds.costPerUnit, number)
      ? [
          say(
            "costPerUnit",
            `so many that at most ${bounds.costPerUnit?.amount} ${c.subject.currency} are claimed for each`,
          ),
        ]
      : []),
  ];
}

function isTooDear(c: Case, costPerUnit: NonNullable<Metric["bounds"]>["costPerUnit"], number: bigint): boolean {
  const { currency, amountClaimed } = c.subject;
  const claimed = minorIn(amountClaimed, currency);
  if (!costPerUnit || costPerUnit.currency !== currency || claimed === undefined) return false;
  const each = parseAmount(costPerUnit.amount, currency);
  return typeof each !== "string" && claimed * TEN_THOUSAND > each.minor * number;
}

/** A decimal text in ten-thousandths; undefined when it is none. */
function scaled(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d{1,15}(?:\.\d{1,4})?$/.test(text) ? tenThousandths(text) : undefined;
}
