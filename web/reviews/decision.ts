import { add, amountText, compare, type Money, parseAmount, subtract, zero } from "../../src/money/money.ts";
import type { ApproveClaim } from "../api/schema.gen.d.ts";
import type { MoneyOnWire } from "../api/types.ts";
import type { CostLine } from "../claims/cost-lines.ts";

/** What a reviewer typed for one line; nothing typed means: as the rules leave it. */
export interface LineChoice {
  amount?: string;
  reasonCode?: string | null;
}

/** What is typed, by line. */
export type Choices = Readonly<Record<string, LineChoice>>;

/** A line with what would be approved of it and whether a reason is still missing. */
export interface DecidedLine {
  readonly line: CostLine;
  readonly eligible: MoneyOnWire;
  /** Decimal text as typed or as the rules leave it. */
  readonly amount: string;
  readonly reasonCode: string | null;
  readonly fault: "not-an-amount" | "above-eligible" | "negative" | "reason-missing" | undefined;
}

/** The whole decision as it would be sent. */
export interface Decision {
  readonly lines: readonly DecidedLine[];
  readonly approved: MoneyOnWire;
  readonly cut: MoneyOnWire;
  readonly ready: boolean;
}

const wire = (value: Money): MoneyOnWire => ({ amount: amountText(value), currency: value.currency });
const read = (text: string, currency: string): Money | undefined => {
  const parsed = parseAmount(text, currency);
  return typeof parsed === "string" ? undefined : parsed;
};

/** Puts together what the rules leave of each line and what the reviewer typed. `claimed` is the amount of the claim. */
export function decide(
  lines: readonly CostLine[],
  eligibleOf: (id: string) => MoneyOnWire | undefined,
  choices: Choices,
  claimed: MoneyOnWire,
): Decision {
  const { currency } = claimed;
  const decided = lines.map((line) =>
    decideLine(line, eligibleOf(line.id) ?? line.eligibleAmount ?? line.amount, choices[line.id] ?? {}),
  );
  const approved = decided.reduce(
    (total, { amount }) => add(total, read(amount, currency) ?? zero(currency)),
    zero(currency),
  );
  const asked = read(claimed.amount, currency) ?? zero(currency);
  const ready =
    decided.every(({ fault }) => fault === undefined) && compare(approved, asked) <= 0 && approved.minor > 0n;
  return { lines: decided, approved: wire(approved), cut: wire(subtract(asked, approved)), ready };
}

function decideLine(line: CostLine, eligible: MoneyOnWire, choice: LineChoice): DecidedLine {
  const amount = choice.amount ?? eligible.amount;
  const mine = read(amount, eligible.currency);
  const most = read(eligible.amount, eligible.currency) ?? zero(eligible.currency);
  const reasonCode = choice.reasonCode ?? null;
  return { line, eligible, amount, reasonCode, fault: faultOf(mine, most, reasonCode) };
}

function faultOf(mine: Money | undefined, most: Money, reasonCode: string | null): DecidedLine["fault"] {
  if (!mine) return "not-an-amount";
  if (mine.minor < 0n) return "negative";
  const order = compare(mine, most);
  if (order > 0) return "above-eligible";
  return order < 0 && !reasonCode ? "reason-missing" : undefined;
}

/** The body of an approval: only the lines that the reviewer decided otherwise than the rules. */
export function approvalBody(decision: Decision, comment: string): ApproveClaim {
  const lines = decision.lines
    .filter(({ amount, eligible }) => amount !== eligible.amount)
    .map(({ line, amount, eligible, reasonCode }) => ({
      id: line.id,
      approvedAmount: { amount, currency: eligible.currency },
      reasonCode,
    }));
  return { lines, ...(comment.trim() ? { comment } : {}) };
}
