import { beforeAll, describe, expect, test } from "vitest";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { type Actor, idText, newUuid } from "../kernel/index.ts";

const database = useDatabase();
const wire = useWire(database);

interface Role {
  readonly id: string;
  readonly role: string;
  readonly program: { readonly code: string } | null;
  readonly location: { readonly name: string } | null;
  readonly abilities: { readonly revoke: { readonly allowed: boolean; readonly reason?: string } };
}
interface Shown {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly assignable: readonly string[];
  readonly abilities: { readonly grantRole: { readonly allowed: boolean; readonly reason?: string } };
}

let world: World;
let admin: Actor;
let localAdmin: Actor;
let vendorAdmin: Actor;

beforeAll(async () => {
  world = await buildWorld(database.db);
  const { partner, vendor, program, location } = world;
  admin = (await buildPerson(database.db, partner, { name: "Ada", roles: ["organisation-admin"] })).actor;
  const here = { role: "account-admin", programId: program.id, locationId: location.id } as const;
  localAdmin = (await buildPerson(database.db, partner, { name: "Lou", roles: [here] })).actor;
  vendorAdmin = (await buildPerson(database.db, vendor, { name: "Vera", roles: ["vendor-admin"] })).actor;
});

async function somebody(name = "Kim"): Promise<string> {
  return idText("person", (await buildPerson(database.db, world.partner, { name })).actor.personId);
}

const shown = (said: { body: unknown }): Shown => said.body as Shown;
const read = async (actor: Actor, id: string): Promise<Shown> => shown(await wire.get(actor, `/people/${id}`));

describe("an organisation admin", () => {
  test("gives a colleague a role for one program and location, and takes it again", async () => {
    const id = await somebody();
    const location = idText("location", world.location.id);
    const given = await wire.post(admin, `/people/${id}/roles`, { role: "incentives-user", program: "coop", location });
    expect(given.status).toBe(201);
    expect(shown(given).roles).toMatchObject([
      { role: "incentives-user", program: { code: "coop" }, location: { id: location }, until: null },
    ]);
    const [role] = shown(given).roles;
    const taken = await wire.post(admin, `/role-grants/${role?.id}/revocation`);
    expect(taken.status).toBe(200);
    expect(shown(taken).roles).toEqual([]);
    expect(await wire.post(admin, `/role-grants/${role?.id}/revocation`)).toMatchObject({
      status: 409,
      body: { code: "wrong-status" },
    });
  });

  test("gives the same role once", async () => {
    const id = await somebody();
    expect((await wire.post(admin, `/people/${id}/roles`, { role: "billing-admin" })).status).toBe(201);
    expect(await wire.post(admin, `/people/${id}/roles`, { role: "billing-admin" })).toMatchObject({
      status: 409,
      body: { code: "role-held-already" },
    });
  });

  test("learns which word is wrong: the role, the program, the location", async () => {
    const id = await somebody();
    const wrong = async (body: Record<string, unknown>) =>
      (await wire.post(admin, `/people/${id}/roles`, { role: "incentives-user", ...body })).body.errors[0];
    expect(await wrong({ role: "reviewer" })).toMatchObject({ field: "role", code: "role-of-other-side" });
    expect(await wrong({ program: "nothing" })).toMatchObject({ field: "program", code: "unknown-program" });
    const elsewhere = idText("location", world.other.location.id);
    expect(await wrong({ location: elsewhere })).toMatchObject({ field: "location", code: "unknown-location" });
  });

  test("sees the people of his own organisation, with their roles, found by a part of name or e-mail", async () => {
    await somebody("Zora Quill");
    const { items } = (await wire.get(admin, "/people?q=quill")).body;
    expect(items).toMatchObject([{ name: "Zora Quill", roles: [], abilities: { grantRole: { allowed: true } } }]);
    const all = (await wire.get(admin, "/people?limit=200")).body.items as unknown as {
      organisation: { id: string };
    }[];
    expect(new Set(all.map(({ organisation }) => organisation.id))).toEqual(
      new Set([idText("organisation", world.partner.id)]),
    );
    const stranger = idText("person", world.other.admin.personId);
    expect((await wire.get(admin, `/people/${stranger}`)).status).toBe(404);
    expect((await wire.post(admin, `/people/${stranger}/roles`, { role: "incentives-user" })).status).toBe(404);
    expect((await wire.get(admin, `/people/${idText("person", newUuid())}`)).status).toBe(404);
  });
});

describe("an account admin of one program and location", () => {
  test("gives roles there alone, and none of the organisation's admin", async () => {
    const id = await somebody();
    const person = await read(localAdmin, id);
    expect(person.abilities.grantRole.allowed).toBe(true);
    expect(person.assignable).not.toContain("organisation-admin");
    expect(person.assignable).toContain("incentives-admin");
    expect(await wire.post(localAdmin, `/people/${id}/roles`, { role: "incentives-user" })).toMatchObject({
      status: 403,
      body: { code: "outside-your-scope" },
    });
    const here = { program: "coop", location: idText("location", world.location.id) };
    expect((await wire.post(localAdmin, `/people/${id}/roles`, { role: "incentives-user", ...here })).status).toBe(201);
  });

  test("does not take what others gave beyond his own place, and is told why", async () => {
    const id = await somebody();
    await wire.post(admin, `/people/${id}/roles`, { role: "incentives-admin" });
    const [role] = (await read(localAdmin, id)).roles;
    expect(role?.abilities.revoke).toMatchObject({ allowed: false, reason: "outside-your-scope" });
    expect((await wire.post(localAdmin, `/role-grants/${role?.id}/revocation`)).status).toBe(403);
  });
});

describe("an administrator of the vendor", () => {
  test("names the organisation admin of a partner, who gives the other roles", async () => {
    const id = await somebody();
    expect((await read(vendorAdmin, id)).assignable).toEqual(["organisation-admin"]);
    expect(await wire.post(vendorAdmin, `/people/${id}/roles`, { role: "incentives-user" })).toMatchObject({
      status: 403,
      body: { code: "partner-assigns-itself" },
    });
    expect((await wire.post(vendorAdmin, `/people/${id}/roles`, { role: "organisation-admin" })).status).toBe(201);
  });

  test("changes none of his own roles", async () => {
    const own = await read(vendorAdmin, idText("person", vendorAdmin.personId));
    expect(own.assignable).toEqual([]);
    expect(own.abilities.grantRole).toMatchObject({ allowed: false, reason: "own-roles" });
    expect(own.roles[0]?.abilities.revoke).toMatchObject({ allowed: false, reason: "own-roles" });
  });

  test("finds the people of one partner, or of the vendor alone", async () => {
    const list = async (query: string) =>
      (await wire.get(vendorAdmin, `/people?limit=200&${query}`)).body.items as unknown as { side: string }[];
    expect(new Set((await list("side=vendor")).map(({ side }) => side))).toEqual(new Set(["vendor"]));
    const partner = await list(`organisation=${idText("organisation", world.partner.id)}`);
    expect(partner.length).toBeGreaterThan(0);
    expect(new Set(partner.map(({ side }) => side))).toEqual(new Set(["partner"]));
  });
});
