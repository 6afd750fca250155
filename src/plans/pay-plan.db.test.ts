import { beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { done } from "../../test/builders/plans.ts";
import { buildWorldPartner, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { fundBalances } from "../funds/index.ts";
import { DomainError, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText } from "../money/index.ts";
import { planMoney } from "./plan-money.ts";

const [, noCommitment, committing, paidAhead] = MONEY_MODES;
if (!noCommitment || !committing || !paidAhead) throw new Error("there are four modes");

async function refusal(attempt: Promise<unknown>): Promise<DomainError> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
}

describe("a payment under a plan ahead of its proof", () => {
  const database = useDatabase({ max: 14 });
  const wire = useWire(database);
  const desk = modeDesk(database, paidAhead);
  const { plans, claims } = desk;
  let count = 0;
  const partnerWith = (balance?: string): Promise<WorldPartner> =>
    buildWorldPartner(database.db, desk.world.program, `Paid ${(count += 1)} Ltd`, balance);
  beforeAll(async () => {
    await desk.open();
  });

  async function money(plan: string) {
    const { paid, proven, unproven, demandedBack } = await claims.as(SYSTEM_ACTOR, (tx) =>
      planMoney(tx, { id: plan, currency: "USD" }),
    );
    return { paid, proven, unproven, demandedBack };
  }

  test("leaves the fund and stands unproven under the plan", async () => {
    const partner = await partnerWith();
    const { id } = await plans.make({ partner });
    await plans.pay(id, "1250.50");
    expect(await money(id)).toEqual({ paid: 125_050n, proven: 0n, unproven: 125_050n, demandedBack: 0n });
    const { committed, remaining } = await claims.as(SYSTEM_ACTOR, (tx) => fundBalances(tx, partner.fund));
    expect([amountText(committed), amountText(remaining)]).toEqual(["1250.50", "10749.50"]);
  });

  test("may come in parts, up to the plan's limit and not a cent beyond", async () => {
    const { id } = await plans.make({ partner: await partnerWith(), approved: "2000.00" });
    await plans.pay(id, "1500.00");
    const error = await refusal(plans.pay(id, "500.01"));
    expect(error).toMatchObject({
      code: "plan-limit-reached",
      kind: "conflict",
      details: { limit: "2000.00", paid: "1500.00", left: "500.00", wanted: "500.01", currency: "USD" },
    });
    await plans.pay(id, "500.00");
    expect((await money(id)).paid).toBe(200_000n);
  });

  test("is no more than the fund holds", async () => {
    const { id } = await plans.make({ partner: await partnerWith("1000.00") });
    expect(await refusal(plans.pay(id, "1000.01"))).toMatchObject({
      code: "balance-exceeded",
      kind: "conflict",
      details: { balance: "1000.00", wanted: "1000.01" },
    });
    expect((await money(id)).paid).toBe(0n);
  });

  test("is made on a day that has come, after the plan was approved", async () => {
    const { id } = await plans.make({ partner: await partnerWith() });
    const at = new Date("2026-11-23T12:00:00Z");
    const on = async (paidOn: string) => (await refusal(plans.pay(id, "1.00", { at, paidOn }))).errors?.[0];
    expect(await on("2026-11-24")).toMatchObject({ field: "paidOn", code: "in-future" });
    expect(await on("2026-08-31")).toMatchObject({ field: "paidOn", code: "before-approval" });
    await plans.pay(id, "1.00", { at, paidOn: "2026-11-23" });
  });

  test("is recorded by the vendor's finance only", async () => {
    const partner = await partnerWith();
    const { id } = await plans.make({ partner });
    for (const by of [desk.world.reviewer, desk.world.auditor, partner.admin])
      expect(await refusal(plans.pay(id, "1.00", { by }))).toMatchObject({ kind: "forbidden", code: "role-missing" });
    expect(await refusal(plans.pay(id, "1.00", { by: desk.world.other.admin }))).toMatchObject({ kind: "not-found" });
  });

  test.each(["editing", "submitted"] as const)("is refused while the plan is %s", async (upTo) => {
    const { id } = await plans.make({ partner: await partnerWith(), upTo });
    expect(await refusal(plans.pay(id, "1.00"))).toMatchObject({ code: "wrong-status", details: { status: upTo } });
  });

  test("is refused once the proof deadline of the fund has passed", async () => {
    const { id } = await plans.make({ partner: await partnerWith() });
    const at = new Date("2027-04-01T12:00:00Z");
    expect(await refusal(plans.pay(id, "1.00", { at }))).toMatchObject({ code: "proof-deadline-passed" });
  });

  test("names a usage period that the plan has", async () => {
    const { id } = await plans.make({ partner: await partnerWith() });
    expect(await refusal(plans.pay(id, "1.00", { usagePeriod: "FY27-H2" }))).toMatchObject({
      errors: [{ field: "usagePeriod", code: "unknown-value" }],
    });
    expect(await plans.pay(id, "1.00", { usagePeriod: "FY27-H1" })).toMatchObject({ usagePeriod: "FY27-H1" });
  });

  test("proves at once what was approved before it was paid", async () => {
    const partner = await partnerWith();
    const { id, activity } = await plans.make({ partner });
    const claim = await claims.make({ partner, activity, amount: "900.00" });
    await claims.submit(claim, { by: partner.admin });
    await claims.open(claim);
    await claims.approve(claim);
    expect(await money(id)).toMatchObject({ paid: 0n, proven: 0n });
    await plans.pay(id, "600.00");
    expect(await money(id)).toMatchObject({ paid: 60_000n, proven: 60_000n, unproven: 0n });
    await plans.pay(id, "500.00");
    expect(await money(id)).toMatchObject({ paid: 110_000n, proven: 90_000n, unproven: 20_000n });
  });

  test("of four that race for a limit that fits two, two are recorded", async () => {
    const { id } = await plans.make({ partner: await partnerWith(), approved: "1000.00" });
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => plans.pay(id, "500.00")));
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason as DomainError] : []));
    expect(refused.map(({ code }) => code)).toEqual(["plan-limit-reached", "plan-limit-reached"]);
    expect((await money(id)).paid).toBe(100_000n);
  });

  test("is posted over the wire once for a key, shows on the plan, and stands in its history", async () => {
    const partner = await partnerWith();
    const { id } = await plans.make({ partner });
    const path = `/plans/${idText("plan", id)}`;
    const { finance } = desk.world;
    const body = { amount: { amount: "750.00", currency: "USD" }, paidOn: "2026-11-23", reference: "Wire 4712" };
    const key = { "idempotency-key": newUuid() };
    const first = await wire.post(finance, `${path}/payments`, body, key);
    const again = await wire.post(finance, `${path}/payments`, body, key);
    expect([first.status, again.status, again.headers["idempotency-hit"]]).toEqual([201, 201, "true"]);
    expect(again.body).toEqual(first.body);
    expect(done(await wire.get(partner.admin, path))).toMatchObject({
      money: { paid: body.amount, unproven: body.amount, proven: { amount: "0.00", currency: "USD" } },
      payments: [{ id: first.body.id, amount: body.amount, paidOn: "2026-11-23", reference: "Wire 4712" }],
      abilities: { pay: { allowed: false, reason: "role-missing" } },
    });
    expect(done(await wire.get(finance, path)).abilities["pay"]).toEqual({ allowed: true });
    const history = done(await wire.get(partner.admin, `${path}/history`));
    expect(history.items.at(-1)).toMatchObject({ type: "plan.payment-posted", amount: body.amount });
    const statement = done(await wire.get(partner.admin, `/funds/${idText("fund", partner.fund.id)}/statement`));
    expect(statement.items[0]).toMatchObject({ source: { type: "plan-payment", plan: idText("plan", id) } });
  });

  test("leaves books that agree", async () => {
    for (const check of checks) expect(await claims.as(SYSTEM_ACTOR, (tx) => check.run(tx)), check.name).toEqual([]);
  });
});

describe.each([noCommitment, committing])("where proof comes before the payment", (mode) => {
  const database = useDatabase();
  const desk = modeDesk(database, mode);
  test(`nothing is paid ${mode.name}`, async () => {
    await desk.open();
    const { id } = await desk.plans.make();
    expect(await refusal(desk.plans.pay(id, "1.00"))).toMatchObject({ code: "proof-before-payment", kind: "conflict" });
  });
});
