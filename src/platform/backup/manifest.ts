import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { OperatorError } from "../operator-error.ts";

/** The form of a backup. A program reads the forms it knows and no others. */
const FORMAT = 1;
const MANIFEST = "manifest.json";
const MANIFEST_HASH = "manifest.sha256";
/** Lists the files, in the form that `sha256sum -c` reads. */
export const FILE_LIST = "files.sha256";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

const TablePart = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: Count,
  /** Where its rows lie in the backup: PostgreSQL's text form of COPY, gzip. */
  part: z.string().regex(/^tables\/[A-Za-z0-9_.]+\.copy\.gz$/),
  bytes: Count,
  sha256: Hash,
});
const SequenceState = z.strictObject({
  schema: z.string(),
  name: z.string(),
  value: z.string().regex(/^\d+$/),
  called: z.boolean(),
});
const ManifestShape = z.strictObject({
  format: z.literal(FORMAT),
  program: z.literal("fundproof"),
  version: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: Hash })),
  tables: z.array(TablePart),
  sequences: z.array(SequenceState),
  files: z.strictObject({ count: Count, bytes: Count, sha256: Hash, leftOut: z.array(z.string()) }),
});

/** A table's rows in a backup. */
export type TablePart = z.infer<typeof TablePart>;
/** Where a sequence stands. */
export type SequenceState = z.infer<typeof SequenceState>;
/** What a backup holds. It is written last: a backup without it is not whole. */
export type Manifest = z.infer<typeof ManifestShape>;

/** SHA-256 of bytes, in hex. */
export function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Writes the manifest of a backup that is whole otherwise. The file appears at once or not at all. */
export async function writeManifest(folder: string, manifest: Omit<Manifest, "format" | "program">): Promise<void> {
  const whole: Manifest = { format: FORMAT, program: "fundproof", ...manifest };
  const bytes = Buffer.from(`${JSON.stringify(whole, undefined, 2)}\n`);
  const options = { mode: 0o600, flush: true };
  await writeFile(join(folder, MANIFEST_HASH), `${sha256Of(bytes)}  ${MANIFEST}\n`, options);
  await writeFile(join(folder, `${MANIFEST}.new`), bytes, options);
  await rename(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
}

/**
 * Reads the manifest of a backup.
 * @throws OperatorError when there is none, when it is damaged, or when it was written by a later program.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const bytes = await readFile(join(folder, MANIFEST)).catch(() => undefined);
  if (bytes === undefined) {
    throw new OperatorError(
      `${folder} is no whole backup: ${MANIFEST} is missing. The backup was cut off, or this is another folder.`,
    );
  }
  const noted = await readFile(join(folder, MANIFEST_HASH), "utf8").catch(() => "");
  if (noted.split(" ")[0] !== sha256Of(bytes)) {
    throw new OperatorError(`The backup ${folder} is damaged: ${MANIFEST} is not what ${MANIFEST_HASH} says.`);
  }
  const parsed = ManifestShape.safeParse(JSON.parse(bytes.toString("utf8")));
  if (!parsed.success) {
    throw new OperatorError(
      `The backup ${folder} has a form that this program does not know. Restore it with the version that wrote it, or a later one.`,
      { cause: parsed.error },
    );
  }
  return parsed.data;
}
