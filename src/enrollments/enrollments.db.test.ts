import { beforeAll, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { buildPartner, buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { type EnrollmentOf, enrollLocation, enrollmentOf, enrollmentRoutes } from "./index.ts";

const database = useDatabase();
const api = useApi(database, enrollmentRoutes(), () => WORLD_NOW);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, actor, work);
const find = (of: Partial<{ programYear: string; date: string }>) =>
  as(SYSTEM_ACTOR, (tx) =>
    enrollmentOf(tx, { locationId: world.location.id, programId: world.program.id, ...of } as EnrollmentOf),
  );
const enrol = (
  actor: Actor,
  locationId: string,
  options: { programYear?: string; payoutReady?: boolean; now?: Date } = {},
) =>
  as(actor, (tx) =>
    enrollLocation(
      tx,
      { actor, now: options.now ?? WORLD_NOW },
      {
        locationId,
        programId: world.program.id,
        programYear: options.programYear ?? "FY27",
        payoutReady: options.payoutReady ?? true,
      },
    ),
  );
const newLocation = async () => (await buildPartner(database.db, { legalName: "New Partner Ltd" })).locations[0];
const items = (body: Record<string, unknown>) => body["items"] as Record<string, unknown>[];

describe("taking part in a program", () => {
  test("an enrollment belongs to its program year and ends with it", async () => {
    const enrollment = await find({ programYear: "FY27" });
    expect(enrollment).toMatchObject({
      status: "enrolled",
      payoutReady: true,
      programYear: "FY27",
      expiresOn: "2027-06-30",
    });
    expect(await find({ date: "2026-07-01" })).toEqual(enrollment);
    expect(await find({ date: "2027-06-30" })).toEqual(enrollment);
    expect(await find({ date: "2027-07-01" })).toBeUndefined();
    expect(await find({ programYear: "FY26" })).toBeUndefined();
  });

  test("T24: complete on the 17th, earnings count from the first of that month", async () => {
    const location = await newLocation();
    const enrollment = await enrol(SYSTEM_ACTOR, location.id, { now: new Date("2026-09-17T12:00:00Z") });
    expect(enrollment.earningsStartOn).toBe("2026-09-01");
  });

  test("the month is that of the program's own zone", async () => {
    const location = await newLocation();
    const enrollment = await enrol(SYSTEM_ACTOR, location.id, { now: new Date("2026-10-01T03:00:00Z") });
    expect(enrollment.earningsStartOn).toBe("2026-09-01");
  });

  test("who is enrolled before the program year earns from its first day", async () => {
    const location = await newLocation();
    const enrollment = await enrol(SYSTEM_ACTOR, location.id, { now: new Date("2026-05-20T12:00:00Z") });
    expect(enrollment.earningsStartOn).toBe("2026-07-01");
  });

  test("without payout data the partner has something to do first, and nothing counts yet", async () => {
    const location = await newLocation();
    expect(await enrol(SYSTEM_ACTOR, location.id, { payoutReady: false })).toMatchObject({
      status: "action_required",
      payoutReady: false,
      earningsStartOn: null,
    });
  });

  test("nobody takes part twice in one program year", async () => {
    await expect(enrol(SYSTEM_ACTOR, world.location.id)).rejects.toMatchObject({
      code: "already-enrolled",
      kind: "conflict",
    });
  });

  test("nobody takes part in a year that has no rules yet", async () => {
    await expect(enrol(SYSTEM_ACTOR, world.location.id, { programYear: "FY31" })).rejects.toMatchObject({
      code: "edition-not-published",
    });
  });

  test("a program manager enrols; a reviewer and a partner do not", async () => {
    const location = await newLocation();
    await expect(enrol(world.reviewer, location.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(enrol(world.incentivesAdmin, location.id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(enrol(world.incentivesAdmin, world.location.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(enrol(world.programManager, location.id)).resolves.toMatchObject({ status: "enrolled" });
  });

  test("the enrolment stands in the history", async () => {
    const enrollment = await find({ programYear: "FY27" });
    const lines = await as(world.incentivesAdmin, (tx) => events.history(tx, "enrollment", enrollment?.id ?? ""));
    expect(lines).toMatchObject([{ type: "enrollment.enrolled", toStatus: "enrolled" }]);
  });
});

describe("reading enrollments", () => {
  test("nobody who is not signed in sees any", async () => {
    expect((await api.get(undefined, "/enrollments")).status).toBe(401);
  });

  test("a partner sees its own, the vendor all", async () => {
    const own = await api.get(world.incentivesAdmin, "/enrollments");
    expect(items(own.body)).toMatchObject([
      {
        program: "coop",
        programYear: "FY27",
        status: "enrolled",
        face: { tone: "done", label: "Enrolled" },
        location: { id: idText("location", world.location.id), name: world.location.name },
        partner: { name: "Northlight Systems Ltd" },
        payoutReady: true,
        expiresOn: "2027-06-30",
      },
    ]);
    expect(items((await api.get(world.reviewer, "/enrollments")).body).length).toBeGreaterThan(1);
  });

  test("filters by program, location and status, and refuses a filter it does not know", async () => {
    const at = idText("location", world.other.location.id);
    expect(
      items((await api.get(world.auditor, `/enrollments?location=${at}&program=coop&status=enrolled`)).body),
    ).toHaveLength(1);
    expect(items((await api.get(world.auditor, `/enrollments?location=${at}&status=invited`)).body)).toEqual([]);
    expect(items((await api.get(world.auditor, "/enrollments?program=plans")).body)).toEqual([]);
    expect((await api.get(world.auditor, "/enrollments?colour=red")).status).toBe(422);
    expect((await api.get(world.auditor, "/enrollments?location=nonsense")).status).toBe(422);
  });

  test("another partner's enrollment does not exist, nor does one outside the own scope", async () => {
    const mine = (await find({ programYear: "FY27" }))?.id ?? "";
    const path = `/enrollments/${idText("enrollment", mine)}`;
    expect((await api.get(world.incentivesUser, path)).status).toBe(200);
    expect((await api.get(world.other.admin, path)).status).toBe(404);
    const elsewhere = {
      ...world.incentivesUser,
      grants: [{ role: "incentives-user" as const, programId: world.program.id, locationId: world.vendor.id }],
    };
    expect((await api.get(elsewhere, path)).status).toBe(404);
    expect(items((await api.get(elsewhere, "/enrollments")).body)).toEqual([]);
    expect((await api.get(world.auditor, "/enrollments/enr_nonsense")).status).toBe(404);
  });

  test("who can do nothing about it sees that enrolment is under way; the admin sees what to do", async () => {
    const { partner, locations } = await buildPartner(database.db, { legalName: "Waiting Partner Ltd" });
    await enrol(SYSTEM_ACTOR, locations[0].id, { payoutReady: false });
    const { actor: user } = await buildPerson(database.db, partner, { roles: ["incentives-user"] });
    const { actor: admin } = await buildPerson(database.db, partner, { roles: ["incentives-admin"] });
    const label = async (actor: Actor) => {
      const [face] = items((await api.get(actor, "/enrollments")).body).map(
        (item) => item["face"] as { label: string },
      );
      return face?.label;
    };
    expect(await label(user)).toBe("Enrolling");
    expect(await label(admin)).toBe("Action required");
  });
});

test("what a partner is in a program is said by its codes, by who saw the last version, and told by an event", async () => {
  const { id } = (await find({ programYear: "FY27" })) ?? { id: "" };
  const path = `/enrollments/${idText("enrollment", id)}`;
  const patch = (body: unknown, seen: string, actor = world.programManager) =>
    api.patch(actor, path, body, { "if-match": seen });
  const set = await patch({ partnerTier: "gold" }, '"1"');
  expect([set.status, set.body["partnerTier"], set.body["partnerType"], set.headers["etag"]]).toEqual([
    200,
    "gold",
    null,
    '"2"',
  ]);
  expect((await patch({ partnerTier: "silver" }, '"1"')).status).toBe(412);
  expect((await patch({ partnerTier: "silver" }, "")).status).toBe(428);
  const unknown = await patch({ partnerType: "reseller", standing: ["overdue"] }, '"2"');
  expect([unknown.status, (unknown.body["errors"] as { field: string }[]).map(({ field }) => field)]).toEqual([
    422,
    ["partnerType", "standing"],
  ]);
  expect((await patch({ partnerTier: null }, "*", world.incentivesAdmin)).status).toBe(403);
  expect((await patch({ partnerTier: null }, "*", world.other.admin)).status).toBe(404);
  const told = await as(SYSTEM_ACTOR, (tx) => events.history(tx, "enrollment", id));
  expect(told.at(-1)?.type).toBe("enrollment.partner-facts-set");
});
