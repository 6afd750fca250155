import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { allRoutes } from "../../src/app/routes.ts";
import { type Actor, encodeCursor, idText, newUuid } from "../../src/kernel/index.ts";
import { buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { claimIn, firstOf, newClaim } from "./claims.ts";
import { type Json, useWire } from "./wire.ts";

// docs/api.md, "Lists": {items, nextCursor}; limit 1 to 200, default 50; cursor; sort=field or -field; abilities only when asked.

const database = useDatabase();
const wire = useWire(database);
let world: World;
let edition: string;
let dryRun: string;

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
  ({ edition, dryRun } = await triedEdition(world.programManager));
  for (const stage of ["submitted", "submitted", "under_review", "approved"] as const) {
    await claimIn(wire, database.db, world, stage);
  }
  // Amounts that are equal, and none at all: the id decides then.
  for (let index = 0; index < 60; index += 1) {
    const amountClaimed = index % 3 === 0 ? null : { amount: `${(index % 5) + 1}00.00`, currency: "USD" };
    await wire.post(
      world.incentivesAdmin,
      "/claims",
      newClaim(firstOf(world), { amountClaimed, name: `Draft ${index}` }),
    );
  }
});

/** A draft with a dry run that waits for its turn. */
async function triedEdition(manager: Actor): Promise<{ edition: string; dryRun: string }> {
  const { body: editions } = await wire.get(manager, "/programs/coop/editions");
  const { body: draft } = await wire.post(manager, `/editions/${editions.items[0]?.id}/copy`, {});
  const span = { from: "2026-07-01", to: "2026-12-31" };
  const { body: run, status } = await wire.post(manager, `/editions/${draft.id}/dry-run`, span);
  expect(status).toBe(202);
  return { edition: draft.id, dryRun: run.id };
}

/** Lists that answer whole, without pages: what they hold is small by nature. */
const WHOLE = [
  "/claims/:id/history",
  "/claims/:id/comments",
  "/claims/:id/duplicates",
  "/programs/:code/windows",
  "/programs/:code/activity-types",
  "/programs/:code/contacts",
  "/editions/:id/history",
  "/plans/:id/history",
  "/plans/:id/comments",
  "/programs/:code/changes",
  "/search",
  "/program-templates",
  "/locations/:id/facts",
  "/me/views",
];

const LISTS = allRoutes().filter(({ method, response }) => method === "GET" && isList(response));

function isList(response: z.ZodType): boolean {
  return response instanceof z.ZodObject && "items" in response.shape;
}

const addressOf = (url: string): string => {
  const ids: Record<string, string> = { funds: idText("fund", world.fund.id), editions: edition, "dry-runs": dryRun };
  const id = ids[url.split("/")[1] ?? ""] ?? "";
  return url.replace(":id", id).replace(":code", "coop");
};
const readerOf = (url: string): Actor => {
  if (/dry-runs/.test(url)) return world.programManager;
  return url === "/reviews" ? world.reviewer : world.incentivesAdmin;
};
const paged = LISTS.map(({ url }) => url).filter((url) => !WHOLE.includes(url));

describe.each(paged)("GET %s", (url) => {
  const get = (query = "") => wire.get(readerOf(url), addressOf(url) + query);

  test("answers items and nextCursor", async () => {
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(["items", "nextCursor"]);
    expect(body.items.length).toBeLessThanOrEqual(50);
    expect(body.nextCursor === null || typeof body.nextCursor === "string").toBe(true);
  });

  test("takes a limit from 1 to 200 and refuses everything else", async () => {
    for (const limit of ["1", "200"]) expect((await get(`?limit=${limit}`)).status).toBe(200);
    expect((await get("?limit=1")).body.items.length).toBeLessThanOrEqual(1);
    for (const limit of ["0", "201", "-1", "x", "1.5", "", "1e9", "Infinity", "NaN", "%20", "true", "null"]) {
      const said = await get(`?limit=${limit}`);
      expect(said.status, `limit=${limit}`).toBe(422);
      expect(said.body.errors.map(({ field }) => field)).toEqual(["limit"]);
    }
    expect((await get("?limit=2&limit=3")).status).toBe(422);
  });

  test("refuses a sort it does not have, and a cursor that is none of its own", async () => {
    for (const sort of ["", "nothing", "-", "--x", "id;drop table claim", "toString", "__proto__"]) {
      const said = await get(`?sort=${encodeURIComponent(sort)}`);
      expect(said.status, sort).toBe(422);
      expect(said.body.errors[0]?.field).toBe("sort");
    }
    for (const cursor of ["", "x", "%00", "W10", "bnVsbA", encodeCursor("other", ["a", newUuid()]), "a".repeat(3000)]) {
      const said = await get(`?cursor=${cursor}`);
      expect(said.status, cursor).toBe(422);
      expect(said.body.errors[0]?.field).toBe("cursor");
    }
  });

  test("refuses a cursor that somebody made up, as no error of ours", async () => {
    const real = (await get("?limit=1")).body.nextCursor;
    const [sort] = real ? (JSON.parse(Buffer.from(real, "base64url").toString()) as string[]) : ["x"];
    for (const position of [
      ["nonsense", "nonsense"],
      ["nonsense", newUuid()],
      ["1", "nonsense"],
      [null, newUuid()],
      [null, null],
      ["\u0000", newUuid()],
      ["1".repeat(90), newUuid()],
    ]) {
      const said = await get(`?cursor=${encodeCursor(String(sort), position)}`);
      expect(said.status, JSON.stringify(position)).not.toBe(500);
    }
  });
});

describe("walking a list", () => {
  const SORTS = [
    undefined,
    "updatedAt",
    "-updatedAt",
    "dueAt",
    "-dueAt",
    "number",
    "-number",
    "amountClaimed",
    "-amountClaimed",
  ];

  async function walk(actor: Actor, path: string, between: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { status, body } = await wire.get(actor, `${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(status).toBe(200);
      seen.push(...body.items.map(({ id }) => id));
      expect(body.items.length > 0 || body.nextCursor === null).toBe(true);
      cursor = body.nextCursor;
      if (seen.length > 1000) throw new Error("the walk has no end");
      await between();
    }
    return seen;
  }

  test.each(SORTS)("of claims sorted by %s meets each exactly once while others are added", async (sort) => {
    const path = `/claims?limit=7${sort ? `&sort=${sort}` : ""}`;
    const before = await walk(world.incentivesAdmin, path.replace("limit=7", "limit=200"), async () => undefined);
    let added = 0;
    const seen = await walk(world.incentivesAdmin, path, async () => {
      added += 1;
      if (added > 3) return;
      wire.clock = new Date(wire.clock.getTime() + 1000);
      await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world), { amountClaimed: null }));
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  test.each([
    ["/reviews?limit=1", "reviewer"],
    ["/reviews?limit=1&sort=-amount", "reviewer"],
    ["/funds?limit=1", "reviewer"],
    ["/funds?limit=1&sort=-location", "reviewer"],
    ["/partners?limit=1&sort=-name", "reviewer"],
    ["/locations?limit=1&sort=partnerId", "reviewer"],
    ["/enrollments?limit=1", "reviewer"],
    ["/programs?limit=1", "reviewer"],
    ["/programs/coop/editions?limit=1", "reviewer"],
  ] as const)("%s row by row gives what it gives at once", async (path, who) => {
    const rows = await walk(world[who], path, async () => undefined);
    const atOnce = await wire.get(world[who], path.replace("limit=1", "limit=200"));
    expect(rows).toEqual(atOnce.body.items.map(({ id }) => id));
    expect(rows.length).toBeGreaterThan(0);
  });

  test("of a statement meets each line once", async () => {
    const path = `/funds/${idText("fund", world.fund.id)}/statement`;
    const rows = await walk(world.finance, `${path}?limit=2`, async () => undefined);
    expect(rows).toEqual((await wire.get(world.finance, `${path}?limit=200`)).body.items.map(({ id }) => id));
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(5);
  });

  test("a cursor belongs to the sort it was made under", async () => {
    const { nextCursor } = (await wire.get(world.incentivesAdmin, "/claims?limit=3&sort=number")).body;
    for (const sort of ["-number", "updatedAt", "-amountClaimed"]) {
      const said = await wire.get(world.incentivesAdmin, `/claims?limit=3&sort=${sort}&cursor=${nextCursor}`);
      expect(said.status).toBe(422);
      expect(said.body.code).toBe("invalid-cursor");
    }
    expect((await wire.get(world.incentivesAdmin, `/claims?sort=number&cursor=${nextCursor}`)).status).toBe(200);
  });
});

describe("lists", () => {
  test("give 50 rows unless another number is asked for", async () => {
    const { items, nextCursor } = (await wire.get(world.incentivesAdmin, "/claims")).body;
    expect(items).toHaveLength(50);
    expect(nextCursor).not.toBeNull();
  });

  test("sort as they are told", async () => {
    const amounts = async (sort: string) =>
      (await wire.get(world.incentivesAdmin, `/claims?limit=200&sort=${sort}`)).body.items.map((item: Json) =>
        Number(item.amountClaimed?.amount ?? 0),
      );
    const up = await amounts("amountClaimed");
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    expect(await amounts("-amountClaimed")).toEqual(up.toReversed());
  });

  test.each(["/claims", "/funds"])("%s tells abilities only when asked", async (path) => {
    const without = (await wire.get(world.incentivesAdmin, path)).body.items;
    const asked = (await wire.get(world.incentivesAdmin, `${path}?include=abilities`)).body.items;
    expect(without.length).toBeGreaterThan(0);
    for (const item of without) expect(item).not.toHaveProperty("abilities");
    for (const item of asked) expect(item.abilities).toBeTypeOf("object");
    expect((await wire.get(world.incentivesAdmin, `${path}?include=everything`)).status).toBe(422);
  });

  test("of another partner hold nothing of the first", async () => {
    const bytes = await Promise.all(
      paged
        .filter((url) => !url.includes(":id") && url !== "/reviews")
        .map(async (url) => (await wire.get(world.other.admin, `${addressOf(url)}?limit=200`)).text),
    );
    for (const text of bytes) {
      for (const id of [
        idText("organisation", world.partner.id),
        idText("location", world.location.id),
        idText("fund", world.fund.id),
        "Northlight",
        "Draft ",
      ]) {
        expect(text).not.toContain(id);
      }
    }
    expect((await wire.get(world.other.admin, "/claims")).body.items).toEqual([]);
    expect(
      (await wire.get(world.other.admin, `/claims?location=${idText("location", world.location.id)}`)).body.items,
    ).toEqual([]);
    expect(
      (await wire.get(world.other.admin, `/funds?partner=${idText("organisation", world.partner.id)}`)).body.items,
    ).toEqual([]);
  });

  test("every list is either paged or named as whole", () => {
    expect(LISTS.map(({ url }) => url).sort()).toEqual([...paged, ...WHOLE].sort());
    expect(paged.length).toBeGreaterThan(8);
  });
});
