import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import { registerFileRoutes } from "../../src/evidence/index.ts";
import { type Actor, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import { openFileStorage } from "../../src/platform/files/index.ts";
import { createServer } from "../../src/platform/http/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { createBarePartner, vendorPerson } from "./bare-claim.ts";

/** How a file is sent; `as` names who is signed in. */
export interface Sent {
  readonly as?: Who;
  readonly type?: string;
  readonly field?: string;
  readonly key?: string;
}

/** Who may be signed in. `nobody` is not. */
export type Who = "partner" | "reader" | "other" | "reviewer" | "vendor-admin" | "nobody";

/** A file, or a problem, as `/files` answers it. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly scan: string;
  readonly code: string;
  readonly detail: string;
}

/** The bytes of a file in test/fixtures/files. */
export const fixture = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../fixtures/files/${name}`, import.meta.url)));

/** The body of an answer. */
export const json = async (response: Response): Promise<FileAnswer> => (await response.json()) as FileAnswer;

const NOW = new Date("2026-11-01T12:00:00Z");

/**
 * A real server on loopback that has the file routes, for one test file. Who is signed in is told by a header: sessions
 * are not what is tried there.
 */
export function useFileServer(database: TestDatabase, maxUploadBytes: number) {
  let base = "";
  let folder = "";
  let close: () => Promise<unknown> = async () => undefined;
  let lastRefusal: string | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fundproof-upload-"));
    const storage = await openFileStorage({ filesUrl: undefined, dataDir: folder }, NOW);
    const people = await createPeople(database);
    const whoIs = async (request: { headers: Record<string, unknown> }) =>
      people.get(String(request.headers["x-person"]));
    const app = await createServer({ log: createLog("silent"), whoIs, secure: false });
    app.addHook("onError", async (_request, _reply, error) => {
      lastRefusal = error.code;
    });
    await registerFileRoutes(app, { db: database.db, storage, maxUploadBytes, now: () => NOW });
    base = await app.listen({ port: 0, host: "127.0.0.1" });
    close = () => app.close();
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  const storedFiles = async () => {
    const entries = await readdir(join(folder, "files"), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  };
  return {
    port: () => Number(new URL(base).port),
    /** Code of the last refusal, also where nobody was there any more to be answered. */
    lastRefusal: () => lastRefusal,
    /** Names of uploads that are on their way. */
    incoming: () => readdir(join(folder, "files", ".incoming")),
    /** How many files there are, in the storage and as rows alike. */
    countFiles: async (): Promise<number> => {
      const stored = await storedFiles();
      expect(await countRows(database)).toBe(stored);
      return stored;
    },
    get: (path: string, as: Who = "partner", headers: Record<string, string> = {}, method = "GET") =>
      fetch(`${base}/api/v1/files/${path}`, { method, headers: { "x-person": as, ...headers } }),
    post: (body: string, type: string) =>
      fetch(`${base}/api/v1/files`, { method: "POST", headers: { "x-person": "partner", "content-type": type }, body }),
    send: async (content: Uint8Array, name: string, { as = "partner", type = "", field = "file", key }: Sent = {}) => {
      const form = new FormData();
      form.append("comment", "goes unread");
      form.append(field, new Blob([new Uint8Array(content)], { type }), name);
      const headers = { "x-person": as, ...(key === undefined ? {} : { "idempotency-key": key }) };
      return fetch(`${base}/api/v1/files`, { method: "POST", body: form, headers });
    },
  };
}

async function createPeople(database: TestDatabase): Promise<Map<string, Actor>> {
  const partner = await createBarePartner(database.adminUrl);
  const other = await createBarePartner(database.adminUrl);
  return new Map([
    ["partner", partner.actor],
    ["reader", { ...partner.actor, grants: [{ role: "partner-auditor", programId: null, locationId: null }] }],
    ["other", other.actor],
    ["reviewer", vendorPerson("reviewer")],
    ["vendor-admin", vendorPerson("vendor-admin")],
  ]);
}

async function countRows(database: TestDatabase): Promise<number> {
  return inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
    const count = tx.selectFrom("file").select((eb) => eb.fn.countAll<bigint>().as("rows"));
    return Number((await count.executeTakeFirstOrThrow()).rows);
  });
}
