import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, type EditionJson, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { idText } from "../kernel/index.ts";

// docs/editions.md, "Which version is in force".

const database = useDatabase();
const wire = useWire(database);
let world: World;
const desk = editionDesk(wire, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db);
});

describe("a correction", () => {
  const versions = async (year: string) => {
    const { body } = await wire.get(world.programManager, "/programs/coop/editions?limit=200");
    return (body.items as unknown as (EditionJson & { programYear: string })[])
      .filter(({ programYear }) => programYear === year)
      .toSorted((a, b) => a.version - b.version)
      .map(({ version, status, effectiveOn, effectiveTo }) => [version, status, effectiveOn, effectiveTo]);
  };
  const windowsOf = async (on: string) => {
    const { body } = await wire.get(world.incentivesAdmin, `/programs/coop/windows?on=${on}`);
    return (body.items as unknown as { usagePeriod: { code: string }; proofDeadline: string }[]).map(
      ({ usagePeriod, proofDeadline }) => [usagePeriod.code, proofDeadline],
    );
  };
  const later = (document: Record<string, unknown>) => ({
    ...document,
    windows: (document["windows"] as Record<string, unknown>[]).map((window) => ({
      ...window,
      proofDeadline: `${String(window["proofDeadline"]).slice(0, 4)}-12-31`,
    })),
  });

  test("has its own effective day: periods that began before keep the version they had", async () => {
    const first = await desk.drafted(coopFor("FY41"));
    await desk.publish(first.id);
    const copy = desk.asEdition(await desk.copy(first.id));
    expect(copy).toMatchObject({ version: 2, status: "draft" });
    await desk.change(copy.id, later(coopFor("FY41", { retentionMonths: 60 })), copy.revision);
    const corrected = desk.asEdition(await desk.publish(copy.id, { effectiveOn: "2040-12-01" }));
    expect(corrected).toMatchObject({ status: "published", effectiveOn: "2040-12-01", effectiveTo: "2041-06-30" });
    expect(await versions("FY41")).toEqual([
      [1, "published", "2040-07-01", "2040-11-30"],
      [2, "published", "2040-12-01", "2041-06-30"],
    ]);
    // FY41-H1 began under version 1; FY41-H2 begins under the correction.
    expect(await windowsOf("2040-12-15")).toContainEqual(["FY41-H1", "2041-03-31"]);
    expect(await windowsOf("2041-06-15")).toContainEqual(["FY41-H2", "2041-12-31"]);
    const catalogue = async (on: string) =>
      (await wire.get(world.incentivesAdmin, `/programs/coop/activity-types?on=${on}`)).status;
    expect(await catalogue("2040-12-01")).toBe(200);
  });

  test("that begins no later than another version takes its place, and the other is superseded", async () => {
    const third = desk.asEdition(await desk.copy((await newest("FY41")).id));
    await desk.publish(third.id, { effectiveOn: "2040-10-01" });
    expect(await versions("FY41")).toEqual([
      [1, "published", "2040-07-01", "2040-09-30"],
      [2, "superseded", "2040-12-01", "2041-06-30"],
      [3, "published", "2040-10-01", "2041-06-30"],
    ]);
    const whole = desk.asEdition(await desk.copy(third.id));
    await desk.publish(whole.id);
    expect((await versions("FY41")).map(([, status]) => status)).toEqual([
      "superseded",
      "superseded",
      "superseded",
      "published",
    ]);
  });

  const newest = async (year: string): Promise<EditionJson> => {
    const { body } = await wire.get(world.programManager, "/programs/coop/editions?limit=200");
    const found = (body.items as unknown as (EditionJson & { programYear: string })[]).filter(
      (each) => each.programYear === year,
    );
    return found.reduce((a, b) => (a.version > b.version ? a : b));
  };

  test("does not touch what an older version judged: a claim keeps it and shows it; a new claim is judged by the new one", async () => {
    const newClaim = () =>
      wire.post(world.incentivesAdmin, "/claims", {
        program: "coop",
        location: idText("location", world.location.id),
        usagePeriod: "FY27-H1",
        activityType: "digital-advertising",
        name: "Banners",
      });
    const before = await newClaim();
    expect(before.body).toMatchObject({ edition: { programYear: "FY27", version: 1 } });
    const copy = desk.asEdition(await desk.copy(idText("edition", world.edition.id)));
    await desk.publish(copy.id);
    const kept = await wire.get(world.incentivesAdmin, `/claims/${before.body.id}`);
    expect(kept.body).toMatchObject({ edition: { programYear: "FY27", version: 1 } });
    expect((await newClaim()).body).toMatchObject({ edition: { programYear: "FY27", version: 2 } });
  });
});

describe("a copy", () => {
  test("for another year is a draft with its dates moved", async () => {
    const copy = desk.asEdition(await desk.copy(idText("edition", world.edition.id), { programYear: "FY45" }));
    expect(copy).toMatchObject({
      status: "draft",
      version: 1,
      document: { programYear: "FY45", startsOn: "2044-07-01" },
    });
    expect((await desk.validate(copy.id)).validation.valid).toBe(true);
  });
});
