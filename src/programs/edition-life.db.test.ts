import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import type { Actor } from "../kernel/index.ts";

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
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
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
