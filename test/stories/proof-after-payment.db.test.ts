import { beforeAll, describe, expect, test } from "vitest";
import { demandMissingProofs } from "../../src/plans/index.ts";
import { MONEY_MODES, modeDesk } from "../builders/money-modes.ts";
import { buildWorldPartner } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { journalTable } from "./journal-table.ts";

// Claims under a plan as the journal of their fund, through the same commands that the API calls.

const committing = MONEY_MODES.find((mode) => mode.committed);
const paidAhead = MONEY_MODES.find((mode) => mode.paidAhead);
if (!committing || !paidAhead) throw new Error("both modes are there");

describe("co-op under a plan", () => {
  const database = useDatabase();
  const desk = modeDesk(database, committing);
  beforeAll(async () => {
    await desk.open();
  });

  test("approval sets 3,000.00 aside; one claim is cut, one is rejected, and both give back to the plan", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "Set Aside Ltd", "5000.00");
    const { activity } = await desk.plans.make({ partner });
    const [first, second] = [
      await desk.claims.make({ partner, activity, amount: "1200.00" }),
      await desk.claims.make({ partner, activity, amount: "800.00" }),
    ];
    for (const id of [first, second]) {
      await desk.claims.submit(id, { by: partner.admin });
      await desk.claims.open(id);
    }
    const [line = ""] = await desk.claims.lines(first);
    await desk.claims.approve(first, [[line, "1000.00", "expense-ineligible"]]);
    await desk.claims.reject(second);
    expect(await journalTable(database, partner.fund.id)).toMatchInlineSnapshot(`
      "
      date        event    from             to               amount       paid by            reason
      2026-06-30  accrue   program-expense  fund-available  5000.00  USD  vendor-us 5000.00
      2026-09-01  commit   fund-available   plan-committed  3000.00  USD  vendor-us 3000.00
      2026-11-23  reserve  plan-committed   claim-reserved  1200.00  USD  vendor-us 1200.00
      2026-11-23  reserve  plan-committed   claim-reserved   800.00  USD  vendor-us 800.00
      2026-11-23  approve  claim-reserved   claim-payable   1000.00  USD  vendor-us 1000.00
      2026-11-23  approve  claim-reserved   plan-committed   200.00  USD  vendor-us 200.00
      2026-11-23  release  claim-reserved   plan-committed   800.00  USD  vendor-us 800.00   invoice-not-partner
      "
    `);
  });
});

describe("proof after payment", () => {
  const database = useDatabase();
  const desk = modeDesk(database, paidAhead);
  beforeAll(async () => {
    await desk.open();
  });

  test("a plan is paid, proven in part, and what is not proven by the deadline is demanded back", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "Paid Ahead Ltd", "5000.00");
    const { id, activity } = await desk.plans.make({ partner });
    await desk.plans.pay(id, "2500.00", { at: new Date("2026-10-15T12:00:00Z") });
    const claim = await desk.claims.make({ partner, activity, amount: "1800.00" });
    await desk.claims.submit(claim, { by: partner.admin });
    await desk.claims.open(claim);
    await desk.claims.approve(claim);
    await demandMissingProofs(database.db, new Date("2027-04-01T20:00:00Z"));
    expect(await journalTable(database, partner.fund.id)).toMatchInlineSnapshot(`
      "
      date        event        from             to               amount       paid by            reason
      2026-06-30  accrue       program-expense  fund-available  5000.00  USD  vendor-us 5000.00
      2026-10-15  pay-plan     fund-available   plan-payable    2500.00  USD  vendor-us 2500.00
      2026-10-15  pay-plan     plan-payable     in-flight       2500.00  USD  vendor-us 2500.00
      2026-10-15  pay-plan     in-flight        plan-unproven   2500.00  USD  vendor-us 2500.00
      2026-11-23  prove        plan-unproven    paid            1800.00  USD  vendor-us 1800.00
      2027-04-01  demand-back  plan-unproven    receivable       700.00  USD  vendor-us 700.00   proof-missing
      "
    `);
  });
});
