import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { z } from "zod";
import { type Actor, DomainError, notFound, SYSTEM_ACTOR } from "../../kernel/index.ts";
import { inTransaction } from "../../platform/database/index.ts";
import { API_BASE, parseJson, parseOrRefuse } from "../../platform/http/index.ts";
import { changePassword } from "../change-password.ts";
import { endOtherSessions, endOwnSession, ownSessions } from "../own-sessions.ts";
import type { SignInDeps } from "./authentication.ts";
import { readSessionToken, sessionCookieName } from "./session-cookie.ts";
import { attemptOf, forgetFailures, recordFailure, refuseIfThrottled } from "./throttle.ts";
import type { Turnstile } from "./turnstile.ts";

/** What own accounts need of the desk where people sign in. */
export interface AccountDesk {
  readonly deps: SignInDeps;
  readonly pool: pg.Pool;
  readonly turnstile: Turnstile;
}

/** POST /me/password */
export const ChangePasswordBody = z
  .strictObject({
    present: z.string().min(1).max(1024).describe("The password that holds now"),
    next: z.string().min(1).max(1024).describe("12 to 128 characters"),
  })
  .meta({ id: "ChangePassword" });

/**
 * Registers what a person does with the own sign-in: `GET /me/sessions`, `DELETE /me/sessions/{id}`, `DELETE /me/sessions`
 * (all others), `POST /me/password`. They stand here and not among the declared routes because credentials are open to the
 * program itself and to nobody who is signed in: each runs in a transaction of the program, for the one person who asks.
 */
export function registerOwnAccount(app: FastifyInstance, desk: AccountDesk): void {
  const { db } = desk.deps;
  const asProgram = <T>(work: (tx: Parameters<typeof ownSessions>[0]) => Promise<T>): Promise<T> =>
    inTransaction(db, SYSTEM_ACTOR, work);
  app.get(`${API_BASE}/me/sessions`, async (request, reply) => {
    const [now, token] = [desk.deps.now(), tokenOf(desk, request)];
    return reply.send({ items: await asProgram((tx) => ownSessions(tx, request.actor, token, now)) });
  });
  app.delete(`${API_BASE}/me/sessions/:id`, async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!(await asProgram((tx) => endOwnSession(tx, request.actor, id)))) throw notFound("session");
    return reply.status(204).send();
  });
  app.delete(`${API_BASE}/me/sessions`, async (request, reply) => {
    await asProgram((tx) => endOtherSessions(tx, request.actor, tokenOf(desk, request)));
    return reply.status(204).send();
  });
  app.post(`${API_BASE}/me/password`, (request, reply) => newPassword(desk, request, reply));
}

function tokenOf({ deps }: AccountDesk, request: FastifyRequest): string {
  return readSessionToken(request.headers.cookie, sessionCookieName(deps.baseUrl), deps.secret) ?? "";
}

/** Wrong tries count as failed sign-ins: a session left open is no way to guess the password behind it. */
async function newPassword(desk: AccountDesk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { actor } = request;
  const raw = request.body instanceof Buffer ? request.body : undefined;
  const body = parseOrRefuse(ChangePasswordBody, parseJson(raw, request.headers["content-type"]), "body");
  const now = desk.deps.now();
  const attempt = attemptOf(await emailOf(desk, actor), request.ip);
  await desk.turnstile(async () => {
    await refuseIfThrottled(desk.pool, attempt, now);
    try {
      await inTransaction(desk.deps.db, SYSTEM_ACTOR, (tx) =>
        changePassword(tx, { actor, now }, { ...body, keep: tokenOf(desk, request) }),
      );
    } catch (error) {
      if (error instanceof DomainError && error.code === "wrong-password") await recordFailure(desk.pool, attempt, now);
      throw error;
    }
    await forgetFailures(desk.pool, attempt);
  });
  return reply.status(204).send();
}

async function emailOf({ deps }: AccountDesk, actor: Actor): Promise<string> {
  const row = await inTransaction(deps.db, actor, (tx) =>
    tx.selectFrom("person").select("email").where("id", "=", actor.personId).executeTakeFirstOrThrow(),
  );
  return row.email;
}
