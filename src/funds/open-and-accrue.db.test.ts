import { beforeAll, describe, expect, test } from "vitest";
import { buildPartner } from "../../test/builders/identity.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { moneyOf } from "../money/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { accrueToFund, type FundKey, fundBalances, fundForClaim, openFund } from "./index.ts";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, actor, work);
const keyOf = (changes: Partial<FundKey> = {}): FundKey => ({
  locationId: world.location.id,
  programId: world.program.id,
  fundType: "coop",
  earningPeriod: "FY26-H2",
  currency: "USD",
  ...changes,
});
const open = (changes: Partial<FundKey> = {}, actor = SYSTEM_ACTOR) =>
  as(actor, (tx) => openFund(tx, { actor, now: WORLD_NOW }, keyOf(changes)));
const accrue = (amount: string, options: { currency?: string; earningId?: string; actor?: Actor } = {}) => {
  const { currency = "USD", earningId = newUuid(WORLD_NOW), actor = SYSTEM_ACTOR } = options;
  const accrual = {
    fundId: world.fund.id,
    earningId,
    amount: moneyOf(amount, currency),
    payingEntity: "vendor-us",
    effectiveOn: "2026-06-30",
  };
  return as(actor, (tx) => accrueToFund(tx, { actor, now: WORLD_NOW }, accrual));
};
const earned = async () => (await as(SYSTEM_ACTOR, (tx) => fundBalances(tx, world.fund))).earned.minor;

describe("opening a fund", () => {
  test("when it may be used and claimed comes from the edition's table (rulebook 5.1)", () => {
    expect(world.fund).toMatchObject({
      earning: { code: "FY26-H2", from: "2026-01-01", to: "2026-06-30" },
      usage: { code: "FY27-H1", from: "2026-07-01", to: "2026-12-31" },
      claimWindow: { from: "2026-08-16", to: "2027-02-15" },
      qualified: null,
    });
  });

  test("it keeps the edition in which it is earned and the one in which it is used", () => {
    expect(world.fund.earningEditionId).toBe(world.earningEdition.id);
    expect(world.fund.usageEditionId).toBe(world.edition.id);
  });

  test("opened again it is the same fund", async () => {
    expect(await open()).toEqual(world.fund);
  });

  test("opened twice at the same moment there is one fund", async () => {
    const { locations } = await buildPartner(database.db, { legalName: "Hasty Partner Ltd" });
    const opened = await Promise.all([1, 2, 3].map(() => open({ locationId: locations[0].id })));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  });

  test("another currency and another half-year are other funds", async () => {
    const [euros, later] = [await open({ currency: "EUR" }), await open({ earningPeriod: "FY27-H1" })];
    expect(new Set([world.fund.id, euros.id, later.id]).size).toBe(3);
    expect(later.usage.code).toBe("FY27-H2");
  });

  test.each([
    [{ earningPeriod: "FY31-H1" }, "no-window"],
    [{ fundType: "lottery" }, "unknown-fund-type"],
    [{ currency: "CHF" }, "currency-not-offered"],
  ])("the editions must provide for it: %o", async (changes, code) => {
    await expect(open(changes)).rejects.toMatchObject({ code, kind: "invalid" });
  });

  test("no person opens a fund", async () => {
    await expect(open({}, world.finance)).rejects.toMatchObject({ code: "booked-by-the-program", kind: "forbidden" });
  });
});

describe("booking what was earned", () => {
  test("an earning is booked once, however often it is imported", async () => {
    const before = await earned();
    const earningId = newUuid(WORLD_NOW);
    expect(await accrue("100.00", { earningId })).toBe(true);
    expect(await accrue("100.00", { earningId })).toBe(false);
    expect(await earned()).toBe(before + 10_000n);
    const history = await as(SYSTEM_ACTOR, (tx) => events.history(tx, "fund", world.fund.id));
    expect(history.filter(({ facts }) => facts["earning"] === earningId)).toHaveLength(1);
  });

  test.each([
    ["0.00", "USD"],
    ["-5.00", "USD"],
    ["5.00", "EUR"],
  ])("%s %s is no accrual of this fund", async (amount, currency) => {
    await expect(accrue(amount, { currency })).rejects.toMatchObject({ code: "not-an-accrual" });
  });

  test("no person books earnings", async () => {
    await expect(accrue("5.00", { actor: world.finance })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(accrue("5.00", { actor: world.incentivesAdmin })).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the fund a claim draws on", () => {
  const pair = () => ({ locationId: world.location.id, programId: world.program.id });

  test("is that of the usage period, the first that was opened where several fit", async () => {
    await open({ currency: "EUR" });
    const found = await as(world.incentivesUser, (tx) =>
      fundForClaim(tx, { ...pair(), usagePeriod: "FY27-H1" }, { lock: true }),
    );
    expect(found).toEqual(world.fund);
  });

  test("may be asked for by type and currency", async () => {
    const found = await as(world.incentivesUser, (tx) =>
      fundForClaim(tx, { ...pair(), usagePeriod: "FY27-H1", fundType: "coop", currency: "EUR" }),
    );
    expect(found?.currency).toBe("EUR");
  });

  test("does not exist for a period without one, nor for another partner", async () => {
    expect(
      await as(world.incentivesUser, (tx) => fundForClaim(tx, { ...pair(), usagePeriod: "FY25-H1" })),
    ).toBeUndefined();
    expect(
      await as(world.other.admin, (tx) => fundForClaim(tx, { ...pair(), usagePeriod: "FY27-H1" })),
    ).toBeUndefined();
  });
});
