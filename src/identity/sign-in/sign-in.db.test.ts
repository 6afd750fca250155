import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MADE_AT, TEST_PASSWORD } from "../../../test/builders/identity.ts";
import { SIGN_IN_BASE_URL, SIGN_IN_SECRET, useSignInDesk } from "../../../test/builders/sign-in-desk.ts";
import { useDatabase } from "../../../test/database/use-database.ts";
import { idText, SYSTEM_ACTOR } from "../../kernel/index.ts";
import { inTransaction } from "../../platform/database/index.ts";
import { createSessionLookup } from "../session-lookup.ts";
import { setPassword } from "../set-password.ts";
import { suspendPerson } from "../suspend-person.ts";

const database = useDatabase();
const desk = useSignInDesk(database);
const { newPerson, signIn, cookieOf } = desk;
let pool: pg.Pool;

beforeAll(() => {
  pool = new pg.Pool({ connectionString: database.appUrl });
});
afterAll(() => pool.end());

const whoIs = (cookie: string) =>
  createSessionLookup({ pool, secret: SIGN_IN_SECRET, baseUrl: SIGN_IN_BASE_URL, now: () => new Date() })(cookie);

describe("signing in", () => {
  test("with the right password opens a session that the program recognises", async () => {
    const person = await newPerson();
    const answer = await signIn(person.email.toUpperCase(), TEST_PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ user: { id: idText("person", person.id), name: "Kim", email: person.email } });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(await whoIs(cookieOf(answer))).toMatchObject({
      actor: { side: "partner", personId: person.id, organisationId: person.organisationId },
    });
  });

  test("sets a cookie that scripts cannot read and other sites cannot send", async () => {
    const cookie = String((await signIn((await newPerson()).email, TEST_PASSWORD)).headers["set-cookie"]);
    expect(cookie).toMatch(/^fundproof\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
  });

  test("sets a cookie for https only where people reach the program over https", async () => {
    const secure = await desk.start({ baseUrl: "https://incentives.example.com", production: true });
    const cookie = String(
      (await signIn((await newPerson()).email, TEST_PASSWORD, { on: secure })).headers["set-cookie"],
    );
    expect(cookie).toMatch(/^__Secure-fundproof\.session_token=.*Secure/);
    await secure.close();
  });

  test("gives the same answer for a wrong password, an unknown e-mail, no e-mail at all and a suspended person", async () => {
    const person = await newPerson();
    const suspended = await newPerson();
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      suspendPerson(tx, { actor: SYSTEM_ACTOR, now: MADE_AT }, suspended.id),
    );
    const answers = [
      await signIn(person.email, "wrong-password"),
      await signIn(`${randomUUID()}@example.com`, TEST_PASSWORD),
      await signIn("no e-mail at all", TEST_PASSWORD),
      await signIn(suspended.email, TEST_PASSWORD),
      await signIn(person.email, "x".repeat(1000)),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(answer.json()).toMatchObject({ code: "sign-in-failed", status: 401 });
      expect(answer.body).toBe(answers[0]?.body);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  test("takes about as long for an unknown e-mail as for a wrong password", async () => {
    const { email } = await newPerson();
    const timed = async (of: () => string) => {
      const times = [];
      for (let i = 0; i < 5; i += 1) {
        const start = performance.now();
        await signIn(of(), "wrong-password");
        times.push(performance.now() - start);
      }
      return times.toSorted((a, b) => a - b)[2] ?? 0;
    };
    const wrong = await timed(() => email);
    const unknown = await timed(() => `${randomUUID()}@example.com`);
    expect(Math.max(wrong, unknown) / Math.min(wrong, unknown)).toBeLessThan(3);
  });

  test("refuses unknown fields by name and says what is missing", async () => {
    const answer = await desk.running().inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ email: "a@example.com", callbackURL: "https://evil.example" }),
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { field: string; code: string }[] }>().errors.map((e) => [e.field, e.code])).toEqual(
      expect.arrayContaining([
        ["password", "required"],
        ["callbackURL", "unknown-field"],
      ]),
    );
  });

  test("works on localhost and 127.0.0.1 and from a program without an origin, but not from another site", async () => {
    const { email } = await newPerson();
    for (const origin of ["http://localhost:3000", "http://127.0.0.1:3000", "http://localhost:5173"]) {
      expect(
        (await signIn(email, TEST_PASSWORD, { headers: { origin, "sec-fetch-site": "same-origin" } })).statusCode,
      ).toBe(200);
    }
    expect((await signIn(email, TEST_PASSWORD, { headers: { "sec-fetch-mode": "cors" } })).statusCode).toBe(200);
    const foreign = await signIn(email, TEST_PASSWORD, {
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    });
    expect(foreign.statusCode).toBe(403);
    expect(foreign.json()).toMatchObject({ code: "cross-site" });
  });

  test("in production works on the set-up address only", async () => {
    const production = await desk.start({ baseUrl: "https://incentives.example.com", production: true });
    const { email } = await newPerson();
    expect(
      (await signIn(email, TEST_PASSWORD, { on: production, headers: { origin: "https://incentives.example.com" } }))
        .statusCode,
    ).toBe(200);
    expect(
      (await signIn(email, TEST_PASSWORD, { on: production, headers: { origin: "http://localhost:3000" } })).statusCode,
    ).toBe(403);
    await production.close();
  });
});

describe("a session", () => {
  test("ends when the person signs out, also for somebody who kept the cookie", async () => {
    const cookie = cookieOf(await signIn((await newPerson()).email, TEST_PASSWORD));
    const out = await desk.running().inject({ method: "POST", url: "/api/auth/sign-out", headers: { cookie } });
    expect(out.statusCode).toBe(200);
    expect(String(out.headers["set-cookie"])).toMatch(/session_token=;.*Max-Age=0/i);
    expect(await whoIs(cookie)).toBeUndefined();
  });

  test("survives a restart of the program", async () => {
    const first = await desk.start();
    const cookie = cookieOf(await signIn((await newPerson()).email, TEST_PASSWORD, { on: first }));
    await first.close();
    expect(await whoIs(cookie)).toBeDefined();
  });

  test("tells who is signed in without giving the token away", async () => {
    const person = await newPerson();
    const cookie = cookieOf(await signIn(person.email, TEST_PASSWORD));
    const answer = await desk.running().inject({ url: "/api/auth/get-session", headers: { cookie } });
    expect(answer.json()).toEqual({
      user: { id: idText("person", person.id), name: "Kim", email: person.email },
      expiresAt: expect.any(String) as string,
    });
    expect((await desk.running().inject({ url: "/api/auth/get-session" })).json()).toBeNull();
  });

  test("ends when the person gets a new password", async () => {
    const person = await newPerson();
    const cookie = cookieOf(await signIn(person.email, TEST_PASSWORD));
    const command = { actor: SYSTEM_ACTOR, now: MADE_AT };
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      setPassword(tx, command, person.id, "another-long-password"),
    );
    expect(await whoIs(cookie)).toBeUndefined();
    expect((await signIn(person.email, TEST_PASSWORD)).statusCode).toBe(401);
    expect((await signIn(person.email, "another-long-password")).statusCode).toBe(200);
  });
});

describe("what cannot be reached", () => {
  test("nothing of the sign-in library but the three calls we need", async () => {
    const others = [
      "sign-up/email",
      "update-user",
      "change-password",
      "delete-user",
      "list-sessions",
      "ok",
      "error",
      "reset-password",
      "sign-in/social",
      "revoke-sessions",
    ];
    for (const path of others) {
      for (const method of ["GET", "POST"] as const) {
        const answer = await desk.running().inject({
          method,
          url: `/api/auth/${path}`,
          headers: { "content-type": "application/json", accept: "text/html" },
          ...(method === "POST" ? { payload: "{}" } : {}),
        });
        expect([path, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([path, 404, "unknown-path"]);
      }
    }
  });
});
