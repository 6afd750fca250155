import { exitCodes } from "../operator-error.ts";
import type { LoadProgram } from "./application.ts";
import type { Command } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** `migrate`: brings the database to this version's state. */
export const migrateCommand: Command = {
  name: "migrate",
  summary: "Brings the database to the state that this version expects",
  help:
    "Makes the two logins fundproof_owner and fundproof_app when they are missing, then runs what is new in the folder\n" +
    "migrations. Safe to run twice and by several processes at once. serve does the same at its start.",
  run: async ({ say }) => {
    const applied = await withDatabase((_dependencies, files) => Promise.resolve(files));
    for (const name of applied) say(`applied ${name}`);
    say(applied.length === 0 ? "Nothing to do: the database is up to date." : `${applied.length} migrations applied.`);
    return exitCodes.ok;
  },
};

/** `seed`: makes the demo data in a database without data. */
export function seedCommand(load: LoadProgram): Command {
  return {
    name: "seed",
    summary: "Makes the demo data in a database that holds no data",
    run: async ({ say }) => {
      const program = await load();
      const seeded = await withDatabase((dependencies) => program.seedDemo(dependencies));
      say(seeded ? "Demo data made." : "The database holds data already; nothing was changed.");
      return exitCodes.ok;
    },
  };
}
