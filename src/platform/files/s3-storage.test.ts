import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newUuid } from "../../kernel/index.ts";
import { fileKey } from "./file-key.ts";
import { openFileStorage } from "./open-storage.ts";
import { FileMissingError } from "./storage.ts";

/** As much of S3's language as a file storage speaks: PUT, GET with ranges, HEAD, DELETE of objects. */
const objects = new Map<string, Buffer>();
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const key = new URL(request.url ?? "/", "http://x").pathname;
  if (request.method === "PUT") {
    if (request.headers["content-length"] === undefined) return void response.writeHead(411).end();
    objects.set(key, await buffer(request));
    return void response.writeHead(200, { etag: '"x"' }).end();
  }
  if (request.method === "DELETE") {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const found = objects.get(key);
  if (!found)
    return void response
      .writeHead(404)
      .end(request.method === "HEAD" ? undefined : "<Error><Code>NoSuchKey</Code></Error>");
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  const part = start === undefined ? found : found.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, {
    "content-length": part.length,
    "last-modified": new Date(0).toUTCString(),
  });
  response.end(request.method === "HEAD" ? undefined : part);
}

let server: Server;
let dataDir = "";
beforeAll(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test").stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  dataDir = await mkdtemp(join(tmpdir(), "fundproof-s3-"));
  server = createServer((request, response) => void answer(request, response)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
afterAll(async () => {
  server.close();
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true, force: true });
});

test("files in a bucket come back whole and in parts, and what breaks on the way never reaches it", async () => {
  const { port } = server.address() as AddressInfo;
  const filesUrl = `s3://proofs/fundproof?endpoint=http://127.0.0.1:${port}&region=eu-west-1`;
  const storage = await openFileStorage({ filesUrl, dataDir }, new Date());
  const key = fileKey(newUuid());
  await storage.putStream(key, Readable.from([Buffer.from("proof "), Buffer.from("of execution")]));
  expect([...objects.keys()]).toEqual([`/proofs/fundproof/${key}`]);
  expect((await buffer(await storage.getStream(key))).toString()).toBe("proof of execution");
  expect((await buffer(await storage.getStream(key, { start: 6, end: 7 }))).toString()).toBe("of");
  expect(await storage.size(key)).toBe(18);
  await storage.delete(key);
  await expect(storage.size(key)).rejects.toThrow(FileMissingError);
  await expect(storage.getStream(key)).rejects.toThrow(FileMissingError);
  async function* breaking() {
    yield Buffer.alloc(1000);
    throw new Error("the line was cut");
  }
  await expect(storage.putStream(key, Readable.from(breaking()))).rejects.toThrow("the line was cut");
  expect(objects.size).toBe(0);
  expect(await readdir(join(dataDir, "incoming-files"))).toEqual([]);
});
