import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { expectations } from "../src/platform/config/environment.ts";

const ROOT = resolve(import.meta.dirname, "..");
const DOCUMENTS = globSync(["*.md", "docs/**/*.md", "src/**/*.md"], { cwd: ROOT });
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** Targets of links to files of the repository; pictures and addresses elsewhere are left out. */
function linksOf(file: string): string[] {
  return [...read(file).matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
}

test("every link in the documents leads to a file", () => {
  const broken = DOCUMENTS.flatMap((file) =>
    linksOf(file)
      .filter((target) => !existsSync(join(ROOT, dirname(file), target)))
      .map((target) => `${file} -> ${target}`),
  );
  expect(DOCUMENTS).toContain("README.md");
  expect(broken).toEqual([]);
});

test.each(["README.md", "docs/operations.md"])("%s tells of every variable that the program reads", (file) => {
  const text = read(file);
  expect(Object.keys(expectations).filter((variable) => !text.includes(`\`${variable}\``))).toEqual([]);
});

test("every decision stands in the list of decisions", () => {
  const list = read("docs/decisions/README.md");
  const pages = globSync("docs/decisions/0*.md", { cwd: ROOT }).map((path) => path.slice("docs/decisions/".length));
  expect(pages.filter((page) => !list.includes(`(${page})`))).toEqual([]);
});

const RULEBOOK = read("docs/rulebook.md");
const CITING = globSync("{src,web,checks,bench,test,migrations,scripts,docs}/**/*.{ts,tsx,mjs,sql,md}", { cwd: ROOT });
const TESTS = CITING.filter((file) => /\.test\.tsx?$/.test(file) && file !== "scripts/documents.test.ts");

/** Numbers of worked tests in a text: "T05 to T08" and "T05-T08" are four each, `T20:00` is a time of day. */
const testNumbersIn = (text: string): string[] =>
  [...text.matchAll(/\bT(\d\d)\b(?!:\d)(?:(?: to |-)T(\d\d)\b)?/g)].flatMap(([, from = "", to = from]) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, step) => `T${String(Number(from) + step).padStart(2, "0")}`,
    ),
  );

/** Sections that a text cites: "rulebook 5.3, 5.4" and "rulebook 5.1 to 5.3" are their ends, "rulebook 6, T50" is 6. */
const sectionsIn = (text: string): string[] =>
  [...text.matchAll(/rulebook\s+((?:[T\d][\d.]*(?:\s*(?:,|-|to|and)\s+|-)?)+)/gi)].flatMap(
    ([, list = ""]) => list.match(/(?<![T\d.])\d+(?:\.\d+)?/g) ?? [],
  );

/** Sections of the rulebook: its headings, a heading such as "6.1 to 6.3" for all of them, and the rows of section 9. */
const SECTIONS: ReadonlySet<string> = new Set(
  [...RULEBOOK.matchAll(/^(?:#{2,3} |\| (?=9\.))(\d+(?:\.\d+)?)(?: (?:to|and) \d+\.(\d+))?/gm)].flatMap(
    ([, from = "", last]) => {
      const [part = "", first] = from.split(".");
      const many = last === undefined ? 1 : Number(last) - Number(first) + 1;
      return Array.from({ length: many }, (_, step) => (first ? `${part}.${Number(first) + step}` : part));
    },
  ),
);

/** The rulebook's worked tests: number, and the cell that says what proves them. */
const WORKED = new Map(
  [...RULEBOOK.matchAll(/^\| (T\d\d) \|.*\| ([^|]+) \|$/gm)].map(([, number = "", proof = ""]) => [number, proof]),
);

test("every section and every worked test that is cited stands in the rulebook", () => {
  const missing = CITING.flatMap((file) => {
    const text = read(file).replaceAll(/\n\s*(?:\*|\/\/|--)\s/g, " ");
    return [
      ...sectionsIn(text).filter((section) => !SECTIONS.has(section)),
      ...testNumbersIn(text).filter((number) => !WORKED.has(number)),
    ].map((what) => `${file}: ${what}`);
  });
  expect(sectionsIn("(rulebook 5.3, 5.4, T15) rulebook T34-T36 (rulebook 2.1, 2.3 row 1)")).toEqual([
    "5.3",
    "5.4",
    "2.1",
    "2.3",
  ]);
  expect(missing).toEqual([]);
});

test("the rulebook names a test for each number, which names it too, or says not yet and no test names it", () => {
  const wrong = [...WORKED].flatMap(([number, proof]) => {
    const said = [...proof.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
    const naming = TESTS.filter((file) => testNumbersIn(read(file)).includes(number));
    const right =
      proof === "not yet" ? naming.length === 0 : said.length > 0 && said.every((file) => naming.includes(file));
    return right ? [] : [`${number}: named by ${naming.join(", ") || "no test"}`];
  });
  expect(WORKED.size).toBe(51);
  expect(wrong).toEqual([]);
});

test("no document names a folder of one machine, and the lock names no registry", () => {
  expect(DOCUMENTS.filter((file) => /(^|[\s`"'(])\/(home|Users|root|work)\/\w/m.test(read(file)))).toEqual([]);
  expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
});
