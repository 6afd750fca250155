import { beforeAll, describe, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { buildPartner, buildPerson, buildVendor } from "../../test/builders/identity.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, newUuid } from "../kernel/index.ts";
import { meRoutes } from "./me-routes.ts";
import type { Organisation } from "./person.ts";

const database = useDatabase();
const NAMES = new Map<string, { code: string; name: string }>();
const NOW = new Date("2026-11-23T12:00:00Z");
const api: Api = useApi(
  database,
  meRoutes({ programCodes: () => Promise.resolve(new Map()), programNames: () => Promise.resolve(NAMES) }),
  () => NOW,
);
let partner: Organisation;
let vendor: Organisation;
let locationId: string;

beforeAll(async () => {
  vendor = await buildVendor(database.db);
  const made = await buildPartner(database.db);
  partner = made.partner;
  locationId = made.locations[0].id;
});

const member = async (role: "incentives-user" | "incentives-admin" = "incentives-user"): Promise<Actor> =>
  (await buildPerson(database.db, partner, { roles: [role] })).actor;

describe("one's own profile", () => {
  test("follows the person: name, language, time zone, colours and mails are kept by the server", async () => {
    const me = await member();
    const before = (await api.get(me, "/me")).body;
    expect(before["settings"]).toEqual({ locale: null, timeZone: null, colourScheme: "auto", mutedMails: [] });
    const change = {
      name: "Kim Li",
      locale: "de-AT",
      timeZone: "Europe/Vienna",
      colourScheme: "dark",
      mutedMails: ["claim.approved"],
    };
    const said = await api.patch(me, "/me", change, { "if-match": `"${String(before["version"])}"` });
    const { name, ...settings } = change;
    expect(said.body).toMatchObject({ name, settings, version: Number(before["version"]) + 1 });
    expect((await api.get(me, "/me")).body).toMatchObject({ name, settings });
    await api.patch(me, "/me", { locale: null });
    expect((await api.get(me, "/me")).body).toMatchObject({ settings: { ...settings, locale: null } });
  });

  test("refuses what is no language, no time zone, no name, and a change of what is older", async () => {
    const me = await member();
    for (const body of [{ locale: "xx-XX" }, { timeZone: "Mars/Base" }, { name: " " }, { email: "x@example.com" }]) {
      expect((await api.patch(me, "/me", body)).status, JSON.stringify(body)).toBe(422);
    }
    expect((await api.patch(me, "/me", { name: "Late" }, { "if-match": '"99"' })).status).toBe(412);
  });
});

describe("what one may do", () => {
  test("is told role by role with where it holds, and who can give more", async () => {
    const programId = newUuid();
    NAMES.set(programId, { code: "coop", name: "Co-op marketing" });
    await buildPerson(database.db, partner, { name: "Olga Boss", roles: ["organisation-admin"] });
    const { actor } = await buildPerson(database.db, partner, { roles: [{ role: "incentives-user", locationId }] });
    const { body } = await api.get(actor, "/me/access");
    expect(body["roles"]).toMatchObject([{ role: "incentives-user", program: null, location: { name: "Leeds" } }]);
    const rights = body["rights"] as { right: string; held: string; roles: string[] }[];
    expect(rights.find(({ right }) => right === "claim.edit")).toMatchObject({ held: "somewhere" });
    expect(rights.find(({ right }) => right === "plan.edit")).toMatchObject({
      held: "nowhere",
      roles: ["organisation-admin", "incentives-admin", "billing-admin"],
    });
    expect(rights.some(({ right }) => right === "fund.adjust")).toBe(false);
    expect(body["grantors"]).toMatchObject([{ name: "Olga Boss", roles: ["organisation-admin"] }]);
  });

  test("names people of the own organisation only", async () => {
    const { actor } = await buildPerson(database.db, vendor, { roles: ["reviewer"] });
    expect((await api.get(actor, "/me/access")).body["grantors"]).toEqual([]);
  });
});

describe("a saved view", () => {
  const view = { list: "claims", name: "Due soon", filter: { status: "submitted" }, sort: "dueAt", columns: ["name"] };
  const namesOf = async (actor: Actor, list = "claims") => {
    const { body } = await api.get(actor, `/me/views?list=${list}`);
    return (body["items"] as { name: string; isDefault: boolean }[]).map(
      ({ name, isDefault }) => name + (isDefault ? " *" : ""),
    );
  };

  test("keeps filter, order and columns under a name, for the person alone", async () => {
    const [me, colleague] = [await member(), await member()];
    const made = await api.post(me, "/me/views", view);
    expect([made.status, made.body]).toMatchObject([201, { ...view, isDefault: false, version: 1 }]);
    expect(await namesOf(me)).toEqual(["Due soon"]);
    expect(await namesOf(me, "funds")).toEqual([]);
    expect(await namesOf(colleague)).toEqual([]);
    const path = `/me/views/${String(made.body["id"])}`;
    expect((await api.patch(colleague, path, { name: "Mine now" })).status).toBe(404);
    expect((await api.delete(colleague, path)).status).toBe(404);
    expect((await api.patch(me, path, { name: "Due next", columns: [] })).body).toMatchObject({
      name: "Due next",
      columns: [],
      filter: { status: "submitted" },
      version: 2,
    });
    expect((await api.patch(me, path, { name: "x" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await api.delete(me, path)).status).toBe(204);
    expect(await namesOf(me)).toEqual([]);
  });

  test("may be the default of its list: one at a time", async () => {
    const me = await member();
    await api.post(me, "/me/views", { ...view, name: "A", isDefault: true });
    const b = await api.post(me, "/me/views", { ...view, name: "B", isDefault: true });
    await api.post(me, "/me/views", { ...view, name: "C", list: "funds", isDefault: true });
    expect(await namesOf(me)).toEqual(["A", "B *"]);
    const c = await api.post(me, "/me/views", { ...view, name: "D" });
    await api.patch(me, `/me/views/${String(c.body["id"])}`, { isDefault: true });
    expect(await namesOf(me)).toEqual(["A", "B", "D *"]);
    await api.patch(me, `/me/views/${String(b.body["id"])}`, { name: "B2" });
    expect(await namesOf(me, "funds")).toEqual(["C *"]);
  });

  test("has a name of its own, and there is an end to their number", async () => {
    const me = await member();
    await api.post(me, "/me/views", view);
    const again = await api.post(me, "/me/views", view);
    expect([again.status, again.body["code"]]).toEqual([409, "view-name-taken"]);
    for (let n = 1; n < 50; n += 1) await api.post(me, "/me/views", { ...view, name: `View ${n}` });
    const much = await api.post(me, "/me/views", { ...view, name: "One more" });
    expect([much.status, much.body["code"]]).toEqual([409, "too-many-views"]);
  });

  test("holds texts only, and no more than a list can have", async () => {
    const me = await member();
    for (const body of [
      { ...view, list: "No List" },
      { ...view, name: "" },
      { ...view, filter: { "a b": "c" } },
      { ...view, filter: { status: 1 } },
      { ...view, columns: Array.from({ length: 41 }, () => "a") },
    ]) {
      expect((await api.post(me, "/me/views", body)).status, JSON.stringify(body).slice(0, 80)).toBe(422);
    }
  });
});
