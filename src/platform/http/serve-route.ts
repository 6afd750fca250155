import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, notFound, type SeenVersion } from "../../kernel/index.ts";
import { type Db, inReading, inTransaction, isRetryable, type Tx } from "../database/index.ts";
import { findAnswer, idempotencyKey, type KeptAnswer, keepAnswer, requestHash } from "./idempotency.ts";
import { type AnswerMemory, answerMemory, type RememberedAnswer } from "./memory.ts";
import { parseJson, parseOrRefuse } from "./parse.ts";
import type { RouteDeclaration } from "./route.ts";

/** What routes need to run. */
export interface RouteDeps {
  readonly db: Db;
  readonly now: () => Date;
}

/** Base of every route that a slice declares. */
export const API_BASE = "/api/v1";

const TRIES = 4;

/** Registers declared routes: one transaction each, on behalf of the actor of the request. */
export function serveRoutes(app: FastifyInstance, routes: readonly RouteDeclaration[], deps: RouteDeps): void {
  const memory = answerMemory();
  for (const declared of routes) {
    app.route({
      method: declared.method,
      url: API_BASE + declared.url,
      handler: (request, reply) => answer(declared, request, reply, { ...deps, memory }),
    });
  }
}

async function answer(
  declared: RouteDeclaration,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: RouteDeps & { readonly memory: AnswerMemory },
): Promise<FastifyReply> {
  const prepared = prepare(declared, request);
  const key = await rememberedBy(declared, prepared, deps);
  const remembered = key === undefined ? undefined : deps.memory.get(key);
  if (remembered) return sendRemembered(request, reply, remembered);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const transact = declared.method === "GET" ? inReading : inTransaction;
      const result = await transact(deps.db, request.actor, (tx) =>
        run(declared, prepared, tx, request.actor, deps.now()),
      );
      return key === undefined
        ? send(reply, result)
        : sendRemembered(request, reply, deps.memory.put(key, result.body));
    } catch (error) {
      if (attempt < TRIES && isRetryable(error)) continue;
      throw error;
    }
  }
}

/** The name of the route and of what its answer depends on; undefined where nothing is kept. */
async function rememberedBy(
  declared: RouteDeclaration,
  { params, query }: Prepared,
  { db, now }: RouteDeps,
): Promise<string | undefined> {
  const key = await declared.remembered?.({ db, now: now(), params, query });
  return key === undefined ? undefined : `${declared.url} ${key}`;
}

/** Sends what is the same for everybody. A browser may keep it, and asks each time whether it is still so. */
function sendRemembered(request: FastifyRequest, reply: FastifyReply, answer: RememberedAnswer): FastifyReply {
  reply.header("cache-control", "private, no-cache").header("etag", answer.etag).header("vary", "accept-encoding");
  if (request.headers["if-none-match"] === answer.etag) return reply.status(304).send();
  reply.header("content-type", "application/json; charset=utf-8");
  if (!answer.gzip || !/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(answer.body);
  return reply.header("content-encoding", "gzip").send(answer.gzip);
}

interface Prepared {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: () => unknown;
  readonly unchecked: () => unknown;
  readonly seen: SeenVersion;
  readonly key: string | undefined;
  readonly hash: string;
}

function prepare(declared: RouteDeclaration, request: FastifyRequest): Prepared {
  const params = declared.params?.safeParse(request.params);
  if (params && !params.success) throw notFound(declared.tag.replace(/ies$/, "y").replace(/s$/, ""));
  const query = declared.query ? parseOrRefuse(declared.query, request.query, "query") : undefined;
  const raw = request.body instanceof Buffer ? request.body : undefined;
  const unchecked = () => (declared.reads?.read ?? parseJson)(raw, request.headers["content-type"]);
  let parsed: { value: unknown } | undefined;
  const body = () => {
    if (!declared.body) return undefined;
    parsed ??= { value: parseOrRefuse(declared.body, unchecked(), "body") };
    return parsed.value;
  };
  const post = declared.method === "POST";
  const key = post ? idempotencyKey(request.headers["idempotency-key"]) : undefined;
  return {
    params: params?.data,
    query,
    body,
    unchecked,
    seen: seenVersion(declared.method, request.headers["if-match"]),
    key: declared.onlyAsks === true ? undefined : key,
    hash: post ? requestHash(declared.method, request.url, raw) : "",
  };
}

/** Reads If-Match: `"4"` or `*`. Asked for on PATCH and PUT; the check itself is the command's (`checkVersion`). */
function seenVersion(method: string, header: string | undefined): SeenVersion {
  if (header === undefined || header === "") {
    return method === "PATCH" || method === "PUT" ? "missing" : undefined;
  }
  if (header === "*") return "*";
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(header);
  // An ETag that is none of ours matches no version.
  return match?.[1] === undefined ? -1 : Number(match[1]);
}

interface Answer extends KeptAnswer {
  readonly hit?: boolean;
}

async function run(declared: RouteDeclaration, prepared: Prepared, tx: Tx, actor: Actor, now: Date): Promise<Answer> {
  if (prepared.key !== undefined) {
    const kept = await findAnswer(tx, actor, now, prepared.key, prepared.hash);
    if (kept) return { ...kept, hit: true };
  }
  const { params, query, body, unchecked, seen } = prepared;
  const result = await declared.handle({ tx, actor, now, params, query, body, unchecked, seen });
  const made = toAnswer(declared, result);
  if (prepared.key !== undefined) await keepAnswer(tx, actor, prepared.key, made);
  return made;
}

function toAnswer(declared: RouteDeclaration, result: unknown): KeptAnswer {
  if (declared.status === 204) return { status: 204, headers: {}, body: "" };
  const wire: unknown = declared.response.parse(result);
  const version = versionOf(result);
  return {
    status: declared.status,
    headers: typeof version === "number" ? { etag: `"${version}"` } : {},
    body: JSON.stringify(wire),
  };
}

/** What the ETag says: the version of the resource, or its revision where "version" is a number of its own. */
function versionOf(result: unknown): unknown {
  if (typeof result !== "object" || result === null) return undefined;
  if ("revision" in result) return result.revision;
  return "version" in result ? result.version : undefined;
}

function send(reply: FastifyReply, result: Answer): FastifyReply {
  for (const [name, value] of Object.entries(result.headers)) reply.header(name, value);
  if (result.hit) reply.header("idempotency-hit", "true");
  // The ETag is the version that a change is based on, not a hash of the answer: parts, balances and abilities change
  // without it (docs/api.md, "Rules of the wire"). So no browser may keep an answer, and none is ever "not modified".
  reply.header("cache-control", "no-store");
  if (result.status === 204) return reply.status(204).send();
  return reply.status(result.status).header("content-type", "application/json; charset=utf-8").send(result.body);
}
