import { beforeAll, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { done, readyPlan } from "../../test/builders/plans.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";

const database = useDatabase();
const wire = useWire(database);
let world: World;

const usd = (amount: string) => ({ amount, currency: "USD" });
const fund = async () => done(await wire.get(world.incentivesAdmin, `/funds/${idText("fund", world.fund.id)}`));

beforeAll(async () => {
  world = await buildWorld(database.db);
});

test("an approved plan has its amount set aside in the fund of its half-year, and the books agree", async () => {
  const { id } = await readyPlan(wire, database.db, world, { amount: "3000.00" });
  done(await wire.post(world.incentivesAdmin, `/plans/${id}/submission`, { confirmedAmount: usd("3000.00") }));
  expect(await fund()).toMatchObject({ committed: usd("0.00"), remaining: usd("12000.00") });
  done(await wire.post(world.reviewer, `/plans/${id}/review`));
  const approval = { approvedAmount: usd("2500.00"), comment: "The second flight is too late." };
  const approved = done(await wire.post(world.reviewer, `/plans/${id}/approval`, approval));
  expect(approved).toMatchObject({
    status: "approved",
    approvedAmount: usd("2500.00"),
    money: { committed: usd("2500.00"), claimed: usd("0.00"), left: usd("2500.00") },
    decision: { kind: "approved", comment: "The second flight is too late.", by: "Rae Reviewer" },
  });
  expect(await fund()).toMatchObject({ committed: usd("2500.00"), remaining: usd("9500.00") });
  for (const check of checks)
    expect(await inTransaction(database.db, SYSTEM_ACTOR, (tx) => check.run(tx)), check.name).toEqual([]);
});
