import { beforeEach, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { buildWorld, buildWorldPartner, WORLD_NOW, type World, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { journalTable } from "../../test/stories/journal-table.ts";
import { type Actor, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { fundRoutes } from "./index.ts";

const database = useDatabase();
let now = WORLD_NOW;
const api = useApi(database, fundRoutes(), () => now);
let world: World;
let partner: WorldPartner;
let path: string;

beforeEach(async () => {
  now = WORLD_NOW;
  world ??= await buildWorld(database.db);
  partner = await buildWorldPartner(database.db, world.program, "Ann Partner Ltd", "1000.00");
  path = `/funds/${idText("fund", partner.fund.id)}`;
});

const usd = (amount: string) => ({ amount, currency: "USD" });
const bodyWith = (changes: Record<string, unknown> = {}) => ({
  amount: usd("250.00"),
  reasonCode: "previous-period",
  effectiveFor: "2026-01-31",
  ...changes,
});
const adjust = (actor: Actor, changes: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  api.post(actor, `${path}/adjustments`, bodyWith(changes), headers);
const errorsOf = (body: Record<string, unknown>) =>
  (body["errors"] as { field: string; code: string }[]).map(({ field, code }) => `${field}: ${code}`);
const remaining = async () => (await api.get(world.auditor, path)).body["remaining"];

describe("finance corrects what a fund holds", () => {
  test("T31: an amount for January, posted in November, counts for January and is there from now on", async () => {
    const { status, body } = await adjust(world.finance, { note: "January was computed twice too low." });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^adj_/),
      fund: idText("fund", partner.fund.id),
      amount: usd("250.00"),
      reasonCode: "previous-period",
      note: "January was computed twice too low.",
      effectiveFor: "2026-01-31",
      payingEntity: "vendor-us",
      postedAt: "2026-11-23T12:00:00Z",
      remaining: usd("1250.00"),
    });
    expect((await api.get(world.auditor, path)).body).toMatchObject({
      earned: usd("1250.00"),
      remaining: usd("1250.00"),
    });
  });

  test("upwards and downwards, as an accountant reads it", async () => {
    await adjust(world.finance);
    await adjust(world.finance, {
      amount: usd("-300.00"),
      reasonCode: "overdue-vendor-invoice",
      effectiveFor: "2026-11-23",
    });
    expect(await journalTable(database, partner.fund.id)).toMatchInlineSnapshot(`
      "
      date        event   from             to                amount       paid by            reason
      2026-06-30  accrue  program-expense  fund-available   1000.00  USD  vendor-us 1000.00
      2026-01-31  adjust  program-expense  fund-available    250.00  USD  vendor-us 250.00   previous-period
      2026-11-23  adjust  fund-available   program-expense   300.00  USD  vendor-us 300.00   overdue-vendor-invoice
      "
    `);
  });

  test("the history says who, when and why, without the words of the note", async () => {
    await adjust(world.finance, { note: "Agreed with Kim." });
    const history = await inTransaction(database.db, SYSTEM_ACTOR, (tx) => events.history(tx, "fund", partner.fund.id));
    const last = history.at(-1);
    expect(last).toMatchObject({
      type: "fund.adjusted",
      actorPersonId: world.finance.personId,
      reasonCode: "previous-period",
    });
    expect(last?.facts).toMatchObject({ amount: "250.00", currency: "USD", effectiveFor: "2026-01-31" });
    expect(JSON.stringify(last?.facts)).not.toContain("Kim");
  });

  test("who pays an increase may be said, and is else who paid last", async () => {
    expect((await adjust(world.finance, { payingEntity: "vendor-emea" })).body).toMatchObject({
      payingEntity: "vendor-emea",
    });
    expect((await adjust(world.finance)).body).toMatchObject({ payingEntity: "vendor-emea" });
    expect((await adjust(world.finance, { amount: usd("-1.00") })).body).toMatchObject({ payingEntity: null });
  });

  test("the screen is told which reasons there are, and only who may adjust is told", async () => {
    const { body } = await api.get(world.finance, path);
    expect(body["abilities"]).toEqual({ adjust: { allowed: true } });
    expect((body["adjustmentReasons"] as { code: string }[]).map(({ code }) => code)).toEqual([
      "overdue-vendor-invoice",
      "co-op-rollover",
      "ops-correction",
      "ops-wrong-calculation",
      "ops-wrong-enrolment",
      "partner-mapping",
      "policy-exception",
      "previous-period",
    ]);
    expect((await api.get(world.auditor, path)).body["adjustmentReasons"]).toBeUndefined();
  });

  test("sent twice with one key, it is posted once", async () => {
    const headers = { "idempotency-key": newUuid() };
    const first = await adjust(world.finance, {}, headers);
    const again = await adjust(world.finance, {}, headers);
    expect(again.headers["idempotency-hit"]).toBe("true");
    expect(again.body).toEqual(first.body);
    expect(await remaining()).toEqual(usd("1250.00"));
  });

  test("two corrections downwards at once never take more than there is", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => adjust(world.finance, { amount: usd("-400.00") })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409]);
    expect(await remaining()).toEqual(usd("200.00"));
  });
});

describe("what is refused", () => {
  test("anybody but finance, with the reason, before the body is looked at", async () => {
    for (const actor of [world.reviewer, world.programManager, world.auditor, partner.admin]) {
      const { status, body } = await api.post(actor, `${path}/adjustments`, { nonsense: true });
      expect([status, body["code"]]).toEqual([403, "role-missing"]);
    }
    expect(await remaining()).toEqual(usd("1000.00"));
  });

  test("finance of another program", async () => {
    const scoped = {
      ...world.finance,
      grants: [{ role: "finance" as const, programId: newUuid(now), locationId: null }],
    };
    expect((await adjust(scoped)).status).toBe(404);
  });

  test("more than is free, with both amounts", async () => {
    const { status, body } = await adjust(world.finance, { amount: usd("-1000.01") });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: "balance-exceeded", balance: "1000.00", wanted: "1000.01", currency: "USD" });
  });

  test("after the claim window: what is left then is no longer the partner's", async () => {
    now = new Date("2027-02-16T08:00:00Z");
    const { status, body } = await adjust(world.finance);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: "fund-closed", expiresOn: "2027-02-15" });
  });

  test.each([
    [{ amount: { amount: "0.00", currency: "USD" } }, "amount.amount: zero"],
    [{ amount: { amount: "1.005", currency: "USD" } }, "amount.amount: too-many-decimals"],
    [{ amount: { amount: "9".repeat(20), currency: "USD" } }, "amount.amount: too-large"],
    [{ amount: { amount: "10.00", currency: "EUR" } }, "amount.currency: currency-mismatch"],
    [{ amount: { amount: "10.00", currency: "XXX" } }, "amount.currency: unknown-currency"],
    [{ amount: "10.00" }, "amount: invalid-type"],
    [{ reasonCode: "because" }, "reasonCode: unknown-reason-code"],
    [{ reasonCode: "evidence-missing" }, "reasonCode: unknown-reason-code"],
    [{ effectiveFor: "2026-02-30" }, "effectiveFor: not-a-date"],
    [{ effectiveFor: "2025-12-31" }, "effectiveFor: outside-fund"],
    [{ effectiveFor: "2026-11-24" }, "effectiveFor: outside-fund"],
    [{ payingEntity: "somebody" }, "payingEntity: unknown-paying-entity"],
    [{ note: "x".repeat(2001) }, "note: too-big"],
    [{ remaining: "a lot" }, "remaining: unknown-field"],
    [{ effectiveFor: undefined }, "effectiveFor: required"],
  ])("%o", async (changes, expected) => {
    const { status, body } = await adjust(world.finance, changes);
    expect([status, errorsOf(body)]).toEqual([422, [expected]]);
    expect(await remaining()).toEqual(usd("1000.00"));
  });
});
