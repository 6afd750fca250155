import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { mayHoldSentences, sentencesIn } from "./lib/server-sentences.ts";

const root = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** English to German, as it stands in the catalogue. */
const german = new Map(
  read("web/i18n/server/de.po")
    .split("\n\n")
    .flatMap((block) => {
      const [, id, text] = /^msgid (".*")\nmsgstr (".*")$/m.exec(block) ?? [];
      return id === undefined || text === undefined ? [] : [[JSON.parse(id) as string, JSON.parse(text) as string]];
    }),
);
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
const untranslated = (texts: readonly string[]): string[] => texts.filter((text) => !german.get(text));

/** What the modules of a kind export, by file. */
async function exportsOf(pattern: string): Promise<[file: string, value: unknown][]> {
  const files = globSync(pattern, { cwd: root }).filter((file) => !file.includes(".test."));
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(join(root, file))) as Record<string, unknown>] as const),
  );
  return modules.flatMap(([file, module]) => Object.values(module).map((value): [string, unknown] => [file, value]));
}

interface LifecycleLike {
  statuses: Record<string, { partner: string; vendor: string }>;
  edges: Record<string, { label: string }>;
}
const isLifecycle = (value: unknown): value is LifecycleLike =>
  typeof value === "object" && value !== null && "statuses" in value && "edges" in value;
describe("what the server says to people", () => {
  const files = globSync("src/**/*.ts", { cwd: root }).filter(mayHoldSentences);

  test("has German words, sentence by sentence", () => {
    const texts = files.flatMap((file) => sentencesIn(read(file)).map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(150);
    expect(untranslated(texts)).toEqual([]);
  });

  test("has in German no place that English does not fill", () => {
    const wrong = [...german].filter(([id, text]) => places(text).some((place) => !places(id).includes(place)));
    expect(wrong).toEqual([]);
  });

  test("is a sentence with German words wherever a rule tells what to do", () => {
    const rules = files.filter((file) => /[\\/]rules[\\/]/.test(file));
    const bare = rules.flatMap((file) =>
      [...read(file).matchAll(/^\s*remedy:\s*["`].*$/gm)].map(([line]) => `${file}: ${line.trim()}`),
    );
    expect(rules.length).toBeGreaterThan(20);
    expect(bare).toEqual([]);
  });
});

test("every status and every step of every lifecycle has a German name", async () => {
  const cycles = (await exportsOf("src/*/*-transitions.ts")).filter(([, value]) => isLifecycle(value));
  const labels = cycles.flatMap(([, value]) => {
    const { statuses, edges } = value as LifecycleLike;
    return [
      ...Object.values(statuses).flatMap(({ partner, vendor }) => [partner, vendor]),
      ...Object.values(edges).map(({ label }) => label),
    ];
  });
  expect(cycles.length).toBeGreaterThan(0);
  expect(untranslated(labels)).toEqual([]);
});

test("everything a history tells is a word of the program, and so has a German name", () => {
  const lines = globSync("src/*/*-history.ts", { cwd: root }).flatMap((file) => [
    ...read(file).matchAll(/^\s*"[a-z]+\.[a-z-]+":.*$/gm),
  ]);
  const bare = lines.map(([line]) => line.trim()).filter((line) => !line.includes(": word("));
  expect(lines.length).toBeGreaterThan(20);
  expect(bare).toEqual([]);
});

test("a sentence that is put together where it is said cannot be found, and is refused", () => {
  expect(() => sentencesIn("x;\nsentence(`Until ${day}`)")).toThrow("line 2: write the text");
  expect(sentencesIn('word(\n  "Say \\"yes\\"."\n)')).toEqual([{ text: 'Say "yes".', line: 1 }]);
});
