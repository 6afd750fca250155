import { enforce, invalid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, listOf, type RouteDeclaration, route } from "../platform/http/index.ts";
import { grantRole } from "./grant-role.ts";
import type { ProgramNames } from "./held-roles.ts";
import { lockGrant, lockPerson } from "./identity-store.ts";
import { GrantRoleBody, PeopleQuery, PersonWire } from "./people-contract.ts";
import { listPeople, showPerson } from "./people-queries.ts";
import { revokeRole } from "./revoke-role.ts";
import { DOING } from "./right-words.ts";
import { permission } from "./rights.ts";

/** What the composition root knows of programs, which are a later slice. */
export interface PeopleRouteDeps {
  readonly programNames: ProgramNames;
  /** The id of the program with this code; undefined when there is none. */
  readonly programId: (tx: Tx, code: string) => Promise<string | undefined>;
}

const tag = "people";

/** Who may do what, and giving and taking it (rulebook 2.3, row 1). */
export const peopleRoutes = ({ programNames, programId }: PeopleRouteDeps): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/people",
    tag,
    summary: "Lists people with the roles they hold now",
    query: PeopleQuery,
    response: listOf(PersonWire),
    handle: ({ tx, actor, now, query }) => listPeople(tx, { actor, now }, query, programNames),
  }),
  route({
    method: "GET",
    url: "/people/:id",
    tag,
    summary: "Shows a person with the roles held now",
    params: idParams("person"),
    response: PersonWire,
    handle: ({ tx, actor, now, params: { id } }) => showPerson(tx, { actor, now }, id, programNames),
  }),
  route({
    method: "POST",
    url: "/people/:id/roles",
    tag,
    summary: "Gives a person a role for a program and a location; it holds from the next request on",
    params: idParams("person"),
    body: GrantRoleBody,
    status: 201,
    response: PersonWire,
    handle: async ({ tx, actor, now, params: { id }, body }) => {
      await lockPerson(tx, id);
      enforce(permission(actor, "role.assign", DOING["role.assign"]));
      const { role, program = null, location = null } = body();
      const known = program === null ? null : await programId(tx, program);
      if (known === undefined) {
        const message = "There is no such program.";
        throw invalid("unknown-program", message, [{ field: "program", code: "unknown-program", message }]);
      }
      await grantRole(tx, { actor, now }, { personId: id, role, programId: known, locationId: location });
      return showPerson(tx, { actor, now }, id, programNames);
    },
  }),
  route({
    method: "POST",
    url: "/role-grants/:id/revocation",
    tag,
    summary: "Takes a role; it is gone at the next request",
    params: idParams("grant"),
    response: PersonWire,
    handle: async ({ tx, actor, now, params: { id } }) => {
      const { personId } = await lockGrant(tx, id);
      await revokeRole(tx, { actor, now }, id);
      return showPerson(tx, { actor, now }, personId, programNames);
    },
  }),
];
