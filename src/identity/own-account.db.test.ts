import type { FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEST_PASSWORD } from "../../test/builders/identity.ts";
import { SIGN_IN_BASE_URL, SIGN_IN_SECRET, useSignInDesk } from "../../test/builders/sign-in-desk.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { createServer } from "../platform/http/index.ts";
import { createLog } from "../platform/log/index.ts";
import { createSessionLookup, createWhoIs } from "./session-lookup.ts";
import { registerSignIn } from "./sign-in/register-sign-in.ts";

const database = useDatabase();
const desk = useSignInDesk(database);
let pool: pg.Pool;
let app: FastifyInstance;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database.appUrl });
  const facts = { secret: SIGN_IN_SECRET, baseUrl: SIGN_IN_BASE_URL, now: () => new Date() };
  const log = createLog("silent");
  app = await createServer({ log, secure: false, whoIs: createWhoIs(createSessionLookup({ pool, ...facts })) });
  await registerSignIn(app, { databaseUrl: database.appUrl, db: database.db, production: false, log, ...facts });
});
afterAll(async () => {
  await app.close();
  await pool.end();
});

const NEXT = "another-long-test-password";

async function enter(email: string, password = TEST_PASSWORD): Promise<string> {
  return desk.cookieOf(await desk.signIn(email, password, { on: app }));
}
const call = (method: "GET" | "POST" | "DELETE", path: string, cookie: string, body?: object) =>
  app.inject({
    method,
    url: `/api/v1/me/${path}`,
    headers: { cookie, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
interface Session {
  readonly id: string;
  readonly current: boolean;
}
const sessionsOf = async (cookie: string): Promise<Session[]> =>
  (await call("GET", "sessions", cookie)).json<{ items: Session[] }>().items;
const mayEnter = async (email: string, password: string) =>
  (await desk.signIn(email, password, { on: app })).statusCode;

describe("where one is signed in", () => {
  test("is told with the session that asks first, and nobody else's", async () => {
    const [mine, other] = [await desk.newPerson(), await desk.newPerson()];
    await enter(mine.email);
    await enter(other.email);
    const cookie = await enter(mine.email);
    const sessions = await sessionsOf(cookie);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(sessions)).not.toContain(cookie.split("=")[1]?.split(".")[0]);
  });

  test("can be ended elsewhere, one by one or all others at once", async () => {
    const person = await desk.newPerson();
    const [first, second, here] = [await enter(person.email), await enter(person.email), await enter(person.email)];
    const [, one] = await sessionsOf(here);
    expect((await call("DELETE", `sessions/${one?.id}`, here)).statusCode).toBe(204);
    expect(await sessionsOf(here)).toHaveLength(2);
    expect((await call("DELETE", "sessions", here)).statusCode).toBe(204);
    for (const ended of [first, second]) expect((await call("GET", "sessions", ended)).statusCode).toBe(401);
    expect(await sessionsOf(here)).toHaveLength(1);
  });

  test("is not ended by somebody else: there is no such session for him", async () => {
    const [mine, other] = [await desk.newPerson(), await desk.newPerson()];
    const [cookie, theirs] = [await enter(mine.email), await enter(other.email)];
    const [target] = await sessionsOf(cookie);
    expect((await call("DELETE", `sessions/${target?.id}`, theirs)).statusCode).toBe(404);
    expect(await sessionsOf(cookie)).toHaveLength(1);
  });
});

describe("a new password", () => {
  test("takes the place of the present one, ends the other sessions and keeps this one", async () => {
    const person = await desk.newPerson();
    const [elsewhere, here] = [await enter(person.email), await enter(person.email)];
    const done = await call("POST", "password", here, { present: TEST_PASSWORD, next: NEXT });
    expect(done.statusCode).toBe(204);
    expect((await call("GET", "sessions", elsewhere)).statusCode).toBe(401);
    expect((await call("GET", "sessions", here)).statusCode).toBe(200);
    expect(await mayEnter(person.email, TEST_PASSWORD)).toBe(401);
    expect(await mayEnter(person.email, NEXT)).toBe(200);
  });

  test("is refused without the right present one, and a weak one too: nothing changes", async () => {
    const person = await desk.newPerson();
    const here = await enter(person.email);
    const wrong = await call("POST", "password", here, { present: "not-the-password", next: NEXT });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([422, "wrong-password"]);
    const weak = await call("POST", "password", here, { present: TEST_PASSWORD, next: "short" });
    expect([weak.statusCode, weak.json<{ code: string }>().code]).toEqual([422, "weak-password"]);
    expect(await mayEnter(person.email, TEST_PASSWORD)).toBe(200);
  });

  test("is not found by trying: wrong tries count as failed sign-ins", async () => {
    const person = await desk.newPerson();
    const here = await enter(person.email);
    const tries: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      tries.push((await call("POST", "password", here, { present: `guess-number-${n}`, next: NEXT })).statusCode);
    }
    expect(tries.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(tries[10]).toBe(429);
  });
});

test("nobody who is not signed in gets anywhere here", async () => {
  expect((await call("GET", "sessions", "")).statusCode).toBe(401);
  expect((await call("DELETE", "sessions", "")).statusCode).toBe(401);
  expect((await call("POST", "password", "", { present: TEST_PASSWORD, next: NEXT })).statusCode).toBe(401);
});
