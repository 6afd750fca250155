import { join } from "node:path";
import { OperatorError } from "../operator-error.ts";
import { eachOf, pathInBackup, readFileList } from "./file-list.ts";
import { measureFile } from "./hashing.ts";
import { FILE_LIST, type Manifest, readManifest } from "./manifest.ts";
import { progress } from "./progress.ts";

const WORKERS = 2;
const MOST_NAMED = 20;

/**
 * Reads a whole backup and compares every part of it with what was written down when it was made.
 * @throws OperatorError that names what is missing or damaged; nothing was written anywhere.
 */
export async function verifyBackup(folder: string, say: (line: string) => void): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const faults: string[] = [];
  const compare = async (part: string, path: string, sha256: string): Promise<void> => {
    const found = await measureFile(path);
    if (found === undefined) faults.push(`${part} is missing`);
    else if (found.sha256 !== sha256) faults.push(`${part} is damaged`);
  };
  for (const { part, sha256 } of manifest.tables) await compare(part, join(folder, part), sha256);
  await compare(FILE_LIST, join(folder, FILE_LIST), manifest.files.sha256);
  if (faults.length === 0) {
    const leftOut = new Set(manifest.files.leftOut);
    const done = progress(say, "files compared", manifest.files.count);
    await eachOf(readFileList(folder), WORKERS, async ({ key, sha256 }) => {
      if (!leftOut.has(key)) await compare(`files/${key}`, pathInBackup(folder, key), sha256);
      done.add(1);
    });
  }
  if (faults.length === 0) return manifest;
  const more = faults.length > MOST_NAMED ? [`and ${faults.length - MOST_NAMED} more`] : [];
  throw new OperatorError(
    [
      `The backup ${folder} is not what was written:`,
      ...[...faults.slice(0, MOST_NAMED), ...more].map((fault) => `  ${fault}`),
      "Nothing was restored. Use another backup.",
    ].join("\n"),
  );
}
