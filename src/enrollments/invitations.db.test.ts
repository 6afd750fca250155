import { expect, test } from "vitest";
import { useEnrollmentDesk } from "../../test/builders/enrollment-desk.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { idText, SYSTEM_ACTOR, uuidOf } from "../kernel/index.ts";
import { events } from "../platform/events/index.ts";
import { expireInvitations } from "./index.ts";

const database = useDatabase();
const desk = useEnrollmentDesk(database);
const { api } = desk;
const AFTER_A_MONTH = new Date("2027-01-05T12:00:00Z");

const typesOf = (path: string) =>
  desk.as(SYSTEM_ACTOR, async (tx) => {
    const id = uuidOf("enrollment", path.split("/").at(-1) ?? "") ?? "";
    return (await events.history(tx, "enrollment", id)).map(({ type, fromStatus, toStatus }) => [
      type,
      fromStatus,
      toStatus,
    ]);
  });
const invitations = (locations: readonly { id: string }[], actor = desk.world.programManager) =>
  api.post(actor, "/invitations", { program: "coop", locations: locations.map(({ id }) => idText("location", id)) });
const statusOf = async (path: string) => (await api.get(desk.world.auditor, path)).body["status"];
const stateOf = async (path: string) =>
  ((await api.get(desk.world.auditor, path)).body["invitation"] as { state: string }).state;

test("4.5, - to sent: a program manager invites; the partner's admin sees until when to answer", async () => {
  const { location, admin, user } = await desk.candidate();
  const invited = await invitations([location]);
  expect([invited.status, invited.body["items"]]).toMatchObject([
    201,
    [{ location: idText("location", location.id), outcome: "invited", unmet: [] }],
  ]);
  const [{ enrollment }] = invited.body["items"] as [{ enrollment: string }];
  const seen = (await api.get(admin, `/enrollments/${enrollment}`)).body;
  expect(seen).toMatchObject({
    status: "invited",
    face: { tone: "needs-you", label: "Invited" },
    invitation: { state: "sent", expiresOn: "2026-12-23", timesSent: 1 },
    requiredActions: [{ code: "answer-invitation", link: `/enrollments/${enrollment}` }],
    abilities: { accept: { allowed: true }, decline: { allowed: true } },
    acceptedAt: null,
  });
  const byUser = (await api.get(user, `/enrollments/${enrollment}`)).body;
  expect(byUser).toMatchObject({
    requiredActions: [],
    abilities: { accept: { allowed: false, reason: "role-missing" } },
  });
});

test("4.5: only the vendor's program manager invites; a partner cannot invite itself", async () => {
  const { location, admin } = await desk.candidate();
  expect((await invitations([location], desk.world.reviewer)).status).toBe(403);
  expect((await invitations([location], admin)).status).toBe(403);
  expect((await invitations([{ id: desk.world.program.id }])).status).toBe(404);
});

test("4.5, sent to accepted: the incentives admin accepts; with payout data missing the partner has something to do", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  const accepted = await api.post(admin, `${path}/acceptance`, {});
  expect([accepted.status, accepted.body]).toMatchObject([
    200,
    {
      status: "action_required",
      invitation: { state: "accepted" },
      requiredActions: [{ code: "payout-data" }],
      earningsStartOn: null,
    },
  ]);
  expect(await typesOf(path)).toEqual([
    ["enrollment.invited", null, "invited"],
    ["enrollment.accepted", "invited", "validating"],
    ["enrollment.action-required", "validating", "action_required"],
  ]);
});

test("4.6, action_required to validating to enrolled: finance confirms payout data; earnings count from the first of that month", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  await api.post(admin, `${path}/acceptance`, {});
  expect((await api.post(admin, `${path}/payout-confirmation`, { complete: true })).status).toBe(403);
  expect((await api.post(desk.world.programManager, `${path}/payout-confirmation`, { complete: true })).status).toBe(
    403,
  );
  const done = await api.post(desk.world.finance, `${path}/payout-confirmation`, { complete: true });
  expect(done.body).toMatchObject({ status: "enrolled", payoutReady: true, earningsStartOn: "2026-11-01" });
  const again = await api.post(desk.world.finance, `${path}/payout-confirmation`, { complete: false });
  expect(again.body).toMatchObject({ status: "action_required", payoutReady: false, earningsStartOn: "2026-11-01" });
  expect((await typesOf(path)).slice(3)).toEqual([
    ["enrollment.payout-confirmed", "action_required", "validating"],
    ["enrollment.completed", "validating", "enrolled"],
    ["enrollment.action-required", "enrolled", "action_required"],
  ]);
});

test("4.5: an incentives user, another partner and the vendor do not accept", async () => {
  const { location, user } = await desk.candidate();
  const path = await desk.invite(location);
  const { world } = desk;
  expect((await api.post(user, `${path}/acceptance`, {})).status).toBe(403);
  expect((await api.post(world.other.admin, `${path}/acceptance`, {})).status).toBe(404);
  expect((await api.post(world.programManager, `${path}/acceptance`, {})).status).toBe(403);
  expect(await statusOf(path)).toBe("invited");
});

test("4.5, sent to declined: with a written reason, which the vendor reads; invited again it is open once more", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  expect((await api.post(admin, `${path}/decline`, {})).status).toBe(422);
  expect((await api.post(admin, `${path}/decline`, { reason: "  " })).status).toBe(422);
  const declined = await api.post(admin, `${path}/decline`, { reason: "We do no marketing this year." });
  expect(declined.body).toMatchObject({
    status: "inactive",
    invitation: { state: "declined", reason: "We do no marketing this year." },
  });
  expect((await api.post(admin, `${path}/acceptance`, {})).status).toBe(409);
  expect((await api.post(admin, `${path}/invitation`, {})).status).toBe(403);
  expect((await api.post(desk.world.programManager, `${path}/invitation`, {})).body).toMatchObject({
    outcome: "invited",
  });
  expect((await api.get(admin, path)).body).toMatchObject({
    status: "invited",
    invitation: { state: "sent", timesSent: 2, reason: null },
  });
});

test("4.5, sent to expired: after its days nobody accepts, also before the clock has ended it; run twice it ends once", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  desk.now = AFTER_A_MONTH;
  const late = await api.post(admin, `${path}/acceptance`, {});
  expect([late.status, late.body["code"]]).toEqual([409, "invitation-expired"]);
  // That it is too late counts more than that somebody changed it meanwhile.
  const stale = await api.post(admin, `${path}/decline`, { reason: "No time" }, { "if-match": '"999"' });
  expect([stale.status, stale.body["code"]]).toEqual([409, "invitation-expired"]);
  expect(await expireInvitations(database.db, AFTER_A_MONTH)).toBeGreaterThanOrEqual(1);
  expect(await expireInvitations(database.db, AFTER_A_MONTH)).toBe(0);
  expect([await statusOf(path), await stateOf(path)]).toEqual(["inactive", "expired"]);
  const ended = (await typesOf(path)).filter(([type]) => type === "enrollment.invitation-expired");
  expect(ended).toEqual([["enrollment.invitation-expired", "invited", "inactive"]]);
  await invitations([location]);
  expect([await statusOf(path), await stateOf(path)]).toEqual(["invited", "sent"]);
  desk.now = new Date("2026-11-23T12:00:00Z");
});

test("an invitation is good until the last second of its last day, in the program's zone", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  desk.now = new Date("2026-12-24T07:59:58Z"); // 23 December in Los Angeles
  expect(await expireInvitations(database.db, desk.now)).toBe(0);
  expect((await api.post(admin, `${path}/acceptance`, {})).status).toBe(200);
  desk.now = new Date("2026-11-23T12:00:00Z");
});

test("after the program year an invitation is not sent again: nobody could answer it", async () => {
  const { location } = await desk.candidate();
  const path = await desk.invite(location);
  const before = desk.now;
  desk.now = new Date("2027-07-01T12:00:00Z");
  const late = await api.post(desk.world.programManager, `${path}/invitation`, {});
  desk.now = before;
  expect([late.status, late.body["code"]]).toEqual([409, "program-year-over"]);
  expect((await typesOf(path)).map(([type]) => type)).toEqual(["enrollment.invited"]);
});

test("10, row 2: a location without an incentives admin is invited, but named, and those who give roles are told", async () => {
  const { location } = await desk.candidate({ roles: ["account-admin"] });
  const [withGrantor] = (await invitations([location])).body["items"] as { outcome: string; message: string }[];
  expect(withGrantor).toMatchObject({
    outcome: "invited-without-admin",
    message: expect.stringContaining("were told"),
  });
  const nobody = await desk.candidate({ roles: ["billing-admin"] });
  const [without] = (await invitations([nobody.location])).body["items"] as { message: string }[];
  expect(without?.message).toContain("Name an organisation admin first");
});

test("inviting who takes part already changes nothing, and several are answered one by one", async () => {
  const { location } = await desk.candidate();
  const both = await invitations([location, desk.world.location]);
  const outcomes = (both.body["items"] as { location: string; outcome: string }[]).map((each) => [
    each.location,
    each.outcome,
  ]);
  expect(outcomes).toEqual([
    [idText("location", location.id), "invited"],
    [idText("location", desk.world.location.id), "taking-part"],
  ]);
});

test("of two program managers who invite a new location at once one does, the other learns that it is invited", async () => {
  const { location } = await desk.candidate();
  const answers = await Promise.all([1, 2, 3].map(() => invitations([location])));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const outcomes = answers.map(({ body }) => (body["items"] as { outcome: string }[])[0]?.outcome);
  expect(outcomes.filter((outcome) => outcome === "invited")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "taking-part")).toHaveLength(2);
});

test("of two admins who accept at once one does, the other learns that it is done", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  const answers = await Promise.all([1, 2, 3].map(() => api.post(admin, `${path}/acceptance`, {})));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  expect((await typesOf(path)).filter(([type]) => type === "enrollment.accepted")).toHaveLength(1);
});

test("accepting while the invitation expires: one of the two happens, never both", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  const [accepted] = await Promise.all([
    api.post(admin, `${path}/acceptance`, {}),
    expireInvitations(database.db, AFTER_A_MONTH),
  ]);
  const state = await stateOf(path);
  expect([accepted.status, state]).toEqual(accepted.status === 200 ? [200, "accepted"] : [409, "expired"]);
});

test("4.6, enrolled to discontinued: the vendor ends it with a reason, and that is the end", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  expect((await api.post(admin, `${path}/discontinuation`, { reason: "No" })).status).toBe(403);
  expect((await api.post(desk.world.programManager, `${path}/discontinuation`, {})).status).toBe(422);
  const ended = await api.post(desk.world.programManager, `${path}/discontinuation`, { reason: "Program withdrawn." });
  expect(ended.body).toMatchObject({ status: "discontinued", face: { tone: "refused" } });
  expect((await api.post(admin, `${path}/acceptance`, {})).status).toBe(409);
  expect((await api.post(desk.world.programManager, `${path}/invitation`, {})).status).toBe(409);
});

test("who decides on another version than the present one is told so", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  expect((await api.post(admin, `${path}/acceptance`, {}, { "if-match": '"7"' })).status).toBe(412);
  expect((await api.post(admin, `${path}/acceptance`, {}, { "if-match": '"1"' })).status).toBe(200);
});

test("a program by invitation is joined by nobody", async () => {
  const { location, admin } = await desk.candidate();
  const joined = await api.post(admin, "/enrollments", { program: "coop", location: idText("location", location.id) });
  expect([joined.status, joined.body["code"]]).toEqual([409, "by-invitation"]);
});
