import { expect, test } from "vitest";
import { expectedRules, ruleLines, rulesTried } from "./lib/rule-report.mjs";

/** Put together here: written out, they would count as numbers of the real rulebook. */
const [FIRST, SECOND, LATER, ANOTHER] = [`T${90}`, `T${91}`, `T${92}`, `T${900}`] as const;
const rulebook = `| ${FIRST} | a | b | \`x.test.ts\` |\n| ${SECOND} | a | b | in part: \`y.test.ts\` |\n| ${LATER} | a | b | not yet |\n`;
const peers = "| D01 | text | `windowRule` | `MS1` |\n| S02 | text | not an edition's: a lifecycle | `SI2` |\n";
const expected = expectedRules(rulebook, peers);
const file = (name: string, ...tests: [status: string, fullName: string][]) => ({
  name: `/here/${name}`,
  assertionResults: tests.map(([status, fullName]) => ({ status, fullName })),
});

test("what ought to be tried are the worked tests that are not put off, and the peer rules that are data", () => {
  expect(expected).toEqual({ worked: [FIRST, SECOND], peers: ["D01"] });
});

test("each rule is listed with the result of each test that names it", () => {
  const files = [
    file(
      "src/a.test.ts",
      ["passed", `${FIRST}: a day`],
      ["failed", `a window (${SECOND})`],
      ["passed", `${ANOTHER} is another`],
    ),
    file("src/programs/peer-rules.test.ts", ["passed", "rules D01: a half-year"]),
  ];
  const { tried, missing } = rulesTried(files, expected, "/here");
  expect(missing).toEqual([]);
  expect(ruleLines(tried)).toEqual([
    `${FIRST}  passed  src/a.test.ts: ${FIRST}: a day`,
    `${SECOND}  failed  src/a.test.ts: a window (${SECOND})`,
    "D01  passed  src/programs/peer-rules.test.ts: rules D01: a half-year",
  ]);
});

test("a rule that no test names is missing, also when another file has the letters of a peer rule", () => {
  const { tried, missing } = rulesTried([file("src/a.test.ts", ["passed", `${FIRST}, part D01`])], expected, "/here");
  expect(missing).toEqual([SECOND, "D01"]);
  expect(ruleLines(tried)).toContain(`${SECOND}  no test names it`);
});
