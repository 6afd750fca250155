import { describe, expect, test } from "vitest";
import { REQUIREMENTS, useEnrollmentDesk } from "../../test/builders/enrollment-desk.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { idText, SYSTEM_ACTOR, uuidOf } from "../kernel/index.ts";
import { events } from "../platform/events/index.ts";
import { judgeAllAgain } from "./index.ts";
import { judgeLocation, NOT_SAID } from "./judge-location.ts";
import { listStandings } from "./standing-queries.ts";

const database = useDatabase();
const desk = useEnrollmentDesk(database, { enrollment: REQUIREMENTS, openEnrollment: true });
const { api } = desk;
const NEXT_DAY = new Date("2026-11-24T12:00:00Z");
const ALL = { "partner-agreement": "2026", "cloud-competency": null };

const typesOf = (path: string) =>
  desk.as(SYSTEM_ACTOR, async (tx) => {
    const id = uuidOf("enrollment", path.split("/").at(-1) ?? "") ?? "";
    return (await events.history(tx, "enrollment", id)).map(({ type }) => type);
  });
const statusOf = async (path: string) => (await api.get(desk.world.auditor, path)).body["status"];
const invite = (location: { id: string }) =>
  api.post(desk.world.programManager, "/invitations", {
    program: "coop",
    locations: [idText("location", location.id)],
  });

/** A location that takes part with everything complete. */
async function enrolled() {
  const candidate = await desk.candidate();
  await desk.record(candidate.location, ALL);
  const path = await desk.invite(candidate.location);
  await api.post(candidate.admin, `${path}/acceptance`, {});
  await api.post(desk.world.finance, `${path}/payout-confirmation`, { complete: true });
  return { ...candidate, path };
}

describe("requirements, ticked and unticked", () => {
  test("a location that does not meet them is not invited, and the answer says what is missing", async () => {
    const { location } = await desk.candidate();
    await desk.record(location, { "partner-agreement": "2024" });
    expect((await invite(location)).body["items"]).toMatchObject([
      {
        outcome: "not-eligible",
        enrollment: null,
        unmet: ["Partner agreement signed", "Cloud competency", "Data competency"],
      },
    ]);
  });

  test("the partner sees each with what is asked, what was found and what would change it", async () => {
    const { path, admin, location } = await enrolled();
    await desk.record(location, { "partner-agreement": "2024" });
    const { body } = await api.get(admin, `${path}/requirements`);
    expect(body["requirements"]).toMatchObject({
      rule: "all-of",
      state: "unmet",
      met: 1,
      needed: 2,
      of: [
        {
          code: "agreement-signed",
          state: "unmet",
          asked: { text: "Signed and in force, in version 2026." },
          found: { text: "Found: 2024." },
          remedy: { text: "Sign the agreement in its present version." },
        },
        {
          rule: "any-of",
          state: "met",
          of: [
            { code: "cloud", state: "met" },
            { code: "data", state: "unmet" },
          ],
        },
      ],
    });
    expect((await api.get(desk.world.other.admin, `${path}/requirements`)).status).toBe(404);
  });

  test("who no longer meets them does not accept", async () => {
    const { location, admin } = await desk.candidate();
    await desk.record(location, ALL);
    const path = await desk.invite(location);
    await desk.record(location, ALL, "2026-11-01");
    const refused = await api.post(admin, `${path}/acceptance`, {});
    expect([refused.status, refused.body["code"]]).toEqual([409, "not-eligible"]);
    expect(refused.body["detail"]).toContain("Partner agreement signed");
  });
});

describe("an open program", () => {
  test("is joined by an incentives admin whose location meets the requirements, once", async () => {
    const { location, admin, user } = await desk.candidate();
    const body = { program: "coop", location: idText("location", location.id) };
    expect((await api.post(admin, "/enrollments", body)).body["code"]).toBe("not-eligible");
    await desk.record(location, ALL);
    expect((await api.post(user, "/enrollments", body)).status).toBe(403);
    expect((await api.post(desk.world.other.admin, "/enrollments", body)).status).toBe(404);
    const joined = await Promise.all([1, 2].map(() => api.post(admin, "/enrollments", body)));
    expect(joined.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const done = joined.find(({ status }) => status === 201);
    expect(done?.body).toMatchObject({
      status: "action_required",
      invitation: null,
      requiredActions: [{ code: "payout-data" }],
    });
  });
});

describe("the daily judgement", () => {
  test("4.6, enrolled to ineligible and back: once however often it runs, naming what is unmet", async () => {
    const { path, location, admin } = await enrolled();
    await desk.record(location, { "cloud-competency": null }, "2026-11-23");
    await judgeAllAgain(database.db, new Date("2026-11-23T12:00:00Z"));
    expect(await statusOf(path)).toBe("enrolled");
    expect(await judgeAllAgain(database.db, NEXT_DAY)).toBeGreaterThanOrEqual(1);
    expect(await judgeAllAgain(database.db, NEXT_DAY)).toBe(0);
    expect((await api.get(admin, path)).body).toMatchObject({
      status: "ineligible",
      unmet: [
        { code: "cloud", name: "Cloud competency" },
        { code: "data", name: "Data competency" },
      ],
      requiredActions: [{ code: "requirements" }],
    });
    await desk.record(location, { "data-competency": null });
    expect(await judgeAllAgain(database.db, NEXT_DAY)).toBe(1);
    expect(await judgeAllAgain(database.db, NEXT_DAY)).toBe(0);
    expect(await statusOf(path)).toBe("enrolled");
    const types = await typesOf(path);
    expect(types.slice(-3)).toEqual(["enrollment.lapsed", "enrollment.readmitted", "enrollment.completed"]);
    expect(types.filter((type) => type === "enrollment.lapsed")).toHaveLength(1);
  });

  test("4.6, invited to ineligible and back to invited, while the invitation is open", async () => {
    const { location } = await desk.candidate();
    await desk.record(location, ALL);
    const path = await desk.invite(location);
    await desk.record(location, ALL, "2026-11-23");
    await judgeAllAgain(database.db, NEXT_DAY);
    expect(await statusOf(path)).toBe("ineligible");
    await desk.record(location, ALL);
    await judgeAllAgain(database.db, NEXT_DAY);
    expect(await statusOf(path)).toBe("invited");
  });

  test("two judgements at once move a location once", async () => {
    const { path, location } = await enrolled();
    await desk.record(location, ALL, "2026-11-23");
    await Promise.all([judgeAllAgain(database.db, NEXT_DAY), judgeAllAgain(database.db, NEXT_DAY)]);
    expect((await typesOf(path)).filter((type) => type === "enrollment.lapsed")).toHaveLength(1);
  });
});

describe("facts of a partner", () => {
  test("a program manager records them; the row recorded last counts, and the ones before stay", async () => {
    const { location, admin } = await desk.candidate();
    const path = `/locations/${idText("location", location.id)}/facts`;
    const fact = { code: "partner-agreement", value: "2024", validFrom: "2026-07-01", source: "Signed contract" };
    expect((await api.post(admin, path, fact)).status).toBe(403);
    expect((await api.post(desk.world.other.admin, path, fact)).status).toBe(404);
    expect((await api.post(desk.world.programManager, path, fact)).status).toBe(201);
    await api.post(desk.world.programManager, path, { ...fact, value: "2026", validTo: "2027-06-30" });
    const { items } = (await api.get(admin, path)).body as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([
      { value: "2026", current: true, validTo: "2027-06-30", of: "location", recordedBy: "Pat Manager" },
      { value: "2024", current: false },
    ]);
    expect((await api.get(desk.world.other.admin, path)).status).toBe(404);
  });

  test("a fact of the organisation counts for all its locations; an end before its beginning is refused", async () => {
    const { location } = await desk.candidate();
    const path = `/locations/${idText("location", location.id)}/facts`;
    const fact = { code: "data-competency", validFrom: "2026-07-01", source: "List of the vendor", of: "organisation" };
    const early = await api.post(desk.world.programManager, path, { ...fact, validTo: "2026-06-30" });
    expect([early.status, early.body["code"]]).toEqual([422, "invalid-body"]);
    await api.post(desk.world.programManager, path, fact);
    await desk.record(location, { "partner-agreement": "2026" });
    expect((await invite(location)).body["items"]).toMatchObject([{ outcome: "invited" }]);
  });

  test("a tier that is recorded as a fact counts from its first day until its last", async () => {
    const { location } = await desk.candidate();
    const requirements: NonNullable<typeof REQUIREMENTS.requirements> = {
      rule: "all-of",
      of: [{ kind: "requirement", code: "gold", name: "Gold", check: { kind: "partner-tier", in: ["gold"] } }],
    };
    const edition = { document: { ...desk.world.edition.document, enrollment: { requirements } } };
    const on = (day: string) =>
      desk.as(SYSTEM_ACTOR, async (tx) => (await judgeLocation(tx, edition, location.id, NOT_SAID, day))?.state);
    expect(await on("2026-11-23")).toBe("unknown");
    await desk.record(location, { "partner-tier": "gold" }, "2026-11-23");
    expect([await on("2026-06-30"), await on("2026-11-23"), await on("2026-11-24")]).toEqual([
      "unknown",
      "met",
      "unknown",
    ]);
  });

  test("in the list of standings each location is judged by its own facts and those of its organisation", async () => {
    const { world } = desk;
    const [own, ofPartner, nothing] = [await desk.candidate(), await desk.candidate(), await desk.candidate()];
    await desk.record(own.location, ALL);
    for (const [code, value] of Object.entries(ALL)) {
      await api.post(world.programManager, `/locations/${idText("location", ofPartner.location.id)}/facts`, {
        code,
        value,
        validFrom: "2026-07-01",
        source: "List of the vendor",
        of: "organisation",
      });
    }
    const { items } = await desk.as(world.programManager, (tx) =>
      listStandings(tx, world.programManager, world.program.id, { limit: 200, standing: "none" }, desk.now),
    );
    const standingOf = ({ location: { id } }: typeof own) => {
      const found = items.find((item) => item.id === idText("location", id));
      return [found?.eligibility, found?.hasAdmin];
    };
    expect([own, ofPartner, nothing].map(standingOf)).toEqual([
      ["met", true],
      ["met", true],
      ["unmet", true],
    ]);
  });
});
