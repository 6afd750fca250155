import type { FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRoutes } from "../../src/app/routes.ts";
import {
  createSessionLookup,
  createWhoIs,
  FAILURE_LIMITS,
  type Person,
  registerSignIn,
} from "../../src/identity/index.ts";
import { idText } from "../../src/kernel/index.ts";
import { createServer, serveRoutes } from "../../src/platform/http/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import { buildPerson, TEST_PASSWORD } from "../builders/identity.ts";
import { buildWorld, WORLD_NOW, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { firstOf, newClaim } from "./claims.ts";
import { type Json, PROBLEM_TYPE } from "./wire.ts";

// Real sessions over the real routes: what happens when one ends mid-way, and who is slowed down and who is not.

const database = useDatabase();
const facts = { baseUrl: "http://localhost:3000", secret: "a secret of more than thirty-two characters" };
let app: FastifyInstance;
let pool: pg.Pool;
let world: World;
/** What the program believes the time is, for sessions and for the throttle. */
let clock = new Date();

beforeAll(async () => {
  world = await buildWorld(database.db);
  pool = new pg.Pool({ connectionString: database.appUrl, max: 10 });
  const now = () => clock;
  const log = createLog("silent");
  const lookup = createSessionLookup({ pool, ...facts, now });
  app = await createServer({ log, whoIs: createWhoIs(lookup), secure: false });
  await registerSignIn(app, { databaseUrl: database.appUrl, db: database.db, ...facts, production: false, log, now });
  serveRoutes(app, allRoutes(), { db: database.db, now: () => WORLD_NOW });
});
afterAll(async () => {
  await app?.close();
  await pool?.end();
});

const newPerson = async (): Promise<Person> =>
  (await buildPerson(database.db, world.partner, { roles: ["incentives-admin"], password: true })).person;

const signIn = (email: string, password = TEST_PASSWORD) =>
  app.inject({
    method: "POST",
    url: "/api/auth/sign-in/email",
    headers: { "content-type": "application/json" },
    payload: JSON.stringify({ email, password }),
  });

async function cookieFor(email: string): Promise<string> {
  const answer = await signIn(email);
  expect(answer.statusCode).toBe(200);
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}

const call = (
  cookie: string,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
) =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }), ...more },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });

describe("a session", () => {
  test("that ends mid-way is a 401 as a problem, whatever is asked, and nothing is written", async () => {
    const { email } = await newPerson();
    const cookie = await cookieFor(email);
    expect((await call(cookie, "GET", "/me")).statusCode).toBe(200);
    const before = (await call(cookie, "GET", "/claims")).json<Json>().items.length;
    clock = new Date(Date.now() + 400 * 86_400_000);
    for (const [method, path, body] of [
      ["GET", "/me", undefined],
      ["POST", "/claims", newClaim(firstOf(world))],
      ["POST", "/claims/clm_nothing/submission", { nonsense: true }],
    ] as const) {
      const said = await call(cookie, method, path, body);
      expect(said.statusCode).toBe(401);
      expect(said.headers["content-type"]).toBe(PROBLEM_TYPE);
      expect(said.json()).toMatchObject({ code: "not-signed-in", status: 401, title: "Sign in first" });
    }
    clock = new Date();
    const again = await cookieFor(email);
    expect((await call(again, "GET", "/claims")).json<Json>().items).toHaveLength(before);
    expect((await call(again, "POST", "/claims", newClaim(firstOf(world)))).statusCode).toBe(201);
  });

  test("that was signed out is over at once, also for a cookie somebody kept", async () => {
    const cookie = await cookieFor((await newPerson()).email);
    const out = await app.inject({
      method: "POST",
      url: "/api/auth/sign-out",
      headers: { cookie, origin: facts.baseUrl, "content-type": "application/json" },
      payload: "{}",
    });
    expect(out.statusCode).toBeLessThan(300);
    expect((await call(cookie, "GET", "/me")).statusCode).toBe(401);
  });

  test("is not made up: a forged, cut or foreign cookie is nobody's, and a bearer token is not a cookie", async () => {
    const cookie = await cookieFor((await newPerson()).email);
    for (const forged of [
      "",
      "x=y",
      cookie.slice(0, -3),
      `${cookie}x`,
      cookie.replace(/=./, "=Z"),
      cookie.split(".").slice(0, 2).join("."),
    ]) {
      expect((await call(forged, "GET", "/me")).statusCode, forged).toBe(401);
    }
    expect((await call(cookie, "GET", "/me", undefined, { authorization: "Bearer nothing" })).statusCode).toBe(401);
    expect((await call(cookie, "GET", "/me")).statusCode).toBe(200);
  });

  test("lets a page of another site read nothing into being: a POST it sends is refused", async () => {
    const cookie = await cookieFor((await newPerson()).email);
    const said = await call(cookie, "POST", "/claims", newClaim(firstOf(world)), { "sec-fetch-site": "cross-site" });
    expect(said.statusCode).toBe(403);
    expect(said.json<Json>().code).toBe("cross-site");
    const own = await call(cookie, "POST", "/claims", newClaim(firstOf(world)), { "sec-fetch-site": "same-origin" });
    expect(own.statusCode).toBe(201);
  });

  test("answers with the person it belongs to", async () => {
    const person = await newPerson();
    const me = (await call(await cookieFor(person.email), "GET", "/me")).json<Json>();
    expect(me).toMatchObject({ id: idText("person", person.id), email: person.email, side: "partner" });
    expect(JSON.stringify(me)).not.toMatch(/password|token|hash/i);
  });
});

describe("limits", () => {
  test("failed sign-ins are slowed down and say for how long", async () => {
    const { email } = await newPerson();
    for (let tried = 0; tried < FAILURE_LIMITS.accountAtAddress; tried += 1) {
      expect((await signIn(email, "wrong-password")).statusCode).toBe(401);
    }
    const refused = await signIn(email, "wrong-password");
    expect(refused.statusCode).toBe(429);
    expect(refused.headers["content-type"]).toBe(PROBLEM_TYPE);
    expect(refused.json<Json>().code).toBe("too-many-failed-sign-ins");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    // The right password does not help now, and another person is not held up.
    expect((await signIn(email)).statusCode).toBe(429);
    expect((await signIn((await newPerson()).email)).statusCode).toBe(200);
  });

  test("successful sign-ins are not, however many", async () => {
    const { email } = await newPerson();
    for (let times = 0; times < FAILURE_LIMITS.accountAtAddress + 3; times += 1) {
      expect((await signIn(email)).statusCode).toBe(200);
    }
  });

  test("an account gets a hundred requests a second", async () => {
    const cookie = await cookieFor((await newPerson()).email);
    const started = performance.now();
    const statuses = new Map<number, number>();
    for (let batch = 0; batch < 30; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => call(cookie, "GET", "/me")));
      for (const { statusCode } of answers) statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 200: 300 });
    expect((performance.now() - started) / 1000).toBeLessThan(3);
  });
});
