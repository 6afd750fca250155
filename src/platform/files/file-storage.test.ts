import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newUuid } from "../../kernel/index.ts";
import { fileKey } from "./file-key.ts";
import { parseFilesUrl } from "./files-url.ts";
import { openFileStorage } from "./open-storage.ts";
import { FileMissingError } from "./storage.ts";

const NOW = new Date("2026-11-01T12:00:00Z");
let dataDir = "";
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "fundproof-files-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));
const open = () => openFileStorage({ filesUrl: undefined, dataDir }, NOW);
const everything = async () =>
  (await readdir(join(dataDir, "files"), { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

describe("files in a folder", () => {
  test("what was stored comes back, whole and in parts, and is gone when deleted", async () => {
    const storage = await open();
    const key = fileKey(newUuid());
    await storage.putStream(key, Readable.from([Buffer.from("proof "), Buffer.from("of execution")]));
    expect((await buffer(await storage.getStream(key))).toString()).toBe("proof of execution");
    expect((await buffer(await storage.getStream(key, { start: 6, end: 7 }))).toString()).toBe("of");
    expect(await storage.size(key)).toBe(18);
    await storage.delete(key);
    await storage.delete(key);
    await expect(storage.size(key)).rejects.toThrow(FileMissingError);
    await expect(storage.getStream(key)).rejects.toThrow(FileMissingError);
  });

  test("a stream that breaks leaves nothing", async () => {
    const storage = await open();
    async function* breaking() {
      yield Buffer.alloc(100_000);
      throw new Error("the line was cut");
    }
    await expect(storage.putStream(fileKey(newUuid()), Readable.from(breaking()))).rejects.toThrow("the line was cut");
    expect(await everything()).toEqual([]);
  });

  test("a file lies in a folder made of the end of its id, never of its name", () => {
    expect(fileKey("0193a5d2-1111-7abc-8def-0123456789ab")).toBe("89/ab/0193a5d2-1111-7abc-8def-0123456789ab");
    expect(() => fileKey("../../etc/passwd")).toThrow("not a UUID");
  });

  test("at the start, what killed processes left is removed, and uploads of living ones stay", async () => {
    const incoming = join(dataDir, "files", ".incoming");
    await mkdir(incoming, { recursive: true });
    const host = hostname().replaceAll(/[^A-Za-z0-9]/g, "");
    const names = [
      `${host}-${process.pid}-own`,
      `${host}-999999999-dead`,
      `${host}-${process.ppid}-living`,
      "elsewhere-1-fresh",
      "elsewhere-1-old",
    ];
    for (const name of names) await writeFile(join(incoming, name), "half a file");
    const fresh = new Date(NOW.getTime() - 60_000);
    await utimes(join(incoming, "elsewhere-1-fresh"), fresh, fresh);
    const old = new Date(NOW.getTime() - 2 * 60 * 60 * 1000);
    await utimes(join(incoming, "elsewhere-1-old"), old, old);
    await open();
    expect((await readdir(incoming)).toSorted()).toEqual(
      [`${host}-${process.ppid}-living`, "elsewhere-1-fresh"].toSorted(),
    );
  });
});

describe("FILES_URL says where files lie", () => {
  test("unset means DATA_DIR/files", () => {
    expect(parseFilesUrl(undefined, "/srv/data")).toEqual({ kind: "folder", folder: "/srv/data/files" });
  });
  test("a file address is a folder", () => {
    expect(parseFilesUrl(pathToFileURL("/srv/my files").href, "/x")).toEqual({
      kind: "folder",
      folder: "/srv/my files",
    });
  });
  test("an s3 address is a bucket, with prefix, endpoint and region", () => {
    expect(parseFilesUrl("s3://proofs/fund/?endpoint=https://s3.example.com&region=eu-west-1", "/x")).toEqual({
      kind: "s3",
      bucket: "proofs",
      prefix: "fund/",
      endpoint: "https://s3.example.com",
      region: "eu-west-1",
    });
    expect(parseFilesUrl("s3://proofs", "/x")).toMatchObject({ prefix: "", endpoint: undefined, region: "us-east-1" });
  });
  test.each([
    ["http://example.com/files", "no address of a folder"],
    ["just words", "no address of a folder"],
    ["s3://user:secret@proofs", "credentials"],
    ["file:///srv/a%2Fb", "no path"],
    ["s3://Proofs_of_all", "no valid bucket"],
    ["s3://proofs?endpoint=ftp://x", "endpoint"],
    ["s3://proofs?bucket=x", "other than endpoint and region"],
  ])("%s is refused with what is expected", (url, says) => {
    expect(() => parseFilesUrl(url, "/x")).toThrow(says);
    expect(() => parseFilesUrl(url, "/x")).toThrow("Expected: ");
  });
});
