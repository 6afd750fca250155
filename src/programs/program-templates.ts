import { readFile } from "node:fs/promises";
import { type EditionDocument, EditionShape } from "./edition-schema.ts";
import { type EditionSource, readSource, writtenIn } from "./edition-source.ts";

/** The editions that come with the program, to begin with: the file of each by its name. */
const FILES = {
  coop: "coop.json",
  plans: "plans.json",
  mdf: "mdf.yaml",
  events: "events.yaml",
  wallet: "wallet.yaml",
} as const;

/** An edition that comes with the program, as it was written and as it is read. */
export interface ProgramTemplate {
  readonly code: string;
  readonly source: EditionSource;
  readonly written: Readonly<Record<string, unknown>>;
  readonly whole: EditionDocument;
}

/** Names of the templates, in the order in which they are offered. */
export const TEMPLATE_CODES: readonly string[] = Object.keys(FILES);

// They come with the program and never change while it runs.
const known = new Map<string, Promise<ProgramTemplate>>();

/** All templates, in the order in which they are offered. */
export async function programTemplates(): Promise<readonly ProgramTemplate[]> {
  const found = await Promise.all(TEMPLATE_CODES.map((code) => programTemplate(code)));
  return found.filter((each) => each !== undefined);
}

/** The template of this name; undefined for a name that there is not. */
export function programTemplate(code: string): Promise<ProgramTemplate | undefined> {
  const file = Object.entries(FILES).find(([name]) => name === code)?.[1];
  if (file === undefined) return Promise.resolve(undefined);
  const read = known.get(code) ?? readTemplate(code, file);
  known.set(code, read);
  return read;
}

async function readTemplate(code: string, file: string): Promise<ProgramTemplate> {
  const text = await readFile(new URL(`../../programs/${file}`, import.meta.url), "utf8");
  const source: EditionSource = { format: file.endsWith(".json") ? "json" : "yaml", text };
  return { code, source, written: writtenIn(source), whole: EditionShape.parse(readSource(source).document) };
}
