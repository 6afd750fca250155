import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deadlines } from "../../test/peer-rules/deadlines.ts";
import { evidence } from "../../test/peer-rules/evidence.ts";
import { money } from "../../test/peer-rules/money.ts";
import { payments } from "../../test/peer-rules/payments.ts";
import { counts, funds, people } from "../../test/peer-rules/people-and-funds.ts";

const ALL = [...deadlines, ...money, ...evidence, ...people, ...funds, ...counts, ...payments];
const page = readFileSync(new URL("../../docs/peer-rules.md", import.meta.url), "utf8");
/** Rows of the page: id, and whether it says that the rule is data of an edition. */
const rows = [...page.matchAll(/^\| ([A-Z]\d\d) \|[^|]*\| ([^|]*) \|/gm)].map(([, id = "", where = ""]) => ({
  id,
  isData: !where.startsWith("not an edition's:"),
}));

describe("rules of other published programs, as data of an edition", () => {
  it.each(ALL.map((rule) => [rule.id, rule.says, rule.holds] as const))("%s: %s", (_id, _says, holds) => {
    holds();
  });

  it("tries every row of docs/peer-rules.md that is data of an edition, and no other", () => {
    const tried = ALL.map(({ id }) => id);
    expect(rows.length).toBeGreaterThan(80);
    expect(tried).toEqual([...new Set(tried)]);
    expect(
      rows
        .filter(({ isData }) => isData)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...tried].sort());
  });
});
