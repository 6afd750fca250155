import { type Finding, sentence } from "../../kernel/index.ts";
import type { Amounts } from "../edition-values.ts";
import { inClaimCurrency } from "./caps.ts";
import { amountOf, type Case, finding, minorIn, minorText, type Rule } from "./case.ts";
import { textOf } from "./expressions/facts-of.ts";

/** Least and greatest amount of one claim, and how many claims there may be. */
export const judgeLimits: Rule = (c) => [...amounts(c), ...counts(c)];

/** The entry of a list of amounts for the claim's currency, converted where there is a rate; undefined when it cannot be told. */
export function amountIn(c: Case, list: Amounts | undefined): bigint | undefined {
  if (!list) return undefined;
  const own = list.find(({ currency }) => currency === c.subject.currency);
  const [first] = list;
  const said = own ?? first;
  return said && inClaimCurrency(c, said.amount, said.currency);
}

function amounts(c: Case): Finding[] {
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  if (claimed === undefined || claimed <= 0n) return [];
  const { currency } = c.subject;
  const least = amountIn(c, c.document.claims?.minimum);
  const most = amountIn(c, c.document.claims?.most);
  return [
    ...(least === undefined || claimed >= least
      ? []
      : [
          finding(c, {
            rule: "amount.below-minimum",
            severity: "blocks",
            field: "amountClaimed",
            found: minorText(claimed, currency),
            allowed: `from ${minorText(least, currency)}`,
            at: "claims.minimum",
            remedy: sentence("One claim is at least {least}; put several costs of the activity into it.", {
              least: amountOf(least, currency),
            }),
          }),
        ]),
    ...(most === undefined || claimed <= most
      ? []
      : [
          finding(c, {
            rule: "amount.above-most",
            severity: "blocks",
            field: "amountClaimed",
            found: minorText(claimed, currency),
            allowed: `up to ${minorText(most, currency)}`,
            at: "claims.most",
            remedy: sentence("One claim is at most {most}.", { most: amountOf(most, currency) }),
          }),
        ]),
  ];
}

function counts(c: Case): Finding[] {
  return (c.document.claims?.counts ?? []).flatMap((limit, i) => {
    const counted = textOf(c.facts.counts ?? {}, limit.code) ?? 0;
    const isFor =
      limit.counts === "claims" && (!limit.activityTypes || limit.activityTypes.includes(c.subject.activityType));
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
