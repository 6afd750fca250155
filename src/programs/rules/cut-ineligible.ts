import { type Sentence, sentence } from "../../kernel/index.ts";
import { type CutRule, cutEach } from "./cut.ts";
import { mayCertify } from "./judge-certifications.ts";
import type { WorkingLine } from "./working-line.ts";

/** A line of an expense type that the activity does not allow is cut to nothing (rulebook 6.7, `expense-ineligible`). */
export const cutIneligibleExpenses: CutRule = (c, lines) => {
  const { type } = c;
  if (!type) return { lines, findings: [] };
  const names = new Map(c.document.expenseTypes.map(({ code, name }) => [code, name]));
  const eligible = (line: WorkingLine) =>
    line.expenseType !== null && names.has(line.expenseType) && type.eligibleExpenses.includes(line.expenseType);
  return cutEach(
    c,
    lines,
    {
      rule: "expense.ineligible",
      reasonCode: "expense-ineligible",
      at: `${c.typePath}.eligibleExpenses`,
      remedy: sentence("Only these are reimbursed for {activity}: {expenses}.", {
        activity: type.name,
        expenses: type.eligibleExpenses.map((code) => names.get(code) ?? code).join(", "),
      }),
    },
    (line) => (eligible(line) ? undefined : 0n),
  );
};

/** `certification.not-allowed` has said it. */
const NOT_SAID: Sentence = { text: "", words: { message: "" } };

/** In-house cost that may not be certified counts for nothing; `certification.not-allowed` has said why. */
export const cutUncertifiable: CutRule = (c, lines) => {
  const refused = new Set(
    c.subject.certifications.flatMap((csr, k) => (mayCertify(c, csr) ? [] : [`certifications[${k}]`])),
  );
  if (refused.size === 0) return { lines, findings: [] };
  const { lines: kept } = cutEach(
    c,
    lines,
    { rule: "certification.not-allowed", reasonCode: "csr-not-allowed", at: "expenseTypes", remedy: NOT_SAID },
    (line) => (refused.has(line.field) ? 0n : undefined),
  );
  return { lines: kept, findings: [] };
};
