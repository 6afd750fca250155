import { buffer } from "node:stream/consumers";
import { verifyPassword } from "better-auth/crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  discrepancies,
  firstFund,
  freePlaces,
  type House,
  openHouse,
  planStatuses,
  statementsOutOfTime,
  statuses,
  ZONE,
} from "../../test/builders/demo-house.ts";
import { replayEveryDecision } from "../../test/builders/replayed.ts";
import { CLAIM_LIFECYCLE } from "../claims/index.ts";
import { isClaimable } from "../funds/index.ts";
import { findPlan, PLAN_LIFECYCLE, planMoney } from "../plans/index.ts";
import { programByCode, publishedEditions } from "../programs/index.ts";
import { demoAccounts, demoPassword } from "./index.ts";

const ALL_PLAN_STATUSES = Object.keys(PLAN_LIFECYCLE.statuses).sort();
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
    expect([claims > 30, plans > 20]).toEqual([true, true]);
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

  test("has plans in every state in both programs, and claims under them in every state", async () => {
    const statuses = [...ALL_STATUSES].sort();
    expect(await planStatuses(house)).toEqual({
      coop: { plans: ALL_PLAN_STATUSES, claims: statuses },
      plans: { plans: ALL_PLAN_STATUSES, claims: statuses },
    });
  });

  test("has plans that were approved for less, back to editing, and given up before they were sent", async () => {
    const plans = await house.read((tx) => tx.selectFrom("plan").selectAll().execute());
    const limits = await house.read((tx) =>
      tx
        .selectFrom("activity")
        .select(({ fn }) => ["plan_id", fn.sum("budget").as("planned")])
        .groupBy("plan_id")
        .execute(),
    );
    const planned = new Map(limits.map((row) => [row.plan_id, BigInt(row.planned)]));
    const cut = plans.filter(
      ({ id, amount_approved }) => amount_approved !== null && amount_approved < (planned.get(id) ?? 0n),
    );
    expect(new Set(cut.map(({ program_id }) => program_id)).size).toBe(2);
    const again = plans.filter(({ status, round }) => status === "editing" && round > 0);
    expect(new Set(again.map(({ program_id }) => program_id)).size).toBe(2);
    expect(plans.filter(({ status, round }) => status === "editing" && round === 0)).toHaveLength(2);
  });

  test("has plans that are paid in part and proven in part, and one with money to be paid back", async () => {
    const money = await house.read(async (tx) => {
      const plans = await tx.selectFrom("plan").select("id").orderBy("number").execute();
      const paid = [];
      for (const { id } of plans) {
        const plan = await findPlan(tx, id);
        if (plan) paid.push({ limit: plan.amountApproved?.minor ?? 0n, ...(await planMoney(tx, plan)) });
      }
      return paid.filter((one) => one.paid > 0n);
    });
    expect(money.some(({ paid, proven, limit }) => 0n < proven && proven < paid && paid < limit)).toBe(true);
    expect(money.filter(({ demandedBack }) => demandedBack > 0n)).toMatchObject([
      { paid: 600_000n, proven: 350_000n, demandedBack: 250_000n },
    ]);
  });

  test("leaves places in which a visitor can make a plan of his own", async () => {
    expect(await freePlaces(house, now, "coop")).toEqual(["Boston", "Denver"]);
    expect(await freePlaces(house, now, "plans")).toEqual(["Boston"]);
  });

  test("reads as if it had been lived: nothing lies in the future, numbers and statements follow time", async () => {
    const events = await house.read((tx) => tx.selectFrom("event").select("occurred_at").execute());
    expect(events.filter(({ occurred_at }) => occurred_at > now)).toEqual([]);
    const claims = await house.read((tx) => tx.selectFrom("claim").select("created_at").orderBy("number").execute());
    const made = claims.map(({ created_at }) => created_at.getTime());
    expect(made).toEqual(made.toSorted((a, b) => a - b));
    const { lines, faults } = await statementsOutOfTime(house);
    expect([lines > 100, faults]).toEqual([true, []]);
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
    ["a day on which a half-year is over and still claimed", "2027-01-20T16:00:00Z"],
    ["the first days of an autumn window", "2027-08-18T16:00:00Z"],
  ])("%s", async (_when, text) => {
    const now = new Date(text);
    const house = await openHouse();
    try {
      expect(await house.seed(now)).toBe(true);
      expect(await statuses(house)).toEqual(ALL_STATUSES);
      for (const { plans } of Object.values(await planStatuses(house))) expect(plans).toEqual(ALL_PLAN_STATUSES);
      expect(await freePlaces(house, now, "coop")).toContain("Denver");
      expect(await freePlaces(house, now, "plans")).toEqual(["Boston"]);
      const { fund, balances, enrollment } = await firstFund(house, now);
      expect(isClaimable(fund, ZONE, now)).toBe(true);
      expect(balances.remaining.minor).toBeGreaterThanOrEqual(500_000n);
      expect(enrollment).toMatchObject({ status: "enrolled", payoutReady: true });
      expect(await discrepancies(house)).toEqual([]);
      expect((await statementsOutOfTime(house)).faults).toEqual([]);
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
