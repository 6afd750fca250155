import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Canonical, canonicalJson, sha256 } from "../../kernel/index.ts";
import { EditionShape } from "../edition-schema.ts";
import { evaluate } from "./evaluate.ts";
import type { ClaimFacts } from "./facts.ts";
import type { ClaimSubject } from "./subject.ts";

/** Claims with all they were judged by, and the hash of the answer that the first rules engine gave. */
interface OldDecision {
  readonly subject: ClaimSubject;
  readonly facts: ClaimFacts;
  readonly rules: string;
  readonly answer: string;
}

const revived = (_key: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return value;
  const { minor, currency } = value as { minor?: unknown; currency?: unknown };
  return typeof minor === "string" && typeof currency === "string" ? { minor: BigInt(minor), currency } : value;
};
const file = new URL("../../../test/fixtures/decisions/judged-by-version-one.json", import.meta.url);
// Sound: the file is written by the rules engine of then, and never changes.
const old = JSON.parse(readFileSync(file, "utf8"), revived) as { document: unknown; decisions: OldDecision[] };

it("judges what was judged before any optional part existed to the same findings, lines and checklist, whatever the sentences say", () => {
  const edition = { document: EditionShape.parse(old.document), version: 2 };
  const other = old.decisions.flatMap(({ subject, facts, rules, answer }, n) => {
    const now = evaluate(edition, subject, facts);
    const { lines, checklist, proofTotal, eligibleTotal } = now;
    // The sentences may be worded better, and in other languages; what was found may not change.
    const findings = now.findings.map(({ remedy: _remedy, words: _words, ...found }) => found);
    const said = { findings, lines, checklist, proofTotal, eligibleTotal } as unknown as Canonical;
    return sha256(canonicalJson(said)) === answer
      ? []
      : [{ n, before: rules, now: findings.map((finding) => finding.rule).join(" ") }];
  });
  expect(old.decisions.length).toBe(53);
  expect(other).toEqual([]);
});
