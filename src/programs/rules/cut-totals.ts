import { sentence } from "../../kernel/index.ts";
import type { Cap } from "../activity-type-schema.ts";
import { type BindingCap, capsOf, countsLine, limitOf, usedBefore } from "./caps.ts";
import { amountOf, type Case, finding, minorIn, type Rule } from "./case.ts";
import { type CutResult, type CutRule, cutInOrder } from "./cut.ts";
import { drawable } from "./judge-fund.ts";

type TotalCap = BindingCap<"absolute" | "percent-of-earned" | "greater-of">;

const isOverPeriod = (cap: Cap): boolean => cap.per === "usage-period" || cap.per === "usage-period-per-program";

/** Caps over one claim or one event. */
export const cutPerEvent: CutRule = (c, lines) =>
  cutByTotals(
    c,
    lines,
    totalCaps(c).filter(({ cap }) => !isOverPeriod(cap)),
  );

/** Caps over all claims of the usage period, less what was approved before (T44-T46, T48). */
export const cutPerPeriod: CutRule = (c, lines) =>
  cutByTotals(
    c,
    lines,
    totalCaps(c).filter(({ cap }) => isOverPeriod(cap)),
  );

/** No more is approved than was claimed. Nobody is blamed for it: the partner chose the amount. */
export const cutToAmountClaimed: CutRule = (c, lines) => {
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  if (claimed === undefined) return { lines, findings: [] };
  const reason = {
    rule: "amount.claimed",
    reasonCode: "amount-claimed",
    at: "activityTypes",
    remedy: sentence("Less was claimed than is proved and allowed; raise the amount claimed to claim more."),
    severity: "informs",
  } as const;
  return cutInOrder(c, lines, reason, claimed, () => true);
};

/** No more is approved than the fund holds for this claim (T50: the last cut). */
export const cutToBalance: CutRule = (c, lines) => {
  const left = drawable(c);
  if (left === undefined) return { lines, findings: [] };
  const reason = {
    rule: "balance.exceeded",
    reasonCode: "balance-exceeded",
    at: "fundTypes",
    remedy: sentence("The fund holds no more for this claim."),
  };
  const result = cutInOrder(c, lines, reason, left, () => true);
  // Where the amount claimed is above the balance, that has been said once, and it blocks.
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  return claimed !== undefined && claimed > left ? { lines: result.lines, findings: [] } : result;
};

/** A cap in another currency needs a rate; without one, people must look. */
export const judgeCapRates: Rule = (c) => {
  if (!c.facts.fund) return [];
  return [...totalCaps(c), ...capsOf(c, "per-person")].flatMap(({ cap, at }) =>
    limitOf(c, cap) !== undefined
      ? []
      : [
          finding(c, {
            rule: "cap.rate-missing",
            severity: "warns",
            field: "amountClaimed",
            found: c.subject.currency,
            allowed: cap.currency ?? "the fund's currency",
            at,
            remedy: sentence(
              "There is no exchange rate for the month of the work, so this cap was not applied; compare by hand.",
            ),
          }),
        ],
  );
};

function totalCaps(c: Case): readonly TotalCap[] {
  return capsOf(c, "absolute", "percent-of-earned", "greater-of");
}

function cutByTotals(c: Case, lines: CutResult["lines"], caps: readonly TotalCap[]): CutResult {
  return caps.reduce<CutResult>(
    (result, { cap, at }) => {
      const limit = limitOf(c, cap);
      if (limit === undefined) return result;
      const { currency } = c.subject;
      const used = usedBefore(c, cap);
      const reason = {
        rule: `cap.${cap.kind}`,
        reasonCode: "cap-exceeded",
        at,
        remedy:
          used === 0n
            ? sentence("At most {limit} is reimbursed for this; the rest is not.", { limit: amountOf(limit, currency) })
            : sentence("At most {limit} is reimbursed for this; {used} of it was approved before.", {
                limit: amountOf(limit, currency),
                used: amountOf(used, currency),
              }),
      };
      const next = cutInOrder(c, result.lines, reason, limit - used, (line) => countsLine(cap, line));
      return { lines: next.lines, findings: [...result.findings, ...next.findings] };
    },
    { lines, findings: [] },
  );
}
