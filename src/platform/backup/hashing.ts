import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Lets bytes pass and takes their measure on the way. */
export interface Hashing {
  readonly stream: Transform;
  /** SHA-256 in hex of what has passed; to be asked once, at the end. */
  readonly digest: () => string;
  readonly bytes: () => number;
}

/** A stage of a pipeline that hashes and counts. */
export function hashing(): Hashing {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, digest: () => hash.digest("hex"), bytes: () => bytes };
}

/** SHA-256 in hex and size of a file; undefined when there is none. */
export async function measureFile(path: string): Promise<{ sha256: string; bytes: number } | undefined> {
  const measure = hashing();
  measure.stream.resume();
  try {
    await pipeline(createReadStream(path), measure.stream);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return { sha256: measure.digest(), bytes: measure.bytes() };
}
