import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeBackup } from "../backup/index.ts";
import { type Config, readConfig } from "../config/index.ts";
import { openFileStorage } from "../files/index.ts";
import { exitCodes, OperatorError } from "../operator-error.ts";
import type { LoadProgram } from "./application.ts";
import type { Command } from "./command.ts";
import { openDatabase } from "./open-database.ts";

const backupHelp = `DIR is a folder that does not exist yet, or is empty: a new one for each backup. Everything goes into it: every row of the
database as it was at one moment, and every file that one of these rows names, with a checksum for each part. The program
may go on serving meanwhile. It works in the same way for the embedded database and for one of your own, for files in a
folder and in a bucket. Sessions are left out: after a restore everybody signs in again. So are the settings and secrets of
the environment; keep those elsewhere. What is in DIR is as confidential as the program: encrypt it where it is kept.

A backup without manifest.json was cut off and is refused by restore.

Example:
  npm run fundproof -- backup "/var/backups/fundproof/$(date +%F)"`;

/** `backup DIR`: everything the program has stored, in one folder. */
export function backupCommand(load: LoadProgram): Command {
  return {
    name: "backup",
    summary: "Writes the database and all files into a new folder, while the program runs",
    help: backupHelp,
    options: [
      {
        name: "despite-damage",
        help: "go on when files are missing or damaged; they are named, and restore names them again",
      },
    ],
    positionals: ["DIR"],
    run: async ({ positionals: [dir = ""], options, say }) => {
      const config = readConfig(process.env);
      refuseAbsentDatabase(config);
      await using ending = new AsyncDisposableStack();
      const database = await openDatabase(config, { migrate: false });
      ending.defer(database.close);
      const now = new Date();
      const folder = resolve(dir);
      const { leftOut } = await writeBackup({
        ownerUrl: database.ownerUrl,
        storage: await openFileStorage(config, now),
        content: (await load()).backupContent,
        folder,
        version: readVersion(),
        now,
        despiteDamage: options["despite-damage"] === true,
        say,
      });
      say(`The backup is whole: ${folder}`);
      if (leftOut.length > 0) say(`It lacks ${leftOut.length} files that are missing or damaged, see above.`);
      return leftOut.length > 0 ? exitCodes.failed : exitCodes.ok;
    },
  };
}

/** A backup of an empty folder would make a database there first. */
function refuseAbsentDatabase(config: Config): void {
  if (config.databaseUrl !== undefined || existsSync(join(config.dataDir, "postgres", "PG_VERSION"))) return;
  throw new OperatorError(
    `There is no database in ${config.dataDir}: nothing to back up. Name the data folder with DATA_DIR, or the database with DATABASE_URL.`,
  );
}

function readVersion(): string {
  const described = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(described) as { version: string }).version;
}
