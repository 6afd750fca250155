import { readFile } from "node:fs/promises";
import { nothingBlocks } from "../../kernel/index.ts";
import { exitCodes, OperatorError } from "../operator-error.ts";
import type { LoadProgram, Program, ReadDocument } from "./application.ts";
import type { Command } from "./command.ts";
import { findingLines } from "./finding-lines.ts";
import { withDatabase } from "./with-database.ts";

const validateHelp = `FILE holds the edition as JSON or YAML, such as programs/coop.json. Errors keep it from being imported; warnings do not.

Example:
  npm run fundproof -- program validate programs/coop.json`;

const importHelp = `The program is made when its code is new. A draft of the same program year is replaced; a document that is stored already
changes nothing, so the command may be repeated. A published edition never changes: another document for its year becomes
the next version, and claims keep the version that judged them. May be used beside a running serve.

Example:
  npm run fundproof -- program import programs/coop.json --publish`;

/** `program validate FILE`: whether a document can be an edition. Needs neither database nor settings. */
export function validateProgramCommand(load: LoadProgram): Command {
  return {
    name: "program validate",
    summary: "Tells what is wrong with the document of a program's edition",
    help: validateHelp,
    positionals: ["FILE"],
    run: async ({ positionals: [file = ""], say }) => {
      const program = await load();
      const { document, lineOf } = await readDocument(program, file);
      const findings = program.validateEdition(document);
      for (const line of findingLines(findings, lineOf)) say(line);
      const errors = findings.filter((finding) => finding.severity === "blocks").length;
      say(`${file}: ${counted(errors, "error")}, ${counted(findings.length - errors, "warning")}.`);
      return nothingBlocks(findings) ? exitCodes.ok : exitCodes.failed;
    },
  };
}

/** `program import FILE`: stores an edition, and publishes it when asked. */
export function importProgramCommand(load: LoadProgram): Command {
  return {
    name: "program import",
    summary: "Stores the document of an edition as a draft, or publishes it",
    help: importHelp,
    options: [{ name: "publish", help: "it judges from now on, and never changes any more" }],
    positionals: ["FILE"],
    run: async ({ positionals: [file = ""], options, say }) => {
      const program = await load();
      const { document } = await readDocument(program, file);
      const publish = options["publish"] === true;
      const done = await withDatabase((dependencies) => program.importEdition(dependencies, { document, publish }));
      for (const line of done) say(line);
      return exitCodes.ok;
    },
  };
}

const diffHelp = `A and B hold two editions of a program as JSON or YAML. Each line begins with what the change means for partners: + better,
- worse, or = neither. Of two program years, A is moved to the year of B first. Ends with 1 when there are differences.

Example:
  npm run fundproof -- program diff programs/mdf.yaml new-mdf.yaml`;

const SIGNS = { better: "+", worse: "-", neutral: "=" } as const;

/** `program diff A B`: what is different in B, in words. Needs neither database nor settings. */
export function diffProgramCommand(load: LoadProgram): Command {
  return {
    name: "program diff",
    summary: "Tells what is different between two documents of a program's edition",
    help: diffHelp,
    positionals: ["A", "B"],
    run: async ({ positionals: [a = "", b = ""], say }) => {
      const program = await load();
      const before = await readDocument(program, a);
      const after = await readDocument(program, b);
      const changes = program.diffEditions(before.document, after.document);
      for (const { effect, text } of changes) say(`${SIGNS[effect]} ${text}`);
      const better = changes.filter(({ effect }) => effect === "better").length;
      const worse = changes.filter(({ effect }) => effect === "worse").length;
      say(`${counted(changes.length, "difference")}; for partners ${better} better, ${worse} worse.`);
      return changes.length === 0 ? exitCodes.ok : exitCodes.failed;
    },
  };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

async function readDocument(program: Program, file: string): Promise<ReadDocument> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new OperatorError(`${file} cannot be read: ${wordsOf(error)}`, { cause: error });
  });
  const format = /\.ya?ml$/i.test(file) ? "yaml" : "json";
  const read = program.readEdition(text, format);
  if (!("message" in read)) return read;
  const place = read.line === undefined ? "" : `, line ${read.line}`;
  throw new OperatorError(`${file}${place} is no ${format === "yaml" ? "YAML" : "JSON"}: ${read.message}`);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
