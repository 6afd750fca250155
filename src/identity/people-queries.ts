import { type SelectQueryBuilder, sql } from "kysely";
import type { z } from "zod";
import { type Actor, enforce, idText, notFound } from "../kernel/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { type ProgramNames, rolesHeld } from "./held-roles.ts";
import { containing } from "./identity-queries.ts";
import { personOf } from "./identity-store.ts";
import type { PeopleQuery, PersonWire } from "./people-contract.ts";
import { DOING } from "./right-words.ts";
import { permission } from "./rights.ts";
import { assignableTo, mayAssign } from "./role-policy.ts";

type PersonOut = z.input<typeof PersonWire>;

function peopleInSight(tx: Tx) {
  return tx
    .selectFrom("person")
    .innerJoin("organisation", "organisation.id", "person.organisation_id")
    .select(["person.id", "person.name", "person.email", "person.side", "person.state", "person.locale"])
    .select(["person.organisation_id", "person.partner_id", "organisation.display_name as organisation_name"]);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof peopleInSight>["executeTakeFirstOrThrow"]>>;

/** People with their roles: those of the own organisation for a partner, all for who manages people at the vendor. */
export async function listPeople(
  tx: Tx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  list: z.output<typeof PeopleQuery>,
  programNames: ProgramNames,
): Promise<Page<PersonOut>> {
  enforce(permission(actor, "person.view", DOING["person.view"]));
  const found = await page(narrowed(peopleInSight(tx), list), {
    sorts: {
      name: { by: sql`lower(person.name)`, type: "text" },
      organisation: { by: sql`lower(organisation.display_name)`, type: "text" },
    },
    defaultSort: "name",
    idRef: sql`person.id`,
    list,
  });
  return { items: await peopleOut(tx, { actor, now }, found.items, programNames), nextCursor: found.nextCursor };
}

/** One person with the roles held now; 404 outside what the actor sees. */
export async function showPerson(
  tx: Tx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  id: string,
  programNames: ProgramNames,
): Promise<PersonOut> {
  const row = await peopleInSight(tx).where("person.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("person");
  enforce(permission(actor, "person.view", DOING["person.view"]));
  const [shown] = await peopleOut(tx, { actor, now }, [row], programNames);
  if (!shown) throw notFound("person");
  return shown;
}

function narrowed(
  query: SelectQueryBuilder<DB, "person" | "organisation", PersonRow>,
  { q, organisation, side }: z.output<typeof PeopleQuery>,
) {
  let found = query;
  if (organisation !== undefined) found = found.where("person.organisation_id", "=", organisation);
  if (side !== undefined) found = found.where("person.side", "=", side);
  if (q !== undefined) {
    found = found.where((where) =>
      where.or([where("person.name", "ilike", containing(q)), where("person.email", "ilike", containing(q))]),
    );
  }
  return found;
}

async function peopleOut(
  tx: Tx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  rows: readonly PersonRow[],
  programNames: ProgramNames,
): Promise<PersonOut[]> {
  const ids = rows.map(({ id }) => id);
  const held = await rolesHeld(tx, ids, now, programNames);
  return rows.map((row) => {
    const person = personOf(row);
    const assignable = assignableTo(actor, person);
    return {
      id: idText("person", row.id),
      name: row.name,
      email: row.email,
      side: person.side,
      organisation: { id: idText("organisation", row.organisation_id), name: row.organisation_name },
      state: person.state,
      roles: (held.get(row.id) ?? []).map(({ shown, scope }) => ({
        ...shown,
        abilities: { revoke: mayAssign(actor, person, shown.role, scope) },
      })),
      assignable: [...assignable.roles],
      abilities: { grantRole: assignable.permission },
    };
  });
}
