import pg from "pg";
import { describe, expect, test } from "vitest";
import { TEST_PASSWORD } from "../../../test/builders/identity.ts";
import { useSignInDesk } from "../../../test/builders/sign-in-desk.ts";
import { useDatabase } from "../../../test/database/use-database.ts";

const database = useDatabase();
const desk = useSignInDesk(database);
const { newPerson, signIn } = desk;
const MINUTE = 60_000;

describe("failed sign-ins", () => {
  const at = (remoteAddress: string) => ({ remoteAddress });

  test("are throttled after ten in a quarter of an hour, also with the right password, and the answer says for how long", async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 10; i += 1)
      expect((await signIn(email, "wrong-password", at("10.0.0.1"))).statusCode).toBe(401);
    const answer = await signIn(email, TEST_PASSWORD, at("10.0.0.1"));
    expect(answer.statusCode).toBe(429);
    expect(answer.json()).toMatchObject({ code: "too-many-failed-sign-ins" });
    const seconds = Number(answer.headers["retry-after"]);
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    const before = desk.clock;
    desk.clock = new Date(before.getTime() + 16 * MINUTE);
    expect((await signIn(email, TEST_PASSWORD, at("10.0.0.1"))).statusCode).toBe(200);
    desk.clock = before;
  });

  test("of a stranger do not lock the owner out, who sits elsewhere", async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 11; i += 1) await signIn(email, "wrong-password", at("10.0.0.2"));
    expect((await signIn(email, TEST_PASSWORD, at("10.0.0.2"))).statusCode).toBe(429);
    expect((await signIn(email, TEST_PASSWORD, at("10.0.0.3"))).statusCode).toBe(200);
  });

  test("at one account from many addresses, and at many accounts from one, are throttled too", async () => {
    const { email } = await newPerson();
    const key = "sha256(convert_to($1, 'UTF8'))";
    const signInPool = new pg.Pool({ connectionString: database.appUrl, options: "-c app.side=sign-in" });
    await signInPool.query(
      `insert into auth.sign_in_failure (account, address, failed_at) select ${key}, '10.1.0.' || n, $2 from generate_series(1, 100) n`,
      [email, desk.clock],
    );
    await signInPool.query(
      `insert into auth.sign_in_failure (account, address, failed_at) select sha256(convert_to($1 || n, 'UTF8')), '10.2.0.1', $2 from generate_series(1, 100) n`,
      ["someone", desk.clock],
    );
    await signInPool.end();
    expect((await signIn(email, TEST_PASSWORD, at("10.0.0.4"))).statusCode).toBe(429);
    expect((await signIn((await newPerson()).email, TEST_PASSWORD, at("10.2.0.1"))).statusCode).toBe(429);
  });

  test("are counted over a restart, and an X-Forwarded-For of the client's own making changes nothing", async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 10; i += 1) {
      await signIn(email, "wrong-password", {
        ...at("10.0.0.5"),
        headers: { "x-forwarded-for": `10.9.9.${i}`, "x-fundproof-address": `10.9.9.${i}` },
      });
    }
    const restarted = await desk.start();
    expect((await signIn(email, TEST_PASSWORD, { ...at("10.0.0.5"), on: restarted })).statusCode).toBe(429);
    await restarted.close();
  });

  test("behind a proxy that is named are counted for the client it names, whatever the client claims before", async () => {
    const on = await desk.start({ trustedProxy: ["10.7.0.0/16"] });
    const { email } = await newPerson();
    const through = (client: string, password: string, proxy = "10.7.0.1") =>
      signIn(email, password, { remoteAddress: proxy, headers: { "x-forwarded-for": client }, on });
    // The proxy puts the address it sees at the end; what stands before is the client's own invention.
    for (let i = 0; i < 10; i += 1) await through(`10.6.6.${i}, 203.0.113.5`, "wrong-password");
    expect((await through("203.0.113.5", TEST_PASSWORD)).statusCode).toBe(429);
    expect((await through("10.6.6.77, 203.0.113.5", TEST_PASSWORD, "10.7.0.2")).statusCode).toBe(429);
    expect((await through("203.0.113.6", TEST_PASSWORD)).statusCode).toBe(200);
    await on.close();
  });

  test("from elsewhere with a forged X-Forwarded-For are counted for the address they come from", async () => {
    const on = await desk.start({ trustedProxy: ["10.7.0.0/16"] });
    const { email } = await newPerson();
    for (let i = 0; i < 10; i += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${i}` };
      await signIn(email, "wrong-password", { ...at("198.51.100.9"), headers, on });
    }
    expect((await signIn(email, TEST_PASSWORD, { ...at("198.51.100.9"), on })).statusCode).toBe(429);
    expect((await signIn(email, TEST_PASSWORD, { ...at("203.0.113.1"), on })).statusCode).toBe(200);
    await on.close();
  });

  test("of a burst are let through hardly more often than one by one", async () => {
    const { email } = await newPerson();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(email, "wrong-password", at("10.0.0.6"))),
    );
    const checked = answers.filter((answer) => answer.statusCode === 401).length;
    expect(checked).toBeGreaterThanOrEqual(10);
    expect(checked).toBeLessThanOrEqual(13);
  });

  test("are forgotten when the person gets in: successful sign-ins are never throttled", async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 9; i += 1) await signIn(email, "wrong-password", at("10.0.0.7"));
    for (let i = 0; i < 25; i += 1) expect((await signIn(email, TEST_PASSWORD, at("10.0.0.7"))).statusCode).toBe(200);
    for (let i = 0; i < 9; i += 1) expect((await signIn(email, "wrong-password", at("10.0.0.7"))).statusCode).toBe(401);
    expect((await signIn(email, TEST_PASSWORD, at("10.0.0.7"))).statusCode).toBe(200);
  });
});
