import type { Finding } from "../kernel/index.ts";
import {
  type Assessment,
  type ClaimFacts,
  type ClaimSubject,
  evaluate,
  holidaysAround,
  type JudgingEdition,
} from "../programs/index.ts";
import type { Comparison, Verdict } from "./dry-run.ts";

/** What was judged once, with all it was judged by. */
export interface JudgedOnce {
  readonly subject: ClaimSubject;
  readonly facts: ClaimFacts;
}

/**
 * Judges what was judged once by two rule books, with the same engine and the same facts. Pure. Of the facts only the free
 * days follow the rule book: one that counts business days for the first time must know them.
 */
export function judgeAgain(then: JudgingEdition, tried: JudgingEdition, { subject, facts }: JudgedOnce): Comparison {
  const before = evaluate(then, subject, facts);
  const after = evaluate(tried, subject, { ...facts, ...freeDays(tried, subject, facts) });
  const verdicts = { before: verdictOf(before), after: verdictOf(after) };
  return { ...verdicts, reasons: reasonsFor(verdicts, before, after) };
}

function freeDays(
  { document }: JudgingEdition,
  subject: ClaimSubject,
  facts: ClaimFacts,
): Pick<ClaimFacts, "holidays"> {
  const market = facts.partner?.market;
  return market === undefined ? {} : holidaysAround(document, market, subject.executionDate);
}

function verdictOf({ findings, eligibleTotal }: Assessment): Verdict {
  const refused = findings.some(blocks);
  return { refused, amount: refused ? 0n : eligibleTotal.minor };
}

const blocks = ({ severity }: Finding): boolean => severity === "blocks";

/** Which rule accounts for what of the difference: a refusal for all of it, else each cut for what it takes more or less. */
function reasonsFor(
  { before, after }: { readonly before: Verdict; readonly after: Verdict },
  then: Assessment,
  tried: Assessment,
): Record<string, bigint> {
  const difference = after.amount - before.amount;
  if (before.refused || after.refused) {
    if (before.refused === after.refused) return {};
    return { [after.refused ? newBlock(tried, then) : newBlock(then, tried)]: difference };
  }
  const cuts = new Map<string, bigint>();
  const count = (assessment: Assessment, sign: bigint): void => {
    for (const cut of assessment.lines.flatMap((line) => line.cuts))
      cuts.set(cut.rule, (cuts.get(cut.rule) ?? 0n) + sign * cut.amount.minor);
  };
  count(then, 1n);
  count(tried, -1n);
  return Object.fromEntries([...cuts].filter(([, amount]) => amount !== 0n));
}

/** The first rule that refuses in the one judgement and not in the other. */
function newBlock(refusing: Assessment, other: Assessment): string {
  const known = new Set(other.findings.filter(blocks).map(({ rule }) => rule));
  return refusing.findings.find((finding) => blocks(finding) && !known.has(finding.rule))?.rule ?? "unknown";
}
