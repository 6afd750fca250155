import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Manifest, removeRestored, restoreBackup, verifyBackup } from "../backup/index.ts";
import { type Config, readConfig } from "../config/index.ts";
import { makeDataFolder } from "../data-folder.ts";
import { migrate, refuseUnknownMigrations } from "../database/migrate.ts";
import { openFileStorage } from "../files/index.ts";
import { type ExitCode, exitCodes, OperatorError } from "../operator-error.ts";
import type { LoadProgram } from "./application.ts";
import { checkAndTell } from "./check.ts";
import type { Command, CommandCall } from "./command.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { openDatabase } from "./open-database.ts";
import { beginRestore } from "./unfinished-restore.ts";

const restoreHelp = `DIR is what backup wrote. First all of it is read and compared with its checksums; a backup that is damaged, incomplete or of
a later version is refused before anything is written. Then it goes into an empty installation: a DATA_DIR without a
database, or an empty database in DATABASE_URL, and a place without files. Nothing that exists is ever overwritten. A backup
of an earlier version is brought to this one. At the end every invariant is checked, as by check.

What was restored begins to work when it is started: mails that were waiting then are sent, unless SMTP_URL is unset.

Example:
  DATA_DIR=/var/lib/fundproof-restored npm run fundproof -- restore /var/backups/fundproof/2026-11-27`;

/** `restore DIR`: a backup into an empty installation. */
export function restoreCommand(load: LoadProgram): Command {
  return {
    name: "restore",
    summary: "Puts a backup into an empty installation, after comparing all of it with its checksums",
    help: restoreHelp,
    positionals: ["DIR"],
    run: async ({ positionals: [dir = ""], say }) => {
      const config = readConfig(process.env);
      const folder = resolve(dir);
      refuseFilledFolder(config);
      say(`Comparing ${folder} with its checksums.`);
      const manifest = await verifyBackup(folder, say);
      refuseUnknownMigrations(manifest.migrations);
      say(`It is whole: version ${manifest.version}, ${manifest.createdAt}, ${manifest.files.count} files.`);
      return restore(config, load, folder, manifest, say);
    },
  };
}

async function restore(
  config: Config,
  load: LoadProgram,
  folder: string,
  manifest: Manifest,
  say: CommandCall["say"],
): Promise<ExitCode> {
  await using ending = new AsyncDisposableStack();
  makeDataFolder(config.dataDir);
  const isEmbedded = config.databaseUrl === undefined;
  const lock = isEmbedded ? await lockDataFolder(config.dataDir) : undefined;
  if (lock !== undefined) ending.defer(() => lock.release());
  const mark = beginRestore(config.dataDir, folder);
  const storage = await openFileStorage(config, new Date());
  const database = await openDatabase(config, { lock, migrate: false, restoring: true }).catch((error: unknown) => {
    mark.end();
    throw error;
  });
  ending.defer(database.close);
  try {
    await restoreBackup({ folder, manifest, ownerUrl: database.ownerUrl, storage, say });
  } catch (error) {
    say("The restore failed; what it has written is taken away again.");
    await removeRestored(folder, storage, error);
    if (isEmbedded) {
      await ending.disposeAsync();
      for (const name of ["postgres", "postgres.password"]) {
        rmSync(join(config.dataDir, name), { recursive: true, force: true });
      }
    }
    mark.end();
    throw error;
  }
  mark.end();
  for (const name of await migrate(database.ownerUrl)) say(`applied ${name}, which is newer than the backup`);
  const clean = await checkAndTell(load, { config, appUrl: database.appUrl }, { content: false, say });
  for (const key of manifest.files.leftOut) say(`The backup was made without files/${key}.`);
  return clean ? exitCodes.ok : exitCodes.failed;
}

/** Looked at before the backup is read, which may take long. The database and the place of the files are asked later. */
function refuseFilledFolder({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl !== undefined || !existsSync(join(dataDir, "postgres"))) return;
  throw new OperatorError(
    `The data folder ${dataDir} holds a database already. Nothing was restored.\nName an empty folder with DATA_DIR, or move that one away first.`,
  );
}
