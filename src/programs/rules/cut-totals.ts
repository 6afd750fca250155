import { sentence } from "../../kernel/index.ts";
import {
  type BindingCap,
  capsOf,
  countsLine,
  isOverPeriod,
  limitOf,
  TOTAL_KINDS,
  type TotalCap,
  usedBefore,
} from "./caps.ts";
import { amountOf, type Case, minorIn } from "./case.ts";
import { type CutResult, type CutRule, cutInOrder } from "./cut.ts";
import { drawable } from "./judge-fund.ts";

type BindingTotal = BindingCap<TotalCap>;

/** Caps over one claim or one event. */
export const cutPerEvent: CutRule = (c, lines) =>
  cutByTotals(
    c,
    lines,
    capsOf(c, ...TOTAL_KINDS).filter(({ cap }) => !isOverPeriod(cap)),
  );

/** Caps over all claims of the usage period or program year, less what was approved before (T44-T46, T48). */
export const cutPerPeriod: CutRule = (c, lines) =>
  cutByTotals(
    c,
    lines,
    capsOf(c, ...TOTAL_KINDS).filter(({ cap }) => isOverPeriod(cap)),
  );

/** No more is approved than the vendor agreed to beforehand. */
export const cutToPreApproval: CutRule = (c, lines) => {
  const agreed = minorIn(c.facts.preApproval?.amount, c.subject.currency);
  if (agreed === undefined) return { lines, findings: [] };
  const reason = {
    rule: "pre-approval.amount",
    reasonCode: "cap-exceeded",
    at: "requests",
    remedy: sentence("The vendor agreed to {agreed} before the work; the rest is not reimbursed.", {
      agreed: amountOf(agreed, c.subject.currency),
    }),
  };
  return cutInOrder(c, lines, reason, agreed, () => true);
};

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
  if (left === undefined || c.document.funding?.mayGoNegative === true) return { lines, findings: [] };
  const reason = {
    rule: "balance.exceeded",
    reasonCode: "balance-exceeded",
    at: "fundTypes",
    remedy: sentence("The fund holds no more for this claim."),
  };
  const result = cutInOrder(c, lines, reason, left, () => true);
  // Where the amount claimed is above the balance and that blocks, it has been said once.
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  const isSaid = claimed !== undefined && claimed > left && c.document.claims?.balance !== "cuts";
  return isSaid ? { lines: result.lines, findings: [] } : result;
};

function cutByTotals(c: Case, lines: CutResult["lines"], caps: readonly BindingTotal[]): CutResult {
  return caps.reduce<CutResult>(
    (result, binding) => {
      const { cap, at } = binding;
      const limit = limitOf(c, cap);
      if (limit === undefined) return result;
      const { currency } = c.subject;
      const used = usedBefore(c, binding);
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
        severity: cap.effect ?? "cuts",
      };
      const next = cutInOrder(c, result.lines, reason, limit - used, (line) => countsLine(cap, line));
      return { lines: next.lines, findings: [...result.findings, ...next.findings] };
    },
    { lines, findings: [] },
  );
}
