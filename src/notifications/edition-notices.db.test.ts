import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, type EditionJson, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { done } from "../../test/builders/plans.ts";
import { toldOf } from "../../test/builders/told.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { type Actor, uuidOf } from "../kernel/index.ts";

// docs/editions.md, "Two people", and "What changed".

const database = useDatabase();
const wire = useWire(database);
let world: World;
let second: Actor;
const desk = editionDesk(wire, () => world);
const told = ({ id }: EditionJson) => toldOf(database.db, uuidOf("edition", id) ?? "");
const asked = async (actor: Actor) =>
  (done(await wire.get(actor, "/overview")) as unknown as { publications: { edition: string; askedBy: string }[] })
    .publications;

beforeAll(async () => {
  world = await buildWorld(database.db);
  second = (await buildPerson(database.db, world.vendor, { name: "Sam Second", roles: ["program-manager"] })).actor;
  const administrator = (await buildPerson(database.db, world.vendor, { roles: ["vendor-admin"] })).actor;
  done(
    await wire.call(administrator, "PUT", "/settings/publication", {
      body: { twoPeople: true },
      headers: { "if-match": "*" },
    }),
  );
});

describe("where publication takes two people", () => {
  test("the others who may publish are told and find it on their first page; the asker is told how it ended", async () => {
    const draft = await desk.drafted(coopFor("FY27", { minimumPayout: { amount: "150.00", currency: "USD" } }));
    done(await desk.publish(draft.id));
    const asking = [
      "edition.publication-requested",
      "The publication of FY27 v2 waits for a second person: Co-op marketing fund",
    ];
    expect(await told(draft)).toEqual([[...asking, ["Sam Second"]]]);
    expect(await asked(second)).toMatchObject([
      { edition: draft.id, program: "coop", version: 2, effectiveOn: "2026-07-01" },
    ]);
    expect(await asked(world.programManager)).toEqual([]);
    expect(await asked(world.auditor)).toEqual([]);
    expect(await asked(world.incentivesAdmin)).toEqual([]);

    done(await desk.withdraw(draft.id, second));
    const asker = (await asked(second)).length;
    expect(asker).toBe(0);
    expect((await told(draft)).at(-1)).toEqual([
      "edition.publication-withdrawn",
      "The publication of FY27 v2 was declined: Co-op marketing fund",
      [expect.any(String)],
    ]);

    done(await desk.publish(draft.id));
    done(await desk.publish(draft.id, {}, second));
    const [type, title, people] = (await told(draft)).at(-1) ?? [];
    expect([type, title]).toEqual(["edition.published", "The rules FY27 v2 were published: Co-op marketing fund"]);
    // Both partners take part: their admins, the user of the first one, and who asked.
    expect(people?.length).toBe(4);
    expect(people).not.toContain("Sam Second");
  });

  test("who takes the own request back is told nothing", async () => {
    const draft = await desk.drafted(coopFor("FY28"));
    done(await desk.publish(draft.id));
    done(await desk.withdraw(draft.id));
    expect((await told(draft)).map(([type]) => type)).toEqual(["edition.publication-requested"]);
  });
});

test("a partner reads the notice, and what changed in words", async () => {
  const { items } = done(await wire.get(world.incentivesAdmin, "/notifications"));
  expect(items.map(({ subject }) => subject.type)).toContain("edition");
  const changes = done(await wire.get(world.incentivesAdmin, "/programs/coop/changes")) as unknown as {
    items: { to: { version: number }; changes: { text: string; effect: string }[] }[];
  };
  expect(changes.items[0]).toMatchObject({
    to: { version: 2 },
    changes: [{ text: expect.stringMatching(/150\.00/), effect: "better" }],
  });
});
