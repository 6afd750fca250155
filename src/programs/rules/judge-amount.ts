import { type Finding, sentence } from "../../kernel/index.ts";
import { amountOf, type Case, finding, minorIn, minorText } from "./case.ts";

/** The amount claimed is above 0 and no more than the eligible cost that is proved, before caps (rulebook 3.4). */
export function judgeAmount(c: Case, proofTotal: bigint): readonly Finding[] {
  const { subject } = c;
  const claimed = minorIn(subject.amountClaimed, subject.currency);
  if (claimed === undefined && subject.amountClaimed) return []; // said by currency.mixed
  if (claimed === undefined || claimed <= 0n) {
    return [
      finding(c, {
        rule: "amount.not-positive",
        severity: "blocks",
        field: "amountClaimed",
        found: claimed === undefined ? "nothing" : minorText(claimed, subject.currency),
        allowed: "above 0",
        at: "currencies",
        remedy: sentence("Enter the amount you claim, above 0."),
      }),
    ];
  }
  if (c.lines.length === 0 || claimed <= proofTotal) return [];
  return [
    finding(c, {
      rule: "amount.above-proof",
      severity: "blocks",
      field: "amountClaimed",
      found: minorText(claimed, subject.currency),
      allowed: minorText(proofTotal, subject.currency),
      at: `${c.typePath}.eligibleExpenses`,
      remedy:
        c.eligibleCost === proofTotal
          ? sentence("Claim at most {most}, the net sum of the eligible lines, or prove more cost.", {
              most: amountOf(proofTotal, subject.currency),
            })
          : sentence("Claim at most {most}, the vendor's part of the eligible lines, or prove more cost.", {
              most: amountOf(proofTotal, subject.currency),
            }),
    }),
  ];
}
