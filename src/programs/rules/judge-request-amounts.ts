import { type Finding, sentence } from "../../kernel/index.ts";
import { amountOf, finding, minorIn, minorText } from "./case.ts";
import { textOf } from "./expressions/facts-of.ts";
import { amountIn } from "./judge-limits.ts";
import { isGiven, metricOf } from "./judge-metrics.ts";
import type { RequestCase } from "./request.ts";

/** The amount asked for is above 0 and not below the least of the program. */
export function judgeRequestAmount({ c, request }: RequestCase): Finding[] {
  const { currency } = request;
  const asked = minorIn(request.amount, currency);
  if (asked === undefined || asked <= 0n) {
    return [
      finding(c, {
        rule: "amount.not-positive",
        severity: "blocks",
        field: "amount",
        found: asked === undefined ? "nothing" : minorText(asked, currency),
        allowed: "above 0",
        at: "currencies",
        remedy: sentence("Enter the amount you ask for, above 0."),
      }),
    ];
  }
  const least = amountIn(c, c.document.requests?.minimum);
  if (least === undefined || asked >= least) return [];
  return [
    finding(c, {
      rule: "amount.below-minimum",
      severity: "blocks",
      field: "amount",
      found: minorText(asked, currency),
      allowed: `from ${minorText(least, currency)}`,
      at: "requests.minimum",
      remedy: sentence("One request is at least {least}.", { least: amountOf(least, currency) }),
    }),
  ];
}

/** What the work is expected to bring, where the program or the metric asks for it beforehand (peer rule E11). */
export function judgeRequestMetrics({ c }: RequestCase): Finding[] {
  const all = c.document.requests?.expectedMetrics === true;
  return (c.type?.metrics ?? []).flatMap((metric, m) => {
    const isAsked = metric.askedOn === "request" || metric.askedOn === "both" || (all && metric.askedOn === undefined);
    if (!isAsked || !metric.required || isGiven(metricOf(c, metric.code))) return [];
    return [
      finding(c, {
        rule: "metric.missing",
        severity: "blocks",
        field: `metrics.${metric.code}`,
        found: "nothing",
        allowed: metric.unit,
        at: `${c.typePath}.metrics[${m}]`,
        remedy: sentence("Enter what you expect: {metric}.", { metric: metric.name }),
        reasonCode: "metric-missing",
      }),
    ];
  });
}

/** At most so many requests in a span of time (peer rule P21). */
export function judgeRequestCounts({ c, request, facts }: RequestCase): Finding[] {
  return (c.document.claims?.counts ?? []).flatMap((limit, i) => {
    const counted = textOf(facts.counts ?? {}, limit.code) ?? 0;
    const isFor =
      limit.counts === "requests" && (!limit.activityTypes || limit.activityTypes.includes(request.activityType));
    if (!isFor || counted < limit.most) return [];
    return [
      finding(c, {
        rule: "count.exceeded",
        severity: "blocks",
        field: "activityType",
        found: String(counted + 1),
        allowed: `at most ${limit.most}`,
        at: `claims.counts[${i}]`,
        remedy: sentence("The program allows {most} of them in this span of time; wait for the next one.", {
          most: String(limit.most),
        }),
      }),
    ];
  });
}
