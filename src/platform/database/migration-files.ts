import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../operator-error.ts";

/** One file of the folder `migrations`. */
export interface MigrationFile {
  /** File name without its ending: `0001_platform`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, with line ends as on Unix, so that a checkout on Windows counts as the same. */
  readonly checksum: string;
}

/**
 * Reads the migrations in their order.
 * @throws OperatorError for a name out of the pattern or a number given twice, which would leave the order to chance.
 */
export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) {
      throw new OperatorError(`migrations/${name}: a migration is called NNNN_name.sql, in lower case.`);
    }
    if (names[index + 1]?.slice(0, 4) === name.slice(0, 4)) {
      throw new OperatorError(
        `migrations/${name} and ${names[index + 1]} have the same number: give one the next number.`,
      );
    }
  }
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name: name.slice(0, -".sql".length), sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}
