import type { Readable } from "node:stream";

/** A part of a file in bytes, both ends inclusive, as in an HTTP Range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file that was received whole but has no key yet. Exactly one of `keep` and `discard` ends it. */
export interface SpooledFile {
  /** Where it lies on this machine, for looking into it. */
  readonly path: string;
  /** Moves it to its key; afterwards it can be read. Either the whole file is there or nothing. */
  keep(key: string): Promise<void>;
  /** Removes it. Harmless when it is gone already. */
  discard(): Promise<void>;
}

/**
 * Where the bytes of files lie: a folder or an S3 bucket. Keys are made by the program (see `fileKey`), never from a
 * user's text. A key holds a whole file or nothing, whatever happens to the process.
 */
export interface FileStorage {
  /** What it is, for the log at the start: `folder /data/files`, `bucket fundproof at https://...`. */
  readonly place: string;
  /** Receives a stream into a temporary file. When the stream breaks, nothing stays and the error is thrown on. */
  spool(content: Readable): Promise<SpooledFile>;
  /** `spool` and `keep` in one: stores a stream under a key. */
  putStream(key: string, content: Readable): Promise<void>;
  /** The bytes of a key, or a part of them. Throws {@link FileMissingError} when there is no such key. */
  getStream(key: string, range?: ByteRange): Promise<Readable>;
  /** Removes a key. Harmless when there is none. */
  delete(key: string): Promise<void>;
  /** True when nothing is stored under any key. */
  isEmpty(): Promise<boolean>;
  /** The size of a key in bytes. Throws {@link FileMissingError} when there is no such key. */
  size(key: string): Promise<number>;
}

/** The storage holds nothing under a key that the database names: a damage, not a user's mistake. */
export class FileMissingError extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`the file storage holds nothing under ${key}`);
    this.name = "FileMissingError";
    this.key = key;
  }
}
