import { expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { useEnrollmentDesk } from "../../test/builders/enrollment-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { WORLD_NOW } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { grantRole } from "../identity/index.ts";
import { idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { accessRoutes, standingRoutes } from "./index.ts";

const database = useDatabase();
const desk = useEnrollmentDesk(database);
const api = useApi(database, [...accessRoutes(), ...standingRoutes()], () => WORLD_NOW);

const askedFor = (location: { id: string }) => `/programs/coop/access?location=${idText("location", location.id)}`;

test("who has no role here learns that, which roles would help, and who can give them", async () => {
  const { location, partner } = await desk.candidate();
  const { actor: nobody } = await buildPerson(database.db, partner, { name: "Nora Newcomer" });
  const { actor: grantor } = await buildPerson(database.db, partner, {
    name: "Olga Admin",
    roles: ["organisation-admin"],
  });
  const { body } = await api.get(nobody, askedFor(location));
  expect(body).toMatchObject({
    program: { code: "coop" },
    location: { name: "Leeds" },
    reasons: [{ code: "role-missing", text: "You have no role for this program at this location." }],
    enrollment: null,
    grantors: [{ name: "Olga Admin", role: "organisation-admin" }],
    askedOn: null,
  });
  expect(body["rights"]).toContainEqual(
    expect.objectContaining({ right: "enrollment.answer", held: false, roles: ["incentives-admin"] }),
  );
  const asked = await api.post(nobody, "/programs/coop/access-requests", {
    location: idText("location", location.id),
    note: "I do the claims now.",
  });
  expect([asked.status, asked.body]).toMatchObject([
    201,
    { person: { name: "Nora Newcomer" }, note: "I do the claims now.", told: 1 },
  ]);
  const path = `/access-requests/${String(asked.body["id"])}`;
  expect((await api.get(grantor, path)).body).toMatchObject({ person: { name: "Nora Newcomer" } });
  expect((await api.get(desk.world.other.admin, path)).status).toBe(404);
  expect((await api.get(desk.world.programManager, path)).status).toBe(404);
  const again = await api.post(nobody, "/programs/coop/access-requests", { location: idText("location", location.id) });
  expect([again.status, again.body["code"]]).toEqual([409, "asked-already"]);
  expect((await api.get(nobody, askedFor(location))).body["askedOn"]).toBe("2026-11-23");
});

test("a request shows what is missing still: what was given since is no longer asked for", async () => {
  const { location, partner } = await desk.candidate();
  const { actor: nobody } = await buildPerson(database.db, partner);
  const { actor: grantor } = await buildPerson(database.db, partner, { roles: ["organisation-admin"] });
  const asked = await api.post(nobody, "/programs/coop/access-requests", { location: idText("location", location.id) });
  const missing = async (): Promise<string[]> => {
    const { body } = await api.get(grantor, `/access-requests/${String(asked.body["id"])}`);
    return (body["rights"] as { right: string }[]).map(({ right }) => right);
  };
  expect(await missing()).toEqual(expect.arrayContaining(["claim.edit", "enrollment.answer"]));
  await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    grantRole(tx, { actor: SYSTEM_ACTOR, now: WORLD_NOW }, { personId: nobody.personId, role: "incentives-user" }),
  );
  const left = await missing();
  expect(left).not.toContain("claim.edit");
  expect(left).toContain("enrollment.answer");
});

test("who has every right but whose location does not take part learns that", async () => {
  const { location, admin } = await desk.candidate();
  const { body } = await api.get(admin, askedFor(location));
  expect((body["reasons"] as { code: string }[]).map(({ code }) => code)).toContain("not-invited");
});

test("another partner's location does not exist, and nothing of it is told", async () => {
  const { location } = await desk.candidate();
  expect((await api.get(desk.world.incentivesAdmin, askedFor(location))).status).toBe(404);
  const stolen = { location: idText("location", location.id) };
  expect((await api.post(desk.world.incentivesAdmin, "/programs/coop/access-requests", stolen)).status).toBe(404);
  const { body } = await api.get(desk.world.incentivesAdmin, "/programs/coop/access");
  const names = (body["locations"] as { id: string }[]).map(({ id }) => id);
  expect(names).toEqual([idText("location", desk.world.location.id)]);
});

test("standings: the vendor sees whom it may invite, a partner its own locations alone", async () => {
  const { location, admin } = await desk.candidate({ roles: ["account-admin"] });
  const one = `/programs/coop/standings?location=${idText("location", location.id)}`;
  expect((await api.get(desk.world.programManager, one)).body["items"]).toMatchObject([
    { enrollment: null, eligibility: "not-asked", hasAdmin: false, abilities: { invite: { allowed: true } } },
  ]);
  const own = (await api.get(admin, "/programs/coop/standings")).body["items"] as { id: string }[];
  expect(own.map(({ id }) => id)).toEqual([idText("location", location.id)]);
  expect((await api.get(desk.world.other.admin, one)).body["items"]).toEqual([]);
  const taking = await api.get(desk.world.incentivesAdmin, "/programs/coop/standings?standing=enrolled");
  expect(taking.body["items"]).toMatchObject([
    { enrollment: { status: "enrolled" }, abilities: { join: { allowed: false, reason: "by-invitation" } } },
  ]);
});
