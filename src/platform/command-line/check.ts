import { exitCodes } from "../operator-error.ts";
import type { ApplicationDependencies, CheckRequest, LoadProgram } from "./application.ts";
import type { Command } from "./command.ts";
import { withDatabase } from "./with-database.ts";

const checkHelp = `Each entry of the ledger balances; each balance is the sum of its postings, and its lots; what is reserved is what open
claims asked for; each event is what its hash says; each file that a row names is in the storage with its size. A line for
each of these, with every discrepancy below it. Changes nothing, and may be used beside a running serve.`;

/** `check`: asks every invariant whether it holds. */
export function checkCommand(load: LoadProgram): Command {
  return {
    name: "check",
    summary: "Checks the invariants of the books and the files, and names what is off",
    help: checkHelp,
    options: [
      { name: "files", help: "also read every file and compare its SHA-256, which takes as long as reading them" },
    ],
    run: async ({ options, say }) => {
      const content = options["files"] === true;
      const clean = await withDatabase((dependencies) => checkAndTell(load, dependencies, { content, say }));
      return clean ? exitCodes.ok : exitCodes.failed;
    },
  };
}

/** Checks, tells each discrepancy and how many there are; true when there is none. */
export async function checkAndTell(
  load: LoadProgram,
  dependencies: ApplicationDependencies,
  request: CheckRequest,
): Promise<boolean> {
  const faults = await (await load()).check(dependencies, request);
  request.say(
    faults === 0
      ? "Every invariant holds."
      : `${faults} ${faults === 1 ? "discrepancy was" : "discrepancies were"} found.`,
  );
  return faults === 0;
}
