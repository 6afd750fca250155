import { beforeAll, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import type { Actor } from "../kernel/index.ts";
import { reportRoutes } from "./index.ts";

const database = useDatabase();
let clock = WORLD_NOW;
const api = useApi(database, reportRoutes(), () => clock);
let world: World;
const desk = claimDesk(database, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
  await desk.submit(await desk.make({ amount: "700.00" }));
  await desk.make({ amount: "100.00" });
});

const seenBy = async (actor: Actor) => (await api.get(actor, "/overview")).body;
const usd = (amount: string) => ({ amount, currency: "USD" });

test("the vendor sees what waits, what of it is late, and where the money of each program stands", async () => {
  clock = WORLD_NOW;
  expect(await seenBy(world.reviewer)).toMatchObject({
    waiting: { all: 1, late: 0 },
    money: [{ program: "coop", currency: "USD", left: usd("99300.00"), reserved: usd("700.00"), paid: usd("0.00") }],
    unpaidPlans: [],
  });
  clock = new Date(WORLD_NOW.getTime() + 30 * 24 * 3_600_000);
  expect(await seenBy(world.reviewer)).toMatchObject({ waiting: { all: 1, late: 1 } });
});

test("a partner sees the same of its own, and nothing of another partner", async () => {
  clock = WORLD_NOW;
  expect(await seenBy(world.incentivesAdmin)).toMatchObject({
    waiting: { all: 1 },
    money: [{ left: usd("49300.00") }],
  });
  const { waiting } = (await seenBy(world.other.admin)) as { waiting: object };
  expect(waiting).toEqual({ all: 0, late: 0 });
});
