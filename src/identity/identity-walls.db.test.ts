import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { buildPartner, buildPerson, buildVendor, MADE_AT } from "../../test/builders/identity.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { createOrganisation } from "./create-organisation.ts";
import { createPerson } from "./create-person.ts";
import { grantRole } from "./grant-role.ts";
import { personNames } from "./identity-queries.ts";
import { mayReview, reviewerByEmail } from "./may-review.ts";
import type { Location, Person } from "./person.ts";
import { revokeRole } from "./revoke-role.ts";

const database = useDatabase();
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(database.db, actor, work);
const by = (actor: Actor) => ({ actor, now: MADE_AT });

let ours: { person: Person; actor: Actor };
let colleague: { person: Person; actor: Actor };
let theirs: { person: Person; actor: Actor };
let reviewer: { person: Person; actor: Actor };
let vendorAdmin: { person: Person; actor: Actor };
let ourLocation: Location;
let theirLocation: Location;

beforeAll(async () => {
  const [one, other, vendor] = [
    await buildPartner(database.db),
    await buildPartner(database.db),
    await buildVendor(database.db),
  ];
  ours = await buildPerson(database.db, one.partner, { name: "Ours", roles: ["organisation-admin"] });
  colleague = await buildPerson(database.db, one.partner, { name: "Colleague" });
  theirs = await buildPerson(database.db, other.partner, { name: "Theirs", roles: ["organisation-admin"] });
  reviewer = await buildPerson(database.db, vendor, { name: "Rae Reviewer", roles: ["reviewer"] });
  vendorAdmin = await buildPerson(database.db, vendor, { name: "Vera", roles: ["vendor-admin"] });
  ourLocation = one.locations[0];
  theirLocation = other.locations[0];
});

describe("between partners", () => {
  test("nobody of another partner or of the vendor can be seen, whatever the query asks for", async () => {
    const seen = await as(ours.actor, async (tx) => ({
      people: await tx.selectFrom("person").select("name").where(sql<boolean>`true`).orderBy("name").execute(),
      grants: await tx.selectFrom("role_grant").select("partner_id").distinct().execute(),
      locations: await tx.selectFrom("location").select("id").execute(),
      organisations: await tx.selectFrom("organisation").select("display_name").orderBy("kind").execute(),
    }));
    expect(seen.people.map((row) => row.name)).toEqual(["Colleague", "Ours"]);
    expect(seen.grants).toEqual([{ partner_id: ours.actor.organisationId }]);
    expect(seen.locations).toEqual([{ id: ourLocation.id }]);
    expect(seen.organisations.map((row) => row.display_name)).toEqual(["Ann Partner Ltd", "Vendor"]);
  });

  test("a change that names another partner's row changes nothing", async () => {
    const changed = await as(ours.actor, (tx) =>
      tx.updateTable("person").set({ name: "Taken" }).where("id", "=", theirs.person.id).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  test("a role for a person of another partner is refused as if the person did not exist", async () => {
    await expect(
      as(ours.actor, (tx) => grantRole(tx, by(ours.actor), { personId: theirs.person.id, role: "incentives-user" })),
    ).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("a role at another partner's location is refused as if the location did not exist", async () => {
    const grant = { personId: colleague.person.id, role: "incentives-user", locationId: theirLocation.id } as const;
    await expect(as(ours.actor, (tx) => grantRole(tx, by(ours.actor), grant))).rejects.toMatchObject({
      code: "unknown-location",
    });
  });

  test("a history names the reviewer and colleagues, but nobody of another partner", async () => {
    const ids = [reviewer.person.id, colleague.person.id, theirs.person.id, SYSTEM_ACTOR.personId];
    const names = await as(ours.actor, (tx) => personNames(tx, ids));
    expect(names).toEqual(
      new Map([
        [reviewer.person.id, "Rae Reviewer"],
        [colleague.person.id, "Colleague"],
        [SYSTEM_ACTOR.personId, "Fundproof"],
      ]),
    );
  });

  test("outside a transaction that says who acts, nothing can be seen and no name be learned", async () => {
    expect(await database.db.selectFrom("person").selectAll().execute()).toEqual([]);
    const { rows } = await sql<{
      name: string | null;
    }>`select person_display_name(${reviewer.person.id}::uuid) as name`.execute(database.db);
    expect(rows).toEqual([{ name: null }]);
  });
});

describe("credentials", () => {
  test("cannot be read or written in a transaction of a partner or of the vendor", async () => {
    for (const { actor } of [ours, vendorAdmin]) {
      for (const table of ["user", "session", "account", "verification", "sign_in_failure"]) {
        const asked = as(actor, (tx) => sql`select 1 from auth.${sql.id(table)}`.execute(tx));
        if (table === "verification") await expect(asked).rejects.toThrow("permission denied");
        else expect((await asked).rows).toEqual([]);
      }
      await expect(
        as(actor, (tx) =>
          sql`insert into auth.sign_in_failure (account, address, failed_at) values (sha256(''), 'x', now())`.execute(
            tx,
          ),
        ),
      ).rejects.toThrow("row-level security");
    }
  });

  test("are given to new people by the operator only", async () => {
    const person = {
      organisationId: ours.actor.organisationId,
      name: "New",
      email: "new@example.com",
      password: "a-long-test-password",
    };
    await expect(as(vendorAdmin.actor, (tx) => createPerson(tx, by(vendorAdmin.actor), person))).rejects.toMatchObject({
      code: "only-command-line",
    });
  });

  test("need a password of some length and an e-mail that nobody has, however it is written", async () => {
    const person = { organisationId: ours.actor.organisationId, name: "New", email: "new@example.com" };
    const create = (changed: object) =>
      as(SYSTEM_ACTOR, (tx) => createPerson(tx, by(SYSTEM_ACTOR), { ...person, ...changed }));
    await expect(create({ password: "short" })).rejects.toMatchObject({ code: "weak-password" });
    await expect(create({ email: ` ${ours.person.email.toUpperCase()} ` })).rejects.toMatchObject({
      code: "email-taken",
    });
    await expect(create({ email: "nobody" })).rejects.toMatchObject({ code: "not-an-email" });
  });
});

describe("roles", () => {
  test("are given, refused twice, taken once, and each change stands in the history", async () => {
    const grant = { personId: colleague.person.id, role: "billing-admin" } as const;
    const given = await as(ours.actor, (tx) => grantRole(tx, by(ours.actor), grant));
    await expect(as(ours.actor, (tx) => grantRole(tx, by(ours.actor), grant))).rejects.toMatchObject({
      code: "role-held-already",
    });
    await as(ours.actor, (tx) => revokeRole(tx, by(ours.actor), given.id));
    await expect(as(ours.actor, (tx) => revokeRole(tx, by(ours.actor), given.id))).rejects.toMatchObject({
      code: "wrong-status",
    });
    await as(ours.actor, (tx) => grantRole(tx, by(ours.actor), grant));
    const history = await as(ours.actor, (tx) =>
      tx
        .selectFrom("event")
        .select(["type", "actor_person_id"])
        .where("subject_id", "=", colleague.person.id)
        .orderBy("recorded_at")
        .execute(),
    );
    expect(history.map((event) => event.type)).toEqual([
      "person.created",
      "role.granted",
      "role.revoked",
      "role.granted",
    ]);
    expect(history.at(-1)?.actor_person_id).toBe(ours.person.id);
  });

  test("of the vendor cannot be given to people of a partner, and none at the vendor for a location", async () => {
    const grant = (personId: string, more: object) =>
      as(SYSTEM_ACTOR, (tx) => grantRole(tx, by(SYSTEM_ACTOR), { personId, role: "reviewer", ...more }));
    await expect(grant(colleague.person.id, {})).rejects.toMatchObject({ code: "role-of-other-side" });
    await expect(grant(vendorAdmin.person.id, { locationId: ourLocation.id })).rejects.toMatchObject({
      code: "no-location-at-vendor",
    });
  });

  test("tell whether work on claims can be given to somebody, at that moment and for that program", async () => {
    const [coop, plans] = [newUuid(MADE_AT), newUuid(MADE_AT)];
    const may = (person: Person, programId: string, now: Date) =>
      as(vendorAdmin.actor, (tx) => mayReview(tx, "claim.review", person.id, { programId }, now));
    expect(await may(reviewer.person, coop, MADE_AT)).toBe(true);
    expect(await may(reviewer.person, plans, new Date(MADE_AT.getTime() - 1))).toBe(false);
    expect(await may(vendorAdmin.person, coop, MADE_AT)).toBe(false);
    expect(await may(ours.person, coop, MADE_AT)).toBe(false);
  });

  test("let a partner find its reviewer by the address, and nobody else: no colleague, no other partner, nobody without the right", async () => {
    const program = newUuid(MADE_AT);
    const found = (email: string) =>
      as(ours.actor, (tx) => reviewerByEmail(tx, "plan.review", email, { programId: program }, MADE_AT));
    const address = reviewer.person.email;
    expect(await found(` ${address.toUpperCase()} `)).toBe(reviewer.person.id);
    for (const person of [ours.person, colleague.person, theirs.person, vendorAdmin.person])
      expect(await found(person.email)).toBeUndefined();
    expect(await found("nobody@vendor.example")).toBeUndefined();
  });

  test("cannot be deleted or rewritten by the program, only ended", async () => {
    await expect(as(SYSTEM_ACTOR, (tx) => tx.deleteFrom("role_grant").execute())).rejects.toThrow("permission denied");
    await expect(
      as(SYSTEM_ACTOR, (tx) => tx.updateTable("role_grant").set({ role: "finance" }).execute()),
    ).rejects.toThrow("permission denied");
  });
});

describe("organisations", () => {
  const facts = { legalName: "Second Vendor", country: "US", taxResidence: "US", timeZone: "UTC" };

  test("there is one vendor", async () => {
    await expect(
      as(SYSTEM_ACTOR, (tx) => createOrganisation(tx, by(SYSTEM_ACTOR), { ...facts, kind: "vendor" })),
    ).rejects.toMatchObject({ code: "vendor-exists" });
  });

  test("a partner adds no organisations, and a time zone must exist", async () => {
    await expect(
      as(ours.actor, (tx) => createOrganisation(tx, by(ours.actor), { ...facts, kind: "partner" })),
    ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(
      as(vendorAdmin.actor, (tx) =>
        createOrganisation(tx, by(vendorAdmin.actor), { ...facts, kind: "partner", timeZone: "Mars/Olympus" }),
      ),
    ).rejects.toMatchObject({ code: "unknown-time-zone" });
  });
});
