import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { withScratchDatabase } from "./scratch-database.ts";

const TYPES = JSON.stringify({ int8: "bigint", numeric: "string", xid8: "string" });

/** Writes the TypeScript types of the database that the migrations make. The job queue's and the schema's own tables are left out. */
export async function writeDatabaseTypes(file: string, root: string): Promise<void> {
  await withScratchDatabase(async (url) => {
    execFileSync(
      process.execPath,
      [
        join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
        "--dialect=postgres",
        `--url=${url}`,
        `--out-file=${file}`,
        "--singularize",
        "--date-parser=string",
        `--type-mapping=${TYPES}`,
        "--default-schema=public",
        "--exclude-pattern={pgboss.*,auth.*,schema_migration}",
      ],
      { stdio: ["ignore", "ignore", "inherit"], cwd: root },
    );
  });
}
