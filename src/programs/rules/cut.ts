import type { Finding, Sentence } from "../../kernel/index.ts";
import { type Case, finding, minorText } from "./case.ts";
import { cutTo, type WorkingLine } from "./working-line.ts";

/** What a cutting rule leaves, and what it says about it. */
export interface CutResult {
  readonly lines: readonly WorkingLine[];
  readonly findings: readonly Finding[];
}

/** A rule that lowers lines. Cutting rules run in a fixed order (T50), each on what the one before left. */
export type CutRule = (c: Case, lines: readonly WorkingLine[]) => CutResult;

/** Why lines are cut, and what would help. */
export interface CutReason {
  readonly rule: string;
  readonly reasonCode: string;
  readonly at: string;
  readonly remedy: Sentence;
  readonly severity?: "cuts" | "blocks" | "informs";
}

/** Lowers each line to what `allowed` says of it; lines for which it says nothing stay. One finding for each line cut. */
export function cutEach(
  c: Case,
  lines: readonly WorkingLine[],
  reason: CutReason,
  allowed: (line: WorkingLine, index: number) => bigint | undefined,
): CutResult {
  const findings: Finding[] = [];
  const kept = lines.map((line, index) => {
    const to = allowed(line, index);
    const cut = to === undefined ? line : cutTo(line, to, reason.rule, reason.reasonCode);
    if (cut !== line) findings.push(cutFinding(c, line, cut, reason));
    return cut;
  });
  return { lines: kept, findings };
}

/** Leaves the lines that `counts` chooses no more than `limit` together: earlier lines keep theirs first. */
export function cutInOrder(
  c: Case,
  lines: readonly WorkingLine[],
  reason: CutReason,
  limit: bigint,
  counts: (line: WorkingLine) => boolean,
): CutResult {
  let left = limit < 0n ? 0n : limit;
  return cutEach(c, lines, reason, (line) => {
    if (!counts(line)) return undefined;
    const keep = line.left < left ? line.left : left;
    left -= keep;
    return keep;
  });
}

/** Runs cutting rules one after the other. */
export function cutAll(c: Case, lines: readonly WorkingLine[], rules: readonly CutRule[]): CutResult {
  const findings: Finding[] = [];
  let current = lines;
  for (const rule of rules) {
    const result = rule(c, current);
    current = result.lines;
    findings.push(...result.findings);
  }
  return { lines: current, findings };
}

function cutFinding(c: Case, before: WorkingLine, after: WorkingLine, reason: CutReason): Finding {
  const { currency } = c.subject;
  return finding(c, {
    rule: reason.rule,
    severity: reason.severity ?? "cuts",
    field: before.field,
    found: minorText(before.left, currency),
    allowed: minorText(after.left, currency),
    at: reason.at,
    remedy: reason.remedy,
    reasonCode: reason.reasonCode,
    cost: before.left - after.left,
  });
}
