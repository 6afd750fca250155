import { beforeAll, expect, test } from "vitest";
import { accrueToFund } from "../../src/funds/index.ts";
import { newUuid, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { moneyOf } from "../../src/money/index.ts";
import { claimDesk } from "../builders/claim-desk.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { journalTable } from "./journal-table.ts";

// The life of a claim as the journal of its fund, through the same commands that the API calls. Each fund has earned
// 3,000.00 from one paying entity and then 2,000.00 from another (rulebook T29).

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
beforeAll(async () => {
  world = await buildWorld(database.db);
});

const usd = (text: string) => moneyOf(text, "USD");
const story = (partner: WorldPartner): Promise<string> => journalTable(database, partner.fund.id);

async function partnerNamed(name: string): Promise<WorldPartner> {
  const partner = await buildWorldPartner(database.db, world.program, name, "3000.00");
  const command = { actor: SYSTEM_ACTOR, now: new Date("2026-07-02T08:00:00Z") };
  await desk.as(SYSTEM_ACTOR, (tx) =>
    accrueToFund(tx, command, {
      fundId: partner.fund.id,
      earningId: newUuid(),
      amount: usd("2000.00"),
      payingEntity: "vendor-emea",
      effectiveOn: "2026-07-01",
    }),
  );
  return partner;
}

async function submitted(partner: WorldPartner, amount: string, lines?: readonly string[]): Promise<string> {
  const id = await desk.make({ partner, amount, ...(lines ? { lines } : {}) });
  await desk.submit(id, { by: partner.admin });
  return id;
}

test("a claim is submitted and approved in part: the oldest money pays, and what was cut is back in the fund", async () => {
  const partner = await partnerNamed("In Part Ltd");
  const id = await submitted(partner, "4000.00", ["3500.00", "500.00"]);
  await desk.open(id);
  const [first = ""] = await desk.lines(id);
  await desk.approve(id, [[first, "2750.50", "expense-ineligible"]]);
  expect(await story(partner)).toMatchInlineSnapshot(`
    "
    date        event    from             to               amount       paid by
    2026-06-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-07-01  accrue   program-expense  fund-available  2000.00  USD  vendor-emea 2000.00
    2026-11-23  reserve  fund-available   claim-reserved  4000.00  USD  vendor-us 3000.00, vendor-emea 1000.00
    2026-11-23  approve  claim-reserved   claim-payable   3250.50  USD  vendor-us 3000.00, vendor-emea 250.50
    2026-11-23  approve  claim-reserved   fund-available   749.50  USD  vendor-emea 749.50
    "
  `);
});

test("a claim that draws on two paying entities is owed by both, each its share (T29)", async () => {
  const partner = await partnerNamed("Two Entities Ltd");
  const id = await submitted(partner, "4000.00");
  await desk.open(id);
  await desk.approve(id);
  expect(await story(partner)).toMatchInlineSnapshot(`
    "
    date        event    from             to               amount       paid by
    2026-06-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-07-01  accrue   program-expense  fund-available  2000.00  USD  vendor-emea 2000.00
    2026-11-23  reserve  fund-available   claim-reserved  4000.00  USD  vendor-us 3000.00, vendor-emea 1000.00
    2026-11-23  approve  claim-reserved   claim-payable   4000.00  USD  vendor-us 3000.00, vendor-emea 1000.00
    "
  `);
});

test("a rejected claim gives the money back to where it came from, and the next one draws it again", async () => {
  const partner = await partnerNamed("Rejected Ltd");
  const id = await submitted(partner, "3500.00");
  await desk.open(id);
  await desk.reject(id);
  await submitted(partner, "3500.00");
  expect(await story(partner)).toMatchInlineSnapshot(`
    "
    date        event    from             to               amount       paid by                                reason
    2026-06-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-07-01  accrue   program-expense  fund-available  2000.00  USD  vendor-emea 2000.00
    2026-11-23  reserve  fund-available   claim-reserved  3500.00  USD  vendor-us 3000.00, vendor-emea 500.00
    2026-11-23  release  claim-reserved   fund-available  3500.00  USD  vendor-us 3000.00, vendor-emea 500.00  invoice-not-partner
    2026-11-23  reserve  fund-available   claim-reserved  3500.00  USD  vendor-us 3000.00, vendor-emea 500.00
    "
  `);
});

test("a reviewer asks, the partner answers with less, and that is approved", async () => {
  const partner = await partnerNamed("Asked Ltd");
  const id = await submitted(partner, "3200.00");
  await desk.open(id);
  await desk.ask(id);
  await desk.edit(id, { amountClaimed: usd("2900.00") }, { by: partner.admin });
  await desk.submit(id, { by: partner.admin });
  await desk.open(id);
  await desk.approve(id);
  expect(await story(partner)).toMatchInlineSnapshot(`
    "
    date        event          from             to               amount       paid by
    2026-06-30  accrue         program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-07-01  accrue         program-expense  fund-available  2000.00  USD  vendor-emea 2000.00
    2026-11-23  reserve        fund-available   claim-reserved  3200.00  USD  vendor-us 3000.00, vendor-emea 200.00
    2026-11-23  reserve-again  claim-reserved   fund-available  3200.00  USD  vendor-us 3000.00, vendor-emea 200.00
    2026-11-23  reserve-again  fund-available   claim-reserved  2900.00  USD  vendor-us 2900.00
    2026-11-23  approve        claim-reserved   claim-payable   2900.00  USD  vendor-us 2900.00
    "
  `);
});

test("a claim is withdrawn and submitted again with more", async () => {
  const partner = await partnerNamed("Withdrawn Ltd");
  const id = await submitted(partner, "1200.00", ["3100.00"]);
  await desk.withdraw(id, { by: partner.admin });
  await desk.edit(id, { amountClaimed: usd("3100.00") }, { by: partner.admin });
  await desk.submit(id, { by: partner.admin });
  expect(await story(partner)).toMatchInlineSnapshot(`
    "
    date        event    from             to               amount       paid by
    2026-06-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-07-01  accrue   program-expense  fund-available  2000.00  USD  vendor-emea 2000.00
    2026-11-23  reserve  fund-available   claim-reserved  1200.00  USD  vendor-us 1200.00
    2026-11-23  release  claim-reserved   fund-available  1200.00  USD  vendor-us 1200.00
    2026-11-23  reserve  fund-available   claim-reserved  3100.00  USD  vendor-us 3000.00, vendor-emea 100.00
    "
  `);
});

test("a returned claim is given up by the partner, and its reservation goes back", async () => {
  const partner = await partnerNamed("Given Up Ltd");
  const id = await submitted(partner, "800.00");
  await desk.ask(id);
  await desk.resume(id, { by: partner.admin });
  await desk.cancel(id, { by: partner.admin });
  expect(await story(partner)).toMatchInlineSnapshot(`
    "
    date        event    from             to               amount       paid by
    2026-06-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-07-01  accrue   program-expense  fund-available  2000.00  USD  vendor-emea 2000.00
    2026-11-23  reserve  fund-available   claim-reserved   800.00  USD  vendor-us 800.00
    2026-11-23  release  claim-reserved   fund-available   800.00  USD  vendor-us 800.00
    "
  `);
});
