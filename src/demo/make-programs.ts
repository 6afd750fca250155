import { readFile } from "node:fs/promises";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import {
  type EditionDocument,
  EditionShape,
  editionForYear,
  importEdition,
  type Program,
  programByCode,
  publishEdition,
} from "../programs/index.ts";
import { demoYears } from "./demo-times.ts";

const FOLDER = new URL("../../programs/", import.meta.url);

/** The two example editions that come with the program: every year of the demo is a copy of them. */
export async function readExamples(): Promise<{ readonly coop: EditionDocument; readonly plans: EditionDocument }> {
  const read = async (file: string): Promise<EditionDocument> =>
    EditionShape.parse(JSON.parse(await readFile(new URL(file, FOLDER), "utf8")));
  const [coop, plans] = await Promise.all([read("coop.json"), read("plans.json")]);
  return { coop, plans };
}

/** Publishes a program with an edition for each year of the demo, each a month before its year begins. */
export async function makeProgram(
  tx: Tx,
  document: EditionDocument,
  dates: { today: string; now: Date },
): Promise<Program> {
  for (const year of demoYears(dates.today)) {
    const edition = editionForYear(document, year);
    const usual = new Date(`${edition.startsOn}T09:00:00Z`);
    usual.setUTCMonth(usual.getUTCMonth() - 1);
    // The year after the present one may begin later than in a month.
    const command = { actor: SYSTEM_ACTOR, now: usual < dates.now ? usual : dates.now };
    await publishEdition(tx, command, (await importEdition(tx, command, edition)).id);
  }
  const program = await programByCode(tx, document.program);
  if (!program) throw new Error(`importing ${document.program} made no program`);
  return program;
}
