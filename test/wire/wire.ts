import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { allRoutes } from "../../src/app/routes.ts";
import { mayReadFile } from "../../src/claims/index.ts";
import { registerFileRoutes } from "../../src/evidence/index.ts";
import { type Actor, newUuid } from "../../src/kernel/index.ts";
import { openFileStorage } from "../../src/platform/files/index.ts";
import { answerUnknownPaths, createServer, type RouteDeclaration, serveRoutes } from "../../src/platform/http/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import { WORLD_NOW } from "../builders/world.ts";
import type { TestDatabase } from "../database/use-database.ts";

/** An amount on the wire. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** What came back, as far as tests look into it: claims, lists and problems at once. */
export interface Json {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string | number;
  readonly version: number;
  readonly items: readonly Json[];
  readonly nextCursor: string | null;
  readonly type: string;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly allowedFrom: readonly string[];
  readonly decidedBy: { readonly name: string };
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  readonly abilities: Readonly<Record<string, { readonly allowed: boolean; readonly reason?: string }>>;
  readonly amountClaimed: Amount | null;
  readonly amountReserved: Amount;
  readonly remaining: Amount;
  readonly reserved: Amount;
  readonly invoices: readonly (Json & { readonly lines: readonly Json[] })[];
  readonly documents: readonly Json[];
  readonly metrics: Readonly<Record<string, string>>;
  readonly subject: Json;
}

/** What the API said. */
export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as text. */
  readonly text: string;
  readonly bytes: Buffer;
  /** The bytes read as JSON; an empty object when there are none. */
  readonly body: Json;
}

/** What is sent besides method and path. `raw` is sent as it is; `body` as JSON. */
export interface Sending {
  readonly body?: unknown;
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

/** Calls below /api/v1. Nobody is signed in when the actor is undefined. */
export interface Wire {
  call(actor: Actor | undefined, method: Method, path: string, sending?: Sending): Promise<Said>;
  /** A path from the root, for what lies outside /api/v1. */
  root(actor: Actor | undefined, method: Method, path: string, sending?: Sending): Promise<Said>;
  get(actor: Actor | undefined, path: string, headers?: Record<string, string>): Promise<Said>;
  post(actor: Actor | undefined, path: string, body?: unknown, headers?: Record<string, string>): Promise<Said>;
  /** Uploads a file through POST /files. */
  upload(actor: Actor, name: string, content: string | Buffer, headers?: Record<string, string>): Promise<Said>;
  clock: Date;
}

/**
 * The whole HTTP surface as the program puts it together, with the real routes of every slice. Who is signed in is said by
 * the test. The clock stands at {@link WORLD_NOW} until a test moves it.
 */
export function useWire(database: TestDatabase, more: readonly RouteDeclaration[] = []): Wire {
  let app: FastifyInstance | undefined;
  let folder = "";
  const sessions = new Map<string, Actor>();
  const root: Wire["root"] = async (actor, method, url, { body, raw, headers = {} } = {}) => {
    if (!app) throw new Error("the wire opens in beforeAll: call it inside a test");
    const session = newUuid();
    if (actor) sessions.set(session, actor);
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const type = payload === undefined ? {} : { "content-type": "application/json" };
    const answer = await app.inject({
      method,
      url,
      headers: { "x-test-session": session, ...type, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    sessions.delete(session);
    const text = answer.payload;
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string | undefined>,
      text,
      bytes: answer.rawPayload,
      body: (text === "" ? {} : readJson(text)) as Json,
    };
  };
  const call: Wire["call"] = (actor, method, path, sending) => root(actor, method, `/api/v1${path}`, sending);
  const wire: Wire = {
    clock: WORLD_NOW,
    root,
    call,
    get: (actor, path, headers = {}) => call(actor, "GET", path, { headers }),
    post: (actor, path, body = {}, headers = {}) => call(actor, "POST", path, { body, headers }),
    upload: (actor, name, content, headers = {}) => {
      const edge = `edge${newUuid().slice(-12)}`;
      const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      const raw = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)]);
      return call(actor, "POST", "/files", {
        raw,
        headers: { "content-type": `multipart/form-data; boundary=${edge}`, ...headers },
      });
    },
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fundproof-wire-"));
    const storage = await openFileStorage({ filesUrl: undefined, dataDir: folder }, WORLD_NOW);
    const whoIs = async (request: { headers: Record<string, unknown> }) =>
      sessions.get(String(request.headers["x-test-session"]));
    const now = () => wire.clock;
    app = await createServer({ log: createLog("silent"), whoIs, secure: false });
    await registerFileRoutes(app, {
      db: database.db,
      storage,
      maxUploadBytes: 1_000_000,
      now,
      mayRead: mayReadFile,
    });
    serveRoutes(app, [...allRoutes(), ...more], { db: database.db, now });
    answerUnknownPaths(app, (reply) => reply.type("text/html").send("<!doctype html><title>page</title>"));
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return wire;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What every problem has (RFC 9457, docs/api.md). */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";
