import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect } from "vitest";
import { type Actor, newUuid } from "../../src/kernel/index.ts";
import { createServer, type RouteDeclaration, serveRoutes } from "../../src/platform/http/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import type { TestDatabase } from "../database/use-database.ts";

/** What the API said. `body` is the resource, the list or the problem. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
  /** The bytes, for what is no JSON. */
  readonly raw: Buffer;
}

/** How to call the API; without an actor nobody is signed in. */
export interface Api {
  get(actor: Actor | undefined, path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  post(actor: Actor | undefined, path: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** PUT and PATCH overwrite whatever is there, unless the headers say otherwise. */
  put(actor: Actor | undefined, path: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  patch(actor: Actor | undefined, path: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  delete(actor: Actor | undefined, path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
}

/**
 * The real HTTP layer with some slices' routes, for one test file. Who is signed in is said by the test: sessions are not
 * what is tried there. `now` is the time the program believes it is; `register`
 * adds routes that are no declarations.
 */
export function useApi(
  database: TestDatabase,
  routes: readonly RouteDeclaration[],
  now: () => Date,
  register: (app: FastifyInstance) => void = () => undefined,
): Api {
  let app: FastifyInstance | undefined;
  const signedIn = new Map<string, Actor>();
  beforeAll(async () => {
    const whoIs = async (request: { headers: Record<string, unknown> }) =>
      signedIn.get(String(request.headers["x-test-session"]));
    app = await createServer({ log: createLog("silent"), whoIs, secure: false });
    register(app);
    serveRoutes(app, routes, { db: database.db, now });
  });
  afterAll(() => app?.close());
  const call = async (
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    actor: Actor | undefined,
    path: string,
    more: { payload?: string; headers?: Record<string, string> },
  ): Promise<ApiAnswer> => {
    if (!app) throw new Error("the API opens in beforeAll: call it inside a test");
    const session = newUuid();
    if (actor) signedIn.set(session, actor);
    const headers = { "x-test-session": session, ...more.headers };
    const { payload } = more;
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    signedIn.delete(session);
    const isJson = String(answer.headers["content-type"]).includes("json");
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? answer.json<Record<string, unknown>>() : {},
      raw: answer.rawPayload,
    };
  };
  const send =
    (method: "POST" | "PUT" | "PATCH") =>
    (actor: Actor | undefined, path: string, body: unknown, headers: Record<string, string> = {}) =>
      call(method, actor, path, {
        payload: JSON.stringify(body),
        headers: { "content-type": "application/json", ...(method === "POST" ? {} : { "if-match": "*" }), ...headers },
      });
  return {
    get: (actor, path, headers = {}) => call("GET", actor, path, { headers }),
    post: send("POST"),
    put: send("PUT"),
    patch: send("PATCH"),
    delete: (actor, path, headers = {}) => call("DELETE", actor, path, { headers }),
  };
}

/** An ability that is refused for this reason, in words about `what` that can also be said in other languages. */
export const refused = (reason: string, what: string): unknown => ({
  allowed: false,
  reason,
  message: expect.stringContaining(what),
  words: expect.objectContaining({ message: expect.any(String) }),
});
