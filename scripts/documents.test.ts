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

test("no document names a folder of one machine, and the lock names no registry", () => {
  expect(DOCUMENTS.filter((file) => /(^|[\s`"'(])\/(home|Users|root|work)\/\w/m.test(read(file)))).toEqual([]);
  expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
});
