import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { type Actor, idText } from "../kernel/index.ts";

const database = useDatabase();
const wire = useWire(database);
let world: World;
const desk = editionDesk(wire, () => world);

interface Diff {
  readonly from: { readonly programYear: string; readonly version: number };
  readonly to: { readonly programYear: string; readonly version: number };
  readonly movedToYear: string | null;
  readonly better: number;
  readonly worse: number;
  readonly changes: readonly { readonly text: string; readonly effect: string; readonly words: { message: string } }[];
}

const diff = async (a: string, b: string, actor: Actor = world.programManager) => {
  const said = await wire.get(actor, `/editions/${a}/diff/${b}`);
  return { status: said.status, ...(JSON.parse(said.text) as Diff) };
};

beforeAll(async () => {
  world = await buildWorld(database.db);
});

describe("the difference between two versions", () => {
  test("is said line by line, with how many are better and worse for partners", async () => {
    const first = idText("edition", world.edition.id);
    const draft = desk.asEdition(await desk.copy(first));
    const document = coopFor("FY27", { retentionMonths: 36 });
    await desk.change(draft.id, { ...document, reasonCodes: (document["reasonCodes"] as unknown[]).slice(1) }, "*");
    const there = await diff(first, draft.id);
    expect(there).toMatchObject({ status: 200, from: { version: 1 }, to: { version: 2 }, movedToYear: null });
    expect(there.changes.map(({ text }) => text)).toEqual([
      "Program: months for which originals are kept rises from 24 to 36",
      expect.stringMatching(/^Reasons: no longer: /),
    ]);
    expect([there.better, there.worse]).toEqual([0, 1]);
    const back = await diff(draft.id, first);
    expect([back.better, back.worse]).toEqual([1, 0]);
    expect((await diff(first, first)).changes).toEqual([]);
    expect((await diff(first, draft.id, world.incentivesAdmin)).status).toBe(404);
  });

  test("of two program years leaves out dates that only follow the year", async () => {
    const years = await diff(idText("edition", world.earningEdition.id), idText("edition", world.edition.id));
    expect(years).toMatchObject({ movedToYear: "FY27", changes: [] });
  });
});

describe("what changed for partners", () => {
  test("is told of published versions alone, and only what concerns partners", async () => {
    const changes = async (actor: Actor) =>
      (JSON.parse((await wire.get(actor, "/programs/coop/changes")).text) as { items: Diff[] }).items;
    expect(await changes(world.incentivesAdmin)).toEqual([]);
    const { items } = (await wire.get(world.programManager, "/programs/coop/editions")).body;
    const draft = items.find(({ status }) => status === "draft");
    await desk.publish(draft?.id ?? "");
    const [newest] = await changes(world.incentivesAdmin);
    expect(newest).toMatchObject({ from: { version: 1 }, to: { programYear: "FY27", version: 2 } });
    expect(newest?.changes.map(({ text, effect }) => [effect, text])).toEqual([
      ["worse", "Program: months for which originals are kept rises from 24 to 36"],
    ]);
    expect(newest?.changes[0]?.words.message).toBe("{where}: {what} rises from {before} to {after}");
  });
});
