import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { OperatorError } from "../operator-error.ts";
import { FILE_LIST } from "./manifest.ts";

/** A file that a row names. */
export interface ListedFile {
  readonly key: string;
  readonly sha256: string;
}

const FOLDER = "files";
const LINE = /^([0-9a-f]{64}) {2}files\/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*)$/;

/** Where a file lies in a backup. The key is one of {@link readFileList}, so it leads nowhere else. */
export function pathInBackup(folder: string, key: string): string {
  return join(folder, FOLDER, key);
}

/** What stands between hash and key in a line of the list, as `sha256sum -c` reads it. */
export const BEFORE_KEY = `  ${FOLDER}/`;

/** The files of a backup, one after the other. @throws OperatorError at a line that is none. */
export async function* readFileList(folder: string): AsyncGenerator<ListedFile> {
  const lines = createInterface({
    input: createReadStream(join(folder, FILE_LIST)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    const [, sha256, key] = LINE.exec(line) ?? [];
    if (sha256 === undefined || key === undefined) {
      throw new OperatorError(`The backup ${folder} is damaged: ${FILE_LIST} holds a line that names no file.`);
    }
    yield { key, sha256 };
  }
}

/** Works through a list with a few workers side by side; the first error ends it. */
export async function eachOf<T>(
  items: AsyncIterable<T>,
  workers: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const run = async (): Promise<void> => {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: workers }, run));
}
