import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { z } from "zod";
import { DomainError, idText, SYSTEM_ACTOR } from "../../kernel/index.ts";
import { inTransaction } from "../../platform/database/index.ts";
import { parseJson, parseOrRefuse } from "../../platform/http/index.ts";
import { personNames } from "../identity-queries.ts";
import {
  ADDRESS_HEADER,
  type Authentication,
  createAuthentication,
  createSignInPool,
  type SignInDeps,
} from "./authentication.ts";
import { refuseForeignOrigin } from "./origin.ts";
import { registerOwnAccount } from "./own-account.ts";
import { attemptOf, forgetFailures, recordFailure, refuseIfThrottled } from "./throttle.ts";
import { createTurnstile, type Turnstile } from "./turnstile.ts";

const SignInBody = z.strictObject({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1024),
  /** False: the session ends with the browser, after a day at the latest. */
  rememberMe: z.boolean().optional(),
});

/** What the library tells about who is signed in; everything else of its answer stays here. */
const LibraryUser = z.object({ id: z.uuid(), name: z.string(), email: z.string() });
const LibrarySignIn = z.object({ user: LibraryUser });
const LibrarySession = z.object({ user: LibraryUser, session: z.object({ expiresAt: z.string() }) }).nullable();

const CHECKS_AT_ONCE = 4;

interface Desk {
  readonly deps: SignInDeps;
  readonly pool: pg.Pool;
  readonly authentication: Authentication;
  readonly turnstile: Turnstile;
}

/**
 * Mounts signing in under /api/auth: `POST sign-in/email`, `POST sign-out`, `GET get-session`. Nothing else of the
 * library can be reached; other paths there are unknown paths. Answers are ours: problem details for what is refused, and
 * never the token of a session in a body.
 */
export async function registerSignIn(app: FastifyInstance, deps: SignInDeps): Promise<void> {
  const pool = createSignInPool(deps);
  const desk: Desk = {
    deps,
    pool,
    authentication: createAuthentication(deps, pool),
    turnstile: createTurnstile(CHECKS_AT_ONCE),
  };
  app.addHook("onClose", () => pool.end());
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    scope.addHook("onSend", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    scope.post("/api/auth/sign-in/email", (request, reply) => signIn(desk, request, reply));
    scope.post("/api/auth/sign-out", (request, reply) => signOut(desk, request, reply));
    scope.get("/api/auth/get-session", (request, reply) => getSession(desk, request, reply));
    registerOwnAccount(scope, desk);
  });
}

async function signIn(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  refuseForeignOrigin(request.headers, desk.deps);
  const raw = request.body instanceof Buffer ? request.body : undefined;
  const body = parseOrRefuse(SignInBody, parseJson(raw, request.headers["content-type"]), "body");
  const attempt = attemptOf(body.email, request.ip);
  const answer = await desk.turnstile(async () => {
    await refuseIfThrottled(desk.pool, attempt, desk.deps.now());
    const given = await ask(desk, request, "POST", "/sign-in/email", { ...body, email: body.email.trim() });
    if (given.ok) await forgetFailures(desk.pool, attempt);
    else if (isRefusedCredential(given)) await recordFailure(desk.pool, attempt, desk.deps.now());
    return given;
  });
  if (isRefusedCredential(answer)) {
    throw new DomainError({
      code: "sign-in-failed",
      kind: "unauthenticated",
      message: "E-mail or password is not right. Check both, also for capital letters.",
    });
  }
  refuseUnlessOk(answer);
  const { user } = LibrarySignIn.parse(await answer.json());
  return send(reply, answer, { user: await wireUser(desk, user) });
}

async function signOut(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  refuseForeignOrigin(request.headers, desk.deps);
  const answer = await ask(desk, request, "POST", "/sign-out", {});
  refuseUnlessOk(answer);
  return send(reply, answer, { signedOut: true });
}

/** Who is signed in, or null; also extends a session that is in use. */
async function getSession(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const answer = await ask(desk, request, "GET", "/get-session");
  refuseUnlessOk(answer);
  const found = LibrarySession.parse(await answer.json());
  return send(reply, answer, found && { user: await wireUser(desk, found.user), expiresAt: found.session.expiresAt });
}

/**
 * Asks the library with a request of our own making. Where it came from is judged before (`origin.ts`), always and by one
 * rule; the library's own check, which rests in some environments, is told our address.
 */
function ask(
  desk: Desk,
  request: FastifyRequest,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
): Promise<Response> {
  const { baseUrl } = desk.deps;
  const { cookie, "user-agent": userAgent } = request.headers;
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip, origin: baseUrl });
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (userAgent !== undefined) headers.set("user-agent", userAgent);
  if (body !== undefined) headers.set("content-type", "application/json");
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return desk.authentication.handler(new Request(`${baseUrl}/api/auth${path}`, init));
}

/** Wrong password, unknown e-mail, something that is no e-mail, a suspended person: one answer for all. */
function isRefusedCredential(answer: Response): boolean {
  return answer.status === 400 || answer.status === 401;
}

function refuseUnlessOk(answer: Response): void {
  if (!answer.ok) throw new Error(`the sign-in library answered ${answer.status}`);
}

function send(reply: FastifyReply, answer: Response, body: unknown): FastifyReply {
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
  return reply.status(200).header("content-type", "application/json; charset=utf-8").send(JSON.stringify(body));
}

/** The person under the name that stands here now: the library keeps the one from the beginning. */
async function wireUser({ deps }: Desk, user: z.output<typeof LibraryUser>) {
  const names = await inTransaction(deps.db, SYSTEM_ACTOR, (tx) => personNames(tx, [user.id]));
  return { id: idText("person", user.id), name: names.get(user.id) ?? user.name, email: user.email };
}
