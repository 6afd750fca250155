import { type Finding, sentence } from "../../kernel/index.ts";
import { amountText, isCurrency } from "../../money/index.ts";
import { amountOf, type Case, finding, minorIn, minorText, type Rule } from "./case.ts";

/**
 * What this claim may draw: what is left of the fund, or of what is set aside there for its plan, and what the claim itself
 * holds reserved. Minor units; undefined when unknown, and where the plan is paid ahead: then a claim draws nothing.
 */
export function drawable(c: Case): bigint | undefined {
  const planned = c.facts.planActivity;
  if (planned?.proofAfterPayment) return undefined;
  const available = minorIn(planned?.committedLeft ?? c.facts.fund?.available, c.subject.currency);
  if (available === undefined) return undefined;
  return available + (minorIn(c.facts.reservedByThisClaim, c.subject.currency) ?? 0n);
}

/** There is a fund, it reached its threshold, and the amount claimed is left in it (rulebook 5.3, 5.4, T15). */
export const judgeFund: Rule = (c) => {
  if (!c.facts.fund) {
    return [
      finding(c, {
        rule: "fund.missing",
        severity: "blocks",
        field: "usagePeriod",
        found: "no fund",
        allowed: "a fund of this location for the period",
        at: "fundTypes",
        remedy: sentence("There is no fund of this location for this period; choose a period with a fund."),
      }),
    ];
  }
  return [...belowThreshold(c), ...aboveBalance(c)];
};

function belowThreshold(c: Case): Finding[] {
  const fund = c.facts.fund;
  if (!fund || fund.qualified) return [];
  const { currency } = fund.earned;
  const said = finding(c, {
    rule: "fund.below-threshold",
    severity: "blocks",
    field: "usagePeriod",
    found: minorText(fund.earned.minor, currency),
    allowed:
      fund.threshold && isCurrency(fund.threshold.amount.currency)
        ? amountText(fund.threshold.amount)
        : "the threshold",
    at: "threshold",
    remedy: sentence(
      "Less was earned than the program's threshold, so the amount is paid as a rebate and cannot be claimed.",
    ),
    reasonCode: "fund-below-threshold",
  });
  return [fund.threshold ? { ...said, source: fund.threshold.source } : said];
}

function aboveBalance(c: Case): Finding[] {
  // Where the edition says so, the cut to the balance says it instead, or the fund may go below nothing.
  if (c.document.claims?.balance === "cuts" || c.document.funding?.mayGoNegative === true) return [];
  if (c.facts.planActivity?.committedLeft) return []; // said by plan.committed-exceeded
  const { currency } = c.subject;
  const claimed = minorIn(c.subject.amountClaimed, currency);
  const left = drawable(c);
  if (claimed === undefined || left === undefined || claimed <= left) return [];
  return [
    finding(c, {
      rule: "balance.exceeded",
      severity: "blocks",
      field: "amountClaimed",
      found: minorText(claimed, currency),
      allowed: minorText(left < 0n ? 0n : left, currency),
      at: "fundTypes",
      remedy: sentence("Claim at most {left}, which is left in the fund.", {
        left: amountOf(left < 0n ? 0n : left, currency),
      }),
      reasonCode: "balance-exceeded",
    }),
  ];
}
