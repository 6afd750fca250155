import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { verifyPassword } from "better-auth/crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { replayEveryDecision } from "../../test/builders/replayed.ts";
import { createThrowawayDatabase } from "../../test/database/clone-database.ts";
import { CLAIM_LIFECYCLE } from "../claims/index.ts";
import { enrollmentOf } from "../enrollments/index.ts";
import { findFund, fundBalances, isClaimable } from "../funds/index.ts";
import { dateIn, SYSTEM_ACTOR } from "../kernel/index.ts";
import { createDatabase, inTransaction, type Tx } from "../platform/database/index.ts";
import { openFileStorage } from "../platform/files/index.ts";
import { createLog } from "../platform/log/index.ts";
import { editionOfPeriod, programByCode, publishedEditions } from "../programs/index.ts";
import { demoAccounts, demoPassword, seedDemo } from "./index.ts";

const log = createLog("silent");
const ZONE = "America/Los_Angeles";

/** An empty database with a folder for files. */
async function openHouse() {
  const clone = await createThrowawayDatabase();
  const database = createDatabase(clone.appUrl, { max: 3 });
  const dataDir = mkdtempSync(join(tmpdir(), "fundproof-demo-"));
  const storage = await openFileStorage({ filesUrl: undefined, dataDir }, new Date());
  return {
    storage,
    adminUrl: clone.adminUrl,
    seed: (now: Date) => seedDemo({ db: database.db, storage, now, log }),
    read: <T>(work: (tx: Tx) => Promise<T>) => inTransaction(database.db, SYSTEM_ACTOR, work),
    close: async (): Promise<void> => {
      await database.close();
      await clone.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
type House = Awaited<ReturnType<typeof openHouse>>;

async function discrepancies(house: House): Promise<unknown[]> {
  const found = [];
  for (const check of checks) found.push(...(await house.read((tx) => check.run(tx))));
  return found;
}

/** The fund of the first partner's first location that can be claimed from at this moment. */
function firstFund(house: House, now: Date) {
  return house.read(async (tx) => {
    const location = await tx.selectFrom("location").select(["id", "name"]).orderBy("id").executeTakeFirstOrThrow();
    const program = await programByCode(tx, "coop");
    if (!program) throw new Error("there is no coop program");
    const today = dateIn(ZONE, now);
    const windows = (await publishedEditions(tx, program.id)).flatMap(({ document }) => document.windows);
    const window = windows.find(({ claimWindow }) => claimWindow.from <= today && today <= claimWindow.to);
    if (!window) throw new Error("no window is open");
    const where = { locationId: location.id, programId: program.id };
    const key = { ...where, fundType: "coop", earningPeriod: window.earningPeriod.code, currency: "USD" };
    const fund = await findFund(tx, key);
    if (!fund) throw new Error("there is no such fund");
    const edition = await editionOfPeriod(tx, program.id, fund.usage.code);
    const enrollment = await enrollmentOf(tx, { ...where, programYear: edition?.programYear ?? "" });
    return { location: location.name, fund, balances: await fundBalances(tx, fund), edition, enrollment };
  });
}

async function statuses(house: House): Promise<Set<string>> {
  const rows = await house.read((tx) => tx.selectFrom("claim").select("status").distinct().execute());
  return new Set(rows.map(({ status }) => status));
}

const ALL_STATUSES = new Set(Object.keys(CLAIM_LIFECYCLE.statuses));

describe("the demo of an autumn day", () => {
  const now = new Date("2026-11-23T14:30:00Z");
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    expect(await house.seed(now)).toBe(true);
  });
  afterAll(() => house.close());

  test("every decision is judged again to the findings that were kept with it", async () => {
    const { claims, plans } = await house.read(replayEveryDecision);
    // The demo has no plans yet; decisions on plans are judged again in src/plans/plan-life.db.test.ts.
    expect([claims > 30, plans]).toEqual([true, 0]);
  });

  test("has every promised account, each with the promised password and its role", async () => {
    const people = await house.read((tx) => tx.selectFrom("person").selectAll().execute());
    const grants = await house.read((tx) => tx.selectFrom("role_grant").selectAll().execute());
    const client = new pg.Client(house.adminUrl);
    await client.connect();
    const { rows } = await client.query<{ email: string; password: string }>(
      `select u.email, a.password from auth."user" u join auth.account a on a."userId" = u.id`,
    );
    await client.end();
    expect(rows.map(({ email }) => email).sort()).toEqual(demoAccounts.map(({ email }) => email).sort());
    const [first] = rows;
    expect(await verifyPassword({ hash: first?.password ?? "", password: demoPassword })).toBe(true);
    expect(new Set(rows.map(({ password }) => password)).size).toBe(1);
    const roleOf = (email: string) =>
      grants.filter(({ person_id }) => people.some((one) => one.id === person_id && one.email === email));
    expect(roleOf("incentives-user@partner.example")).toMatchObject([
      { role: "incentives-user", program_id: expect.any(String), location_id: expect.any(String) },
    ]);
    expect(roleOf("incentives-admin@partner.example")).toMatchObject([
      { role: "incentives-admin", program_id: null, location_id: null },
    ]);
    expect(roleOf("admin@vendor.example")).toMatchObject([{ role: "vendor-admin" }]);
  });

  test("has a vendor, four partners in several markets, one with a name of 180 characters", async () => {
    const organisations = await house.read((tx) => tx.selectFrom("organisation").selectAll().orderBy("id").execute());
    expect(organisations.map(({ kind }) => kind)).toEqual(["vendor", "partner", "partner", "partner", "partner"]);
    expect(Math.max(...organisations.map(({ legal_name }) => legal_name.length))).toBe(180);
    const markets = await house.read((tx) => tx.selectFrom("location").select("market").distinct().execute());
    expect(markets.length).toBeGreaterThan(4);
  });

  test("has two programs, published from FY23 to the year after this one", async () => {
    for (const code of ["coop", "plans"]) {
      const years = await house.read(async (tx) => {
        const program = await programByCode(tx, code);
        return (await publishedEditions(tx, program?.id ?? "")).map(({ programYear }) => programYear);
      });
      expect(years).toEqual(["FY23", "FY24", "FY25", "FY26", "FY27", "FY28"]);
    }
  });

  test("lets the first location claim from a dollar fund today, with money left and payout data complete", async () => {
    const first = await firstFund(house, now);
    expect(first.fund).toMatchObject({ currency: "USD", earning: { code: "FY26-H2" }, usage: { code: "FY27-H1" } });
    expect(first.fund.claimWindow.to).toBe("2027-02-15");
    expect(first.balances.remaining.minor).toBeGreaterThanOrEqual(500_000n);
    expect(first.edition?.document.planMode).toBe("optional");
    expect(first.enrollment).toMatchObject({ status: "enrolled", payoutReady: true });
  });

  test("has claims in every state, some overdue, one of forty lines, one with the longest name", async () => {
    expect(await statuses(house)).toEqual(ALL_STATUSES);
    const claims = await house.read((tx) => tx.selectFrom("claim").selectAll().execute());
    expect(claims.length).toBeGreaterThanOrEqual(35);
    expect(
      claims.filter(({ due_side, due_at }) => due_side === "vendor" && due_at !== null && due_at < now).length,
    ).toBeGreaterThan(3);
    expect(claims.filter(({ due_side, due_at }) => due_side === "partner" && due_at !== null && due_at < now)).toEqual(
      [],
    );
    expect(Math.max(...claims.map(({ name }) => name.length))).toBe(200);
    expect(claims.some(({ status, round }) => status === "editing" && round > 0)).toBe(true);
    expect(claims.some(({ status, round }) => status === "submitted" && round > 1)).toBe(true);
    const cut = claims.filter(
      (claim) => claim.amount_approved !== null && claim.amount_approved < (claim.amount_claimed ?? 0n),
    );
    expect(cut.length).toBeGreaterThan(2);
    const lines = await house.read((tx) =>
      tx
        .selectFrom("invoice_line")
        .select(({ fn }) => ["claim_id", fn.countAll().as("lines")])
        .groupBy("claim_id")
        .execute(),
    );
    expect(lines.map((row) => Number(row.lines))).toContain(40);
  });

  test("reads as if it had been lived: nothing lies in the future, numbers and statements follow time", async () => {
    const events = await house.read((tx) => tx.selectFrom("event").select("occurred_at").execute());
    expect(events.filter(({ occurred_at }) => occurred_at > now)).toEqual([]);
    const claims = await house.read((tx) => tx.selectFrom("claim").select("created_at").orderBy("number").execute());
    const made = claims.map(({ created_at }) => created_at.getTime());
    expect(made).toEqual(made.toSorted((a, b) => a - b));
    const entries = await house.read((tx) =>
      tx
        .selectFrom("ledger_entry")
        .select("recorded_at")
        .where("source_type", "<>", "claim")
        .orderBy("position")
        .execute(),
    );
    const booked = entries.map(({ recorded_at }) => recorded_at.getTime());
    expect(booked).toEqual(booked.toSorted((a, b) => a - b));
  });

  test("has real files, each with its bytes, and says what was seen before", async () => {
    const files = await house.read((tx) => tx.selectFrom("file").selectAll().execute());
    expect(new Set(files.map(({ media_type }) => media_type))).toEqual(
      new Set(["application/pdf", "image/png", "application/xml", "text/csv"]),
    );
    for (const file of files) {
      const bytes = await buffer(await house.storage.getStream(file.storage_key));
      expect(BigInt(bytes.length)).toBe(file.size);
      expect(bytes.length).toBeLessThan(60_000);
    }
    const twice = await house.read((tx) =>
      tx.selectFrom("invoice").select("partner_id").where("number", "=", "PA-3251").execute(),
    );
    expect(twice).toHaveLength(3);
    expect(new Set(twice.map(({ partner_id }) => partner_id)).size).toBe(2);
  });

  test("keeps every invariant", async () => {
    expect(await discrepancies(house)).toEqual([]);
  });

  test("is made once", async () => {
    const before = await house.read((tx) =>
      tx
        .selectFrom("event")
        .select(({ fn }) => fn.countAll().as("n"))
        .executeTakeFirstOrThrow(),
    );
    expect(await house.seed(now)).toBe(false);
    const after = await house.read((tx) =>
      tx
        .selectFrom("event")
        .select(({ fn }) => fn.countAll().as("n"))
        .executeTakeFirstOrThrow(),
    );
    expect(after).toEqual(before);
  });
});

describe("the demo works on any date", () => {
  test.each([
    ["the first minutes of a claim window", "2027-02-16T08:20:00Z"],
    ["the last minutes of a program year", "2027-06-30T23:50:00-07:00"],
    ["the first minutes of a program year", "2027-07-01T00:10:00-07:00"],
    ["a leap day", "2028-02-29T10:00:00Z"],
  ])("%s", async (_when, text) => {
    const now = new Date(text);
    const house = await openHouse();
    try {
      expect(await house.seed(now)).toBe(true);
      expect(await statuses(house)).toEqual(ALL_STATUSES);
      const { fund, balances, enrollment } = await firstFund(house, now);
      expect(isClaimable(fund, ZONE, now)).toBe(true);
      expect(balances.remaining.minor).toBeGreaterThanOrEqual(500_000n);
      expect(enrollment).toMatchObject({ status: "enrolled", payoutReady: true });
      expect(await discrepancies(house)).toEqual([]);
    } finally {
      await house.close();
    }
  });
});

describe("a seed that fails", () => {
  test("leaves nothing, and the next start makes the demo", async () => {
    const now = new Date("2026-11-23T14:30:00Z");
    const house = await openHouse();
    const client = new pg.Client(house.adminUrl);
    await client.connect();
    try {
      await client.query(
        "create function broken() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$",
      );
      await client.query(
        "create trigger broken before insert on claim for each row when (new.name like 'Two demo%') execute function broken()",
      );
      await expect(house.seed(now)).rejects.toThrow(/power cut/);
      expect(await house.read((tx) => tx.selectFrom("organisation").select("id").execute())).toEqual([]);
      await client.query("drop trigger broken on claim");
      expect(await house.seed(now)).toBe(true);
      expect(await statuses(house)).toEqual(ALL_STATUSES);
    } finally {
      await client.end();
      await house.close();
    }
  });

  test("two processes that start at once make one demo", async () => {
    const house = await openHouse();
    try {
      const now = new Date("2026-11-23T14:30:00Z");
      const made = await Promise.all([house.seed(now), house.seed(now)]);
      expect(new Set(made)).toEqual(new Set([false, true]));
    } finally {
      await house.close();
    }
  });
});
