import { type Finding, sentence } from "../../kernel/index.ts";
import { type Case, finding, type Rule } from "./case.ts";
import { type CutRule, cutEach } from "./cut.ts";
import type { WorkingLine } from "./working-line.ts";

/** A line whose description names something that is never reimbursed is shown to people (rulebook 6.7). */
export const judgeExcluded: Rule = (c) =>
  c.lines.flatMap((line): Finding[] => {
    const found = excludedBy(c, line, "warns");
    if (!found) return [];
    return [
      finding(c, {
        rule: "expense.excluded",
        severity: "warns",
        field: line.field,
        found: found.word,
        allowed: `not ${found.meaning}`,
        at: found.at,
        remedy: sentence("Take it out of the line, or say in a comment why it is not this: {meaning}.", {
          meaning: found.meaning,
        }),
        reasonCode: "expense-ineligible",
      }),
    ];
  });

/** Such a line counts for nothing, where the edition says so. */
export const cutExcluded: CutRule = (c, lines) =>
  (c.document.excludedExpenses ?? []).reduce<ReturnType<CutRule>>(
    (result, excluded, e) => {
      if (!excluded.words || excluded.severity !== "cuts") return result;
      const reason = {
        rule: "expense.excluded",
        reasonCode: "expense-ineligible",
        at: `excludedExpenses[${e}]`,
        remedy: sentence("This is not reimbursed: {meaning}. Split the line where it holds something else too.", {
          meaning: excluded.meaning,
        }),
      };
      const next = cutEach(c, result.lines, reason, (line) =>
        wordIn(line.description, excluded.words) === undefined ? undefined : 0n,
      );
      return { lines: next.lines, findings: [...result.findings, ...next.findings] };
    },
    { lines, findings: [] },
  );

function excludedBy(c: Case, line: WorkingLine, severity: "warns" | "cuts") {
  for (const [e, { words, meaning, severity: own = "warns" }] of c.document.excludedExpenses.entries()) {
    const word = own === severity ? wordIn(line.description, words) : undefined;
    if (word !== undefined) return { word, meaning, at: `excludedExpenses[${e}]` };
  }
  return undefined;
}

/** The first of the words that stands in a text as a word of its own, whatever its case. */
function wordIn(text: string, words: readonly string[] | undefined): string | undefined {
  if (!words) return undefined;
  const plain = ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return words.find((word) =>
    plain.includes(
      ` ${word
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `,
    ),
  );
}
