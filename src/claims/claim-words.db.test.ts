import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import type { Actor } from "../kernel/index.ts";
import { ClaimListQuery } from "./claim-contract.ts";
import { listClaims } from "./claim-queries.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);

const found = (actor: Actor, q: string): Promise<string[]> =>
  desk.as(actor, async (tx) => {
    const page = await listClaims(tx, actor, ClaimListQuery.parse({ q }));
    return page.items.map(({ name }) => name).sort();
  });

beforeAll(async () => {
  world = await buildWorld(database.db);
  for (const name of ["Autumn banners", "Winter 100% mailing", "Winter_fair"]) await desk.make({ name, bare: true });
  await desk.make({ name: "Winter fair of the other", bare: true, partner: world.other });
});

test("the vendor finds claims of all partners by a part of their name, whatever its case", async () => {
  expect(await found(world.reviewer, "WINTER")).toEqual([
    "Winter 100% mailing",
    "Winter fair of the other",
    "Winter_fair",
  ]);
  expect(await found(world.reviewer, "zebra")).toEqual([]);
});

test("a partner finds its own alone", async () => {
  expect(await found(world.incentivesAdmin, "winter")).toEqual(["Winter 100% mailing", "Winter_fair"]);
});

test("signs that stand for others in a pattern mean themselves", async () => {
  expect(await found(world.reviewer, "0%")).toEqual(["Winter 100% mailing"]);
  expect(await found(world.reviewer, "ter_fai")).toEqual(["Winter_fair"]);
});

test("a word that many claims hold is found as well as one that few do, also in a number", async () => {
  for (let n = 0; n < 10; n += 1) await desk.make({ name: `Webinar ${n}`, bare: true });
  expect(await found(world.reviewer, "webinar")).toHaveLength(10);
  expect(await found(world.reviewer, "webinar 7")).toEqual(["Webinar 7"]);
  expect((await found(world.reviewer, "c-2026")).length).toBe(14);
});

test("the function behind it tells a partner nothing", async () => {
  const ids = await desk.as(world.incentivesAdmin, (tx) => sql`select claims_like('%winter%', null)`.execute(tx));
  expect(ids.rows).toEqual([]);
});
