import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, type EditionJson, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { type Actor, idText } from "../kernel/index.ts";

// docs/editions.md: a draft is written, validated, published from a day on, and superseded by a correction.

const database = useDatabase();
const wire = useWire(database);
let world: World;
let second: Actor;
let administrator: Actor;
const desk = editionDesk(wire, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db);
  second = (await buildPerson(database.db, world.vendor, { name: "Sam Second", roles: ["program-manager"] })).actor;
  administrator = (await buildPerson(database.db, world.vendor, { name: "Vera", roles: ["vendor-admin"] })).actor;
});

const twoPeople = async (on: boolean) => {
  const { headers } = await wire.get(administrator, "/settings/publication");
  const sending = { body: { twoPeople: on }, headers: { "if-match": headers["etag"] ?? "" } };
  expect((await wire.call(administrator, "PUT", "/settings/publication", sending)).status).toBe(200);
};

describe("a draft", () => {
  test("is the next version of its year, and partners know nothing of it", async () => {
    const said = await desk.draft(coopFor("FY30"));
    expect(said.status).toBe(201);
    const draft = desk.asEdition(said);
    expect(draft).toMatchObject({ status: "draft", version: 1, revision: 1, effectiveOn: null });
    expect(said.headers["etag"]).toBe('"1"');
    expect(draft.abilities["publish"]).toEqual({ allowed: true });
    expect((await desk.get(draft.id, world.incentivesAdmin)).status).toBe(404);
    expect((await desk.get(draft.id, world.auditor)).status).toBe(200);
    expect(desk.asEdition(await desk.get(draft.id, world.auditor)).abilities["change"]).toMatchObject({
      allowed: false,
      reason: "not-program-manager",
    });
  });

  test("may be incomplete while it is written: validating says what is wrong, and it stays a draft", async () => {
    const draft = await desk.drafted({ program: "coop", programYear: "FY31", startsOn: "2030-02-30" });
    const { said, validation } = await desk.validate(draft.id);
    expect(said.status).toBe(200);
    expect(validation).toMatchObject({ status: "draft", valid: false });
    expect(validation.findings.find(({ path }) => path === "startsOn")).toMatchObject({
      severity: "blocks",
      message: expect.stringMatching(/calendar/),
    });
    const refused = await desk.publish(draft.id);
    expect([refused.status, refused.body.code]).toEqual([422, "edition-not-valid"]);
    expect(refused.body.findings.length).toBeGreaterThan(5);
    expect(desk.asEdition(await desk.get(draft.id)).status).toBe("draft");
    expect((await desk.remove(draft.id)).status).toBe(204);
  });

  test("says for which program and year it is", async () => {
    const tried = async (document: unknown) => {
      const { status, body } = await desk.draft(document);
      return [status, body.errors?.[0]?.field];
    };
    expect(await tried([])).toEqual([422, ""]);
    expect(await tried({ program: "plans", programYear: "FY31" })).toEqual([422, "program"]);
    expect(await tried({ program: "coop", programYear: "2031" })).toEqual([422, "programYear"]);
    const draft = await desk.drafted(coopFor("FY31"));
    const moved = await desk.change(draft.id, coopFor("FY32"), draft.revision);
    expect([moved.status, moved.body.errors[0]?.code]).toEqual([422, "other-year"]);
    await desk.remove(draft.id);
  });

  test("is one for each year: a second is refused and names the first", async () => {
    const draft = await desk.drafted(coopFor("FY31"));
    const again = await desk.draft(coopFor("FY31"));
    expect([again.status, again.body.code]).toEqual([409, "draft-exists"]);
    expect(JSON.parse(again.text)).toMatchObject({ edition: draft.id });
    await desk.remove(draft.id);
    expect((await desk.get(draft.id)).status).toBe(404);
    expect((await desk.draft(coopFor("FY31"))).status).toBe(201);
  });

  test("is changed by one of two managers who opened the same revision; the other is told (412)", async () => {
    const draft = await desk.drafted(coopFor("FY32"));
    const mine = await desk.change(draft.id, coopFor("FY32", { retentionMonths: 30 }), draft.revision);
    expect([mine.status, desk.asEdition(mine).revision, mine.headers["etag"]]).toEqual([200, 2, '"2"']);
    const theirs = await desk.change(draft.id, coopFor("FY32", { retentionMonths: 36 }), draft.revision, second);
    expect(theirs.status).toBe(412);
    expect(desk.asEdition(await desk.get(draft.id)).document["retentionMonths"]).toBe(30);
    const blind = await wire.call(second, "PUT", `/editions/${draft.id}`, { body: {} });
    expect(blind.status).toBe(428);
  });

  test("is to be validated anew once it was changed, and not when nothing was", async () => {
    const draft = await desk.drafted(coopFor("FY33"));
    expect((await desk.validate(draft.id)).validation).toMatchObject({ status: "validated", valid: true });
    const { revision } = desk.asEdition(await desk.get(draft.id));
    const same = desk.asEdition(await desk.change(draft.id, coopFor("FY33"), revision));
    expect([same.status, same.revision]).toEqual(["validated", revision]);
    const changed = desk.asEdition(await desk.change(draft.id, coopFor("FY33", { retentionMonths: 12 }), revision));
    expect(changed.status).toBe("draft");
  });

  test("keeps the text as it was written", async () => {
    const text = JSON.stringify(coopFor("FY34"), null, 4);
    const said = await wire.call(world.programManager, "POST", "/programs/coop/editions", { raw: text });
    expect(desk.asEdition(said).source).toEqual({ format: "json", text });
  });

  test("belongs to program managers: others are refused with the reason, whatever the body", async () => {
    const draft = await desk.drafted(coopFor("FY35"));
    for (const actor of [world.reviewer, world.finance, world.auditor, administrator]) {
      for (const said of [
        await desk.draft("{", actor),
        await desk.change(draft.id, {}, 999, actor),
        await desk.remove(draft.id, actor),
        await desk.publish(draft.id, { x: 1 }, actor),
        await desk.copy(draft.id, {}, actor),
      ]) {
        expect([said.status, said.body.code]).toEqual([403, "not-program-manager"]);
      }
    }
    for (const said of [
      await desk.publish(draft.id, {}, world.incentivesAdmin),
      await desk.remove(draft.id, world.incentivesAdmin),
    ])
      expect(said.status).toBe(404);
  });
});

describe("publication", () => {
  test("makes a version that never changes: every change is refused with what to do instead", async () => {
    const draft = await desk.drafted(coopFor("FY36"));
    const published = desk.asEdition(await desk.publish(draft.id));
    expect(published).toMatchObject({ status: "published", effectiveOn: "2035-07-01", effectiveTo: "2036-06-30" });
    for (const said of [
      await desk.change(draft.id, coopFor("FY36", { retentionMonths: 1 }), "*"),
      await desk.remove(draft.id),
      (await desk.validate(draft.id)).said,
      await desk.publish(draft.id),
      await desk.withdraw(draft.id),
    ]) {
      expect([said.status, said.body.code]).toEqual([409, "wrong-status"]);
      expect(said.body.detail).toMatch(/Copy it as a draft|has already published/);
    }
    expect((await desk.publish(draft.id)).body.decidedBy).toEqual({ name: "Pat Manager" });
    expect(desk.asEdition(await desk.get(draft.id)).abilities["change"]).toMatchObject({ reason: "wrong-status" });
  });

  test("by two at once is done once: one wins, the other learns who did", async () => {
    const draft = await desk.drafted(coopFor("FY37"));
    const both = await Promise.all([desk.publish(draft.id), desk.publish(draft.id, {}, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = both.find(({ status }) => status === 409);
    expect(loser?.body.detail).toMatch(/(Pat Manager|Sam Second) has already published/);
  });

  test("of a draft passes by its validation, and the history tells each step with who and when", async () => {
    const draft = await desk.drafted(coopFor("FY38"));
    await desk.publish(draft.id, { effectiveOn: "2037-09-01" });
    const { body } = await wire.get(world.auditor, `/editions/${draft.id}/history`);
    expect(body.items.map(({ type }) => type)).toEqual(["edition.drafted", "edition.validated", "edition.published"]);
    expect(body.items.at(-1)).toMatchObject({
      actor: { name: "Pat Manager", side: "vendor" },
      from: "validated",
      to: "published",
      effectiveOn: "2037-09-01",
    });
    expect((await wire.get(world.incentivesAdmin, `/editions/${draft.id}/history`)).status).toBe(403);
  });

  test("from a day outside the year is refused", async () => {
    const draft = await desk.drafted(coopFor("FY39"));
    for (const effectiveOn of ["2038-06-30", "2039-07-01", "2038-13-01", "2039-02-30"]) {
      const said = await desk.publish(draft.id, { effectiveOn });
      expect([said.status, said.body.errors[0]?.field], effectiveOn).toEqual([422, "effectiveOn"]);
    }
  });
});

describe("a correction", () => {
  const versions = async (year: string) => {
    const { body } = await wire.get(world.programManager, "/programs/coop/editions?limit=200");
    return (body.items as unknown as (EditionJson & { programYear: string })[])
      .filter(({ programYear }) => programYear === year)
      .map(({ version, status, effectiveOn, effectiveTo }) => [version, status, effectiveOn, effectiveTo])
      .sort();
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

describe("publication by two people", () => {
  test("is turned on by a vendor administrator alone", async () => {
    const { status, body } = await wire.get(world.programManager, "/settings/publication");
    expect([status, JSON.parse(JSON.stringify(body))]).toMatchObject([200, { twoPeople: false, version: 0 }]);
    const put = (actor: Actor) =>
      wire.call(actor, "PUT", "/settings/publication", { body: { twoPeople: true }, headers: { "if-match": "*" } });
    expect((await put(world.programManager)).status).toBe(403);
    expect((await put(world.incentivesAdmin)).status).toBe(403);
    expect((await wire.get(world.incentivesAdmin, "/settings/publication")).status).toBe(403);
    await twoPeople(true);
    const stale = { body: { twoPeople: false }, headers: { "if-match": '"0"' } };
    expect((await wire.call(administrator, "PUT", "/settings/publication", stale)).status).toBe(412);
    await twoPeople(false);
  });

  test("takes another person: who asked is refused with the reason", async () => {
    await twoPeople(true);
    const draft = await desk.drafted(coopFor("FY46"));
    const asked = desk.asEdition(await desk.publish(draft.id, { effectiveOn: "2045-08-01" }));
    expect(asked).toMatchObject({
      status: "publication_requested",
      request: { by: { name: "Pat Manager" }, effectiveOn: "2045-08-01" },
    });
    expect(asked.abilities["publish"]).toMatchObject({ allowed: false, reason: "same-person" });
    const myself = await desk.publish(draft.id);
    expect([myself.status, myself.body.code]).toEqual([403, "same-person"]);
    const locked = await desk.change(draft.id, coopFor("FY46", { retentionMonths: 2 }), "*", second);
    expect([locked.status, locked.body.detail]).toEqual([409, expect.stringMatching(/Take that back first/)]);
    const otherDay = await desk.publish(draft.id, { effectiveOn: "2045-09-01" }, second);
    expect([otherDay.status, otherDay.body.code]).toEqual([422, "effective-differs"]);
    const published = desk.asEdition(await desk.publish(draft.id, {}, second));
    expect(published).toMatchObject({ status: "published", effectiveOn: "2045-08-01" });
    await twoPeople(false);
  });

  test("is taken back by the first or declined by the second; then the draft can be changed", async () => {
    await twoPeople(true);
    const draft = await desk.drafted(coopFor("FY47"));
    await desk.publish(draft.id);
    expect(desk.asEdition(await desk.withdraw(draft.id, second)).status).toBe("validated");
    expect((await desk.change(draft.id, coopFor("FY47", { retentionMonths: 2 }), "*")).status).toBe(200);
    await twoPeople(false);
    expect(desk.asEdition(await desk.publish(draft.id)).status).toBe("published");
  });
});
