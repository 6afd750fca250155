import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type ApiAnswer, refused, useApi } from "../../test/builders/api.ts";
import { buildPartner, buildPerson } from "../../test/builders/identity.ts";
import { buildFund, buildWorld, buildWorldPartner, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { moneyOf } from "../money/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { insertAdjustment, insertFund } from "./fund-store.ts";
import { fundRef, fundRoutes, lockFund } from "./index.ts";

const database = useDatabase();
let now = WORLD_NOW;
const api = useApi(database, fundRoutes(), () => now);
let world: World;
let path: string;

beforeAll(async () => {
  world = await buildWorld(database.db);
  path = `/funds/${idText("fund", world.fund.id)}`;
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, actor, work);
const items = (body: Record<string, unknown>) => body["items"] as Record<string, unknown>[];
const ids = (body: Record<string, unknown>) => items(body).map(({ id }) => id);
const usd = (amount: string) => ({ amount, currency: "USD" });
const withRole = (
  actor: Actor,
  role: Actor["grants"][number]["role"],
  scope: { programId?: string; locationId?: string } = {},
): Actor => ({
  ...actor,
  grants: [{ role, programId: scope.programId ?? null, locationId: scope.locationId ?? null }],
});

describe("a fund on the wire", () => {
  test("has the shape that outside programs read", async () => {
    const { status, body, headers } = await api.get(world.incentivesUser, path);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: idText("fund", world.fund.id),
      program: "coop",
      programName: "Co-op marketing fund",
      location: { id: idText("location", world.location.id), name: "Leeds", partnerId: world.location.partnerNumber },
      partner: { id: idText("organisation", world.partner.id), name: "Northlight Systems Ltd" },
      fundType: "coop",
      earningPeriod: "FY26-H2",
      usagePeriod: "FY27-H1",
      currency: "USD",
      expiresOn: "2027-02-15",
      earned: usd("12000.00"),
      rolledIn: usd("0.00"),
      rolledOut: usd("0.00"),
      committed: usd("0.00"),
      reserved: usd("0.00"),
      approved: usd("0.00"),
      paid: usd("0.00"),
      converted: usd("0.00"),
      forfeited: usd("0.00"),
      remaining: usd("12000.00"),
      claimWindow: { from: "2026-08-16", to: "2027-02-15" },
      usage: { code: "FY27-H1", from: "2026-07-01", to: "2026-12-31" },
      earning: { code: "FY26-H2", from: "2026-01-01", to: "2026-06-30" },
      qualified: null,
      claimable: true,
      abilities: {
        adjust: refused("role-missing", "adjust a fund"),
      },
    });
    // Its amounts move without the row: a version here would let a browser show yesterday's balance.
    expect(headers["etag"]).toBeUndefined();
  });

  test("T02: it can be claimed from 16 August to 15 February, by the program's own clock", async () => {
    const claimableAt = async (time: string) => {
      now = new Date(time);
      const { body } = await api.get(world.incentivesUser, path);
      now = WORLD_NOW;
      return body["claimable"];
    };
    expect(await claimableAt("2026-08-16T06:59:59Z")).toBe(false);
    expect(await claimableAt("2026-08-16T07:00:00Z")).toBe(true);
    expect(await claimableAt("2027-02-16T07:59:59Z")).toBe(true);
    expect(await claimableAt("2027-02-16T08:00:00Z")).toBe(false);
  });

  test("a fund that missed its threshold cannot be claimed", async () => {
    const { locations } = await buildPartner(database.db, { legalName: "Small Partner Ltd" });
    const fund = await as(SYSTEM_ACTOR, (tx) =>
      buildFund(tx, { locationId: locations[0].id, programId: world.program.id }, "900.00"),
    );
    await as(SYSTEM_ACTOR, (tx) =>
      tx.updateTable("fund").set({ qualified: false, qualified_at: WORLD_NOW }).where("id", "=", fund.id).execute(),
    );
    expect((await api.get(world.auditor, `/funds/${idText("fund", fund.id)}`)).body).toMatchObject({
      qualified: false,
      claimable: false,
    });
  });

  test("money of a currency without decimals is written without decimals", async () => {
    const { locations } = await buildPartner(database.db, { legalName: "Yen Partner KK" });
    const where = { locationId: locations[0].id, programId: world.program.id, currency: "JPY" };
    const fund = await as(SYSTEM_ACTOR, (tx) => buildFund(tx, where, "1001"));
    expect((await api.get(world.auditor, `/funds/${idText("fund", fund.id)}`)).body).toMatchObject({
      remaining: { amount: "1001", currency: "JPY" },
    });
  });

  test("each balance is that of the ledger, in the list as in the fund itself", async () => {
    const { locations } = await buildPartner(database.db, { legalName: "Busy Partner Ltd" });
    const fund = await as(SYSTEM_ACTOR, (tx) =>
      buildFund(tx, { locationId: locations[0].id, programId: world.program.id }, "5000.00"),
    );
    const claims = [1, 2, 3].map(() => ({ ...fundRef(fund), claimId: newUuid(now), round: 1 }));
    const [first, second, third] = claims;
    if (!first || !second || !third) throw new Error("three claims were made");
    const effectiveOn = "2026-11-23";
    await as(SYSTEM_ACTOR, async (tx) => {
      for (const claim of claims)
        await ledger.post(
          tx,
          SYSTEM_ACTOR,
          now,
          ledger.reserveForClaim(claim, { amount: moneyOf("1000.00", "USD"), effectiveOn }),
        );
      const decision = { reserved: moneyOf("1000.00", "USD"), approved: moneyOf("750.50", "USD"), effectiveOn };
      await ledger.post(tx, SYSTEM_ACTOR, now, ledger.approveClaimPart(first, decision));
      const release = { because: "rejected", amount: moneyOf("1000.00", "USD"), effectiveOn };
      await ledger.post(tx, SYSTEM_ACTOR, now, ledger.releaseReservation(second, release));
    });
    const expected = {
      earned: usd("5000.00"),
      reserved: usd("1000.00"),
      approved: usd("750.50"),
      paid: usd("0.00"),
      remaining: usd("3249.50"),
    };
    expect((await api.get(world.reviewer, `/funds/${idText("fund", fund.id)}`)).body).toMatchObject(expected);
    const list = await api.get(world.reviewer, `/funds?location=${idText("location", locations[0].id)}`);
    expect(items(list.body)).toMatchObject([expected]);
  });
});

describe("who sees which funds", () => {
  test("nobody who is not signed in", async () => {
    expect((await api.get(undefined, "/funds")).status).toBe(401);
    expect((await api.get(undefined, path)).status).toBe(401);
  });

  test("a partner its own only; another's does not exist, on any of its pages", async () => {
    expect(ids((await api.get(world.incentivesAdmin, "/funds")).body)).toEqual([idText("fund", world.fund.id)]);
    expect(ids((await api.get(world.other.admin, "/funds")).body)).toEqual([idText("fund", world.other.fund.id)]);
    const own = await api.get(world.other.admin, path);
    const unknown = await api.get(world.other.admin, `/funds/${idText("fund", newUuid(now))}`);
    expect([own.status, unknown.status]).toEqual([404, 404]);
    expect(own.body).toEqual(unknown.body);
    expect((await api.get(world.other.admin, `${path}/statement`)).status).toBe(404);
    expect((await api.post(world.other.admin, `${path}/adjustments`, { amount: "rubbish" })).status).toBe(404);
    expect(
      ids((await api.get(world.other.admin, `/funds?location=${idText("location", world.location.id)}`)).body),
    ).toEqual([]);
  });

  test("an incentives user the funds of his program and location", async () => {
    const elsewhere = withRole(world.incentivesUser, "incentives-user", {
      programId: world.program.id,
      locationId: newUuid(now),
    });
    expect((await api.get(world.incentivesUser, path)).status).toBe(200);
    expect((await api.get(elsewhere, path)).status).toBe(404);
    expect((await api.get(elsewhere, `${path}/statement`)).status).toBe(404);
    expect(ids((await api.get(elsewhere, "/funds")).body)).toEqual([]);
    const otherProgram = withRole(world.incentivesUser, "incentives-user", {
      programId: newUuid(now),
      locationId: world.location.id,
    });
    expect((await api.get(otherProgram, path)).status).toBe(404);
  });

  test("a billing admin knows the fund is there but may not look", async () => {
    const { actor } = await buildPerson(database.db, world.partner, { roles: ["billing-admin"] });
    for (const url of ["/funds", path, `${path}/statement`]) expect((await api.get(actor, url)).status, url).toBe(403);
  });

  test("at the vendor finance, reviewer, program manager and auditor all of them; the administrator none", async () => {
    for (const actor of [world.finance, world.reviewer, world.programManager, world.auditor]) {
      expect((await api.get(actor, path)).status).toBe(200);
      expect(ids((await api.get(actor, "/funds")).body)).toEqual(
        expect.arrayContaining([idText("fund", world.fund.id), idText("fund", world.other.fund.id)]),
      );
    }
    const administrator = withRole(world.auditor, "vendor-admin");
    for (const url of ["/funds", path, `${path}/statement`])
      expect((await api.get(administrator, url)).status, url).toBe(403);
  });
});

describe("behind the policy, the database", () => {
  test("a partner may hold its fund for the length of a claim, but change nothing of it, nor open one", async () => {
    const own = (tx: Tx) =>
      tx.updateTable("fund").set({ qualified: true, qualified_at: WORLD_NOW }).where("id", "=", world.fund.id);
    await expect(as(world.incentivesAdmin, (tx) => lockFund(tx, world.fund.id))).resolves.toEqual(world.fund);
    await expect(as(world.incentivesAdmin, (tx) => own(tx).execute())).rejects.toMatchObject({ code: "42501" });
    await expect(as(world.incentivesAdmin, (tx) => lockFund(tx, world.other.fund.id))).rejects.toMatchObject({
      kind: "not-found",
    });
    const opened = as(world.incentivesAdmin, (tx) =>
      insertFund(tx, { ...world.fund, id: newUuid(now), currency: "GBP" }, now),
    );
    await expect(opened).rejects.toMatchObject({ code: "42501" });
  });

  test("nobody moves a fund to another partner, period or currency, not even the program", async () => {
    const change = as(SYSTEM_ACTOR, (tx) => tx.updateTable("fund").set({ currency: "EUR" }).execute());
    await expect(change).rejects.toMatchObject({ code: "42501" });
  });

  test("a partner cannot declare its own payout data complete, nor take that back", async () => {
    const unready = await buildWorldPartner(database.db, world.program, "Unready Ltd", "10.00", { payoutReady: false });
    const set = (by: Actor, ready: boolean) =>
      as(by, (tx) => sql`update enrollment set payout_ready = ${ready}`.execute(tx));
    const refused = await Promise.allSettled([set(unready.admin, true), set(world.incentivesAdmin, false)]);
    expect(refused).toMatchObject([{ reason: { code: "42501" } }, { reason: { code: "42501" } }]);
  });

  test("an adjustment is not changed or deleted, and no partner writes one", async () => {
    for (const statement of [
      "update fund_adjustment set amount = 1",
      "delete from fund_adjustment",
      "truncate fund_adjustment",
    ]) {
      await expect(
        as(SYSTEM_ACTOR, (tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toMatchObject({ code: "42501" });
    }
    const { id: fundId, partnerId } = world.fund;
    const adjustment = {
      id: newUuid(now),
      partnerId,
      fundId,
      amount: moneyOf("1.00", "USD"),
      payingEntity: "vendor-us",
      reasonCode: "ops-correction",
      note: null,
      effectiveFor: "2026-11-23",
      postedAt: now,
      postedBy: partnerId,
    };
    await expect(as(world.incentivesAdmin, (tx) => insertAdjustment(tx, adjustment))).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("the list of funds", () => {
  test("pages by cursor, without a gap and without a repetition", async () => {
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const { body }: ApiAnswer = await api.get(
        world.auditor,
        `/funds?limit=1&sort=location${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      expect(items(body).length).toBeLessThanOrEqual(1);
      seen.push(...ids(body));
      cursor = body["nextCursor"] as string | null;
    } while (cursor !== null);
    const { body } = await api.get(world.auditor, "/funds?limit=200&sort=location");
    expect(seen).toEqual(ids(body));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("narrows to a program, a partner, a location and a usage period", async () => {
    const at = `/funds?program=coop&partner=${idText("organisation", world.partner.id)}&usagePeriod=FY27-H1`;
    expect(ids((await api.get(world.auditor, at)).body)).toEqual([idText("fund", world.fund.id)]);
    expect(
      ids((await api.get(world.auditor, `${at}&location=${idText("location", world.other.location.id)}`)).body),
    ).toEqual([]);
    expect(ids((await api.get(world.auditor, "/funds?program=plans")).body)).toEqual([]);
  });

  test("says what may be done only when asked", async () => {
    expect(items((await api.get(world.finance, "/funds")).body)[0]?.["abilities"]).toBeUndefined();
    expect(items((await api.get(world.finance, "/funds?include=abilities")).body)[0]?.["abilities"]).toEqual({
      adjust: { allowed: true },
    });
  });

  test.each(["limit=0", "limit=201", "sort=colour", "cursor=rubbish", "colour=red", "include=everything"])(
    "refuses ?%s",
    async (query) => {
      expect((await api.get(world.auditor, `/funds?${query}`)).status).toBe(422);
    },
  );
});
