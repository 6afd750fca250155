import { beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { buildWorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { demandMissingProofs } from "./demand-missing-proof.ts";
import { planMoney } from "./plan-money.ts";

// The proof deadline of FY27-H1 is 31 March 2027 in the program's zone (America/Los_Angeles).
const LAST_DAY = new Date("2027-03-31T20:00:00Z");
const DAY_AFTER = new Date("2027-04-01T20:00:00Z");
const LATER = new Date("2027-04-09T20:00:00Z");

const paidAhead = MONEY_MODES.find((mode) => mode.paidAhead);
if (!paidAhead) throw new Error("a plan is paid ahead in one of the modes");

describe("proof that is missing at its deadline", () => {
  const database = useDatabase();
  const desk = modeDesk(database, paidAhead);
  const { plans, claims } = desk;
  let count = 0;
  beforeAll(async () => {
    await desk.open();
  });

  /** A plan of 3,000.00 of which 2,000.00 is paid, and a claim over 800.00 that was submitted. */
  async function paidPlan() {
    const partner = await buildWorldPartner(database.db, desk.world.program, `Late ${(count += 1)} Ltd`);
    const { id, activity } = await plans.make({ partner });
    await plans.pay(id, "2000.00");
    const claim = await claims.make({ partner, activity, amount: "800.00" });
    await claims.submit(claim, { by: partner.admin });
    return { partner, id, claim };
  }

  const money = async (plan: string) => {
    const { proven, unproven, demandedBack } = await claims.as(SYSTEM_ACTOR, (tx) =>
      planMoney(tx, { id: plan, currency: "USD" }),
    );
    return [proven, unproven, demandedBack].map((minor) => Number(minor / 100n));
  };
  const demands = (plan: string) =>
    claims.as(SYSTEM_ACTOR, (tx) =>
      tx
        .selectFrom("event")
        .select(["type", "reason_code"])
        .where("subject_id", "=", plan)
        .where("type", "=", "plan.proof-missing")
        .execute(),
    );

  test("on the last day nothing is demanded; the day after, what no claim covers", async () => {
    const { id } = await paidPlan();
    await demandMissingProofs(database.db, LAST_DAY);
    expect(await money(id)).toEqual([0, 2000, 0]);
    await demandMissingProofs(database.db, DAY_AFTER);
    expect(await money(id)).toEqual([0, 800, 1200]);
    expect(await demands(id)).toEqual([{ type: "plan.proof-missing", reason_code: "proof-missing" }]);
  });

  test("the clock may strike again: nothing more is demanded", async () => {
    const { id } = await paidPlan();
    expect(await demandMissingProofs(database.db, DAY_AFTER)).toBe(1);
    expect(await demandMissingProofs(database.db, DAY_AFTER)).toBe(0);
    expect(await demandMissingProofs(database.db, LATER)).toBe(0);
    expect(await money(id)).toEqual([0, 800, 1200]);
  });

  test("a claim that waited past the deadline still proves its part when it is approved", async () => {
    const { id, claim } = await paidPlan();
    await demandMissingProofs(database.db, DAY_AFTER);
    await claims.open(claim, { at: LATER });
    await claims.approve(claim, [], { at: LATER });
    expect(await money(id)).toEqual([800, 0, 1200]);
    expect(await demands(id)).toHaveLength(1);
  });

  test("what is cut of it is demanded back at once", async () => {
    const { id, claim } = await paidPlan();
    await demandMissingProofs(database.db, DAY_AFTER);
    await claims.open(claim, { at: LATER });
    const [line = ""] = await claims.lines(claim);
    await claims.approve(claim, [[line, "500.00", "expense-ineligible"]], { at: LATER });
    expect(await money(id)).toEqual([500, 0, 1500]);
    expect(await demands(id)).toHaveLength(2);
  });

  test("and when it is rejected, or withdrawn, its part is demanded back at once, once", async () => {
    const [rejected, withdrawn] = [await paidPlan(), await paidPlan()];
    await demandMissingProofs(database.db, DAY_AFTER);
    await claims.open(rejected.claim, { at: LATER });
    await claims.reject(rejected.claim, { at: LATER });
    await claims.withdraw(withdrawn.claim, { at: LATER, by: withdrawn.partner.admin });
    for (const { id } of [rejected, withdrawn]) expect(await money(id)).toEqual([0, 0, 2000]);
    expect(await demandMissingProofs(database.db, LATER)).toBe(0);
  });

  test("before the deadline a rejection demands nothing: there is time for another claim", async () => {
    const { id, claim } = await paidPlan();
    await claims.open(claim);
    await claims.reject(claim);
    expect(await money(id)).toEqual([0, 2000, 0]);
  });

  test("a proven payment owes nothing", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "In Time Ltd");
    const { id, activity } = await plans.make({ partner });
    await plans.pay(id, "800.00");
    const claim = await claims.make({ partner, activity, amount: "800.00" });
    await claims.submit(claim, { by: partner.admin });
    await claims.open(claim);
    await claims.approve(claim);
    await demandMissingProofs(database.db, DAY_AFTER);
    expect(await money(id)).toEqual([800, 0, 0]);
  });

  test("a draft can be handed in until the deadline, after the claim window has closed, and not a day later", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "Window Ltd");
    const { activity } = await plans.make({ partner });
    const [inTime, late] = [
      await claims.make({ partner, activity, amount: "100.00" }),
      await claims.make({ partner, activity, amount: "100.00" }),
    ];
    await claims.submit(inTime, { by: partner.admin, at: LAST_DAY });
    await expect(claims.submit(late, { by: partner.admin, at: DAY_AFTER })).rejects.toMatchObject({
      code: "rules-refused",
    });
  });

  test("the books agree after all of it", async () => {
    for (const check of checks) expect(await claims.as(SYSTEM_ACTOR, (tx) => check.run(tx)), check.name).toEqual([]);
  });
});
