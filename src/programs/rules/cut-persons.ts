import { type Finding, sentence } from "../../kernel/index.ts";
import { capsOf, countsLine, limitOf } from "./caps.ts";
import { amountOf, type Case, finding, type Rule } from "./case.ts";
import { type CutResult, type CutRule, cutEach } from "./cut.ts";
import type { WorkingLine } from "./working-line.ts";

/** Each person's lines together stay under the cap per person, earlier lines first (T47: 6,200.00 becomes 5,000.00). */
export const cutPerPerson: CutRule = (c, lines) =>
  capsOf(c, "per-person").reduce<CutResult>(
    (result, { cap, at }) => {
      const limit = limitOf(c, cap);
      if (limit === undefined) return result;
      const left = new Map<string, bigint>();
      const next = cutEach(
        c,
        result.lines,
        {
          rule: "cap.per-person",
          reasonCode: "cap-exceeded",
          at,
          remedy: sentence("At most {limit} for one person; the rest is not reimbursed.", {
            limit: amountOf(limit, c.subject.currency),
          }),
        },
        (line) => {
          if (!countsLine(cap, line)) return undefined;
          const rest = left.get(line.person) ?? limit;
          const keep = line.left < rest ? line.left : rest;
          left.set(line.person, rest - keep);
          return keep;
        },
      );
      return { lines: next.lines, findings: [...result.findings, ...next.findings] };
    },
    { lines, findings: [] },
  );

/** The first persons in the order of the lines count, the others get nothing (T47: the fourth traveller). */
export const cutMaxPersons: CutRule = (c, lines) =>
  capsOf(c, "max-persons").reduce<CutResult>(
    (result, { cap, at }) => {
      const counted = firstPersons(
        result.lines.filter((line) => countsLine(cap, line)),
        Number(cap.amount),
      );
      const next = cutEach(
        c,
        result.lines,
        {
          rule: "cap.max-persons",
          reasonCode: "cap-exceeded",
          at,
          remedy: sentence(
            "Only {persons} persons count, in the order of the lines; further persons are not reimbursed.",
            { persons: cap.amount },
          ),
        },
        (line) => (!countsLine(cap, line) || counted.has(line.person) ? undefined : 0n),
      );
      return { lines: next.lines, findings: [...result.findings, ...next.findings] };
    },
    { lines, findings: [] },
  );

/** Lines that are counted by person name the person; without a name they would all be one person. */
export const judgePersons: Rule = (c) => {
  const caps = capsOf(c, "per-person", "max-persons");
  return c.lines.flatMap((line): Finding[] => {
    const binding = caps.find(({ cap }) => countsLine(cap, line));
    return binding && line.person === "" ? [personMissing(c, line, binding.at)] : [];
  });
};

function personMissing(c: Case, line: WorkingLine, at: string): Finding {
  return finding(c, {
    rule: "line.person-missing",
    severity: "blocks",
    field: `${line.field}.person`,
    found: "nothing",
    allowed: "the name of one person",
    at,
    remedy: sentence("Name the person this line is for; put each person on a line of their own."),
    reasonCode: "invoice-incomplete",
  });
}

function firstPersons(lines: readonly WorkingLine[], most: number): ReadonlySet<string> {
  const persons = new Set<string>();
  for (const line of lines) {
    if (persons.size >= most) break;
    if (line.left > 0n) persons.add(line.person);
  }
  return persons;
}
