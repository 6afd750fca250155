import { beforeAll, expect, test } from "vitest";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { toldOfPlan } from "../../test/builders/told.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { idText } from "../kernel/index.ts";
import { demandMissingProofs } from "../plans/index.ts";

const paidAhead = MONEY_MODES.find((mode) => mode.paidAhead);
if (!paidAhead) throw new Error("a plan is paid ahead in one of the modes");

const database = useDatabase();
const desk = modeDesk(database, paidAhead);

beforeAll(async () => {
  await desk.open();
});

test("the partner is told that a payment was made ahead of proof, and that it is demanded back when the proof is missing", async () => {
  const { id } = await desk.plans.make();
  await desk.plans.pay(id, "2000.00");
  await demandMissingProofs(database.db, new Date("2027-04-01T20:00:00Z"));
  const told = await toldOfPlan(database.db, idText("plan", id));
  const ofMoney = told.filter(([type]) => type === "plan.payment-posted" || type === "plan.proof-missing");
  expect(ofMoney.map(([type, title, people]) => [type, title.replace(/P-\d{4}-\d+/, "NUMBER"), people])).toEqual([
    ["plan.payment-posted", "A payment was made under plan NUMBER: Autumn plan", ["Ira Admin"]],
    ["plan.proof-missing", "Plan NUMBER lacks proof: an amount is demanded back: Autumn plan", ["Ira Admin"]],
  ]);
});
