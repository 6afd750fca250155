import { NAMED_FILES } from "../evidence/index.ts";
import type { ApplicationDependencies, CheckRequest } from "../platform/command-line/index.ts";
import { createDatabase } from "../platform/database/index.ts";
import { openFileStorage } from "../platform/files/index.ts";
import { checkFiles } from "./check-files.ts";
import { runChecks } from "./run-checks.ts";

/** Runs every invariant of the books and looks at every file; a line for each, and one for each discrepancy below it. */
export async function checkAll(
  { config, appUrl }: ApplicationDependencies,
  { content, say }: CheckRequest,
): Promise<number> {
  const database = createDatabase(appUrl, { max: 2 });
  try {
    const tell = (name: string, faults: readonly string[]): void => {
      say(`${faults.length === 0 ? "holds" : "FAILS"}  ${name}`);
      for (const fault of faults) say(`  ${fault}`);
    };
    const faults = await runChecks(database.db, tell);
    const storage = await openFileStorage(config, new Date());
    const inFiles = await checkFiles({ db: database.db, storage, content, onProgress: everySoOften(say) });
    tell("files-are-there", inFiles);
    return faults.length + inFiles.length;
  } finally {
    await database.close();
  }
}

/** What a backup holds beside the tables, and what it leaves out. */
export const backupContent = {
  namedFiles: NAMED_FILES,
  leftOut: [
    // A session that was ended after the backup must not come back to life.
    "auth.session",
    // Processes that ran at that time.
    "pgboss.instance",
  ],
} as const;

const EVERY_MS = 3000;

function everySoOften(say: (line: string) => void): (files: number) => void {
  let spoken = Date.now();
  return (files) => {
    if (Date.now() - spoken < EVERY_MS) return;
    spoken = Date.now();
    say(`  files looked at: ${files}`);
  };
}
