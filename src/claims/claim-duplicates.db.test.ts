import { beforeAll, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { createFile } from "../../test/builders/evidence.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, newUuid } from "../kernel/index.ts";
import { claimRoutes } from "./index.ts";

const database = useDatabase();
const api = useApi(database, claimRoutes(), () => WORLD_NOW);
const SUPPLIER = ["Green Field Radio", "47-11"] as const;
let world: World;
const desk = claimDesk(database, () => world);
let [first, second, foreign] = ["", "", ""];

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "90000.00" });
  const file = await createFile(database.db, {
    actor: world.incentivesAdmin,
    partnerId: world.partner.id,
    claimIds: [],
  });
  first = await desk.make({ supplier: SUPPLIER, name: "Autumn radio", file });
  second = await desk.make({ supplier: ["Somebody else", "1"], name: "Winter radio", file });
  foreign = await desk.make({ supplier: ["GREEN FIELD radio", "47 11"], name: "Their radio", partner: world.other });
});

const duplicates = async (id: string, actor: Actor) => {
  const answer = await api.get(actor, `/claims/${idText("claim", id)}/duplicates`);
  expect(answer.status).toBe(200);
  return answer.body["items"];
};
const named = (id: string, name: string) => ({ id: idText("claim", id), number: expect.any(String), name });

describe("what was claimed before is named as far as the reader may see it", () => {
  test("a partner reads which claim of its own holds the same file, and of another partner only that there is one", async () => {
    const items = await duplicates(first, world.incentivesAdmin);
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        { field: "invoices[0]", code: "same-file", where: "same-partner", claims: [named(second, "Winter radio")] },
        { field: "invoices[0]", code: "same-supplier-and-number", where: "other-partner", claims: [] },
      ]),
    );
    expect(JSON.stringify(items)).not.toMatch(/Their radio/);
  });

  test("a reviewer reads both", async () => {
    const items = await duplicates(first, world.reviewer);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "same-file", claims: [named(second, "Winter radio")] }),
        expect.objectContaining({ where: "other-partner", claims: [named(foreign, "Their radio")] }),
      ]),
    );
  });

  test("the other partner is told the same of its own claim, and who may not see a claim nothing of it", async () => {
    const elsewhere = { role: "incentives-user", programId: null, locationId: newUuid() } as const;
    const colleague: Actor = { ...world.incentivesUser, personId: newUuid(), grants: [elsewhere] };
    expect((await api.get(colleague, `/claims/${idText("claim", first)}/duplicates`)).status).toBe(404);
    const theirs = await duplicates(foreign, world.other.admin);
    expect(theirs).toEqual([
      { field: "invoices[0]", code: "same-supplier-and-number", where: "other-partner", claims: [] },
    ]);
  });

  test("a claim of which nothing was seen before has no duplicates", async () => {
    const fresh = await desk.make({ supplier: ["New Radio", "99-1"], name: "Spring radio" });
    expect(await duplicates(fresh, world.incentivesAdmin)).toEqual([]);
  });
});
