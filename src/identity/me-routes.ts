import { z } from "zod";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { editMe } from "./edit-me.ts";
import type { ProgramNames } from "./held-roles.ts";
import { AccessWire, EditMeBody, MeWire } from "./identity-contract.ts";
import { type ProgramCodes, showMe } from "./me.ts";
import { myAccess } from "./my-access.ts";
import { EditViewBody, NewViewBody, ViewList, ViewQuery, ViewWire } from "./saved-view-contract.ts";
import { changeView, dropView, keepView, listViews, showView } from "./saved-views.ts";

/** What the composition root knows of programs, which are a later slice. */
export interface MeRouteDeps {
  readonly programCodes: ProgramCodes;
  readonly programNames: ProgramNames;
}

const tag = "me";

/** What is the person's own. Everybody has it, so no right is asked for. */
export const meRoutes = (deps: MeRouteDeps): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/me",
    tag,
    summary: "The signed-in person, with roles, settings and abilities",
    response: MeWire,
    handle: ({ tx, actor }) => showMe(tx, actor, deps.programCodes),
  }),
  route({
    method: "PATCH",
    url: "/me",
    tag,
    summary: "Changes the own name and how the program speaks to the person",
    body: EditMeBody,
    response: MeWire,
    handle: async ({ tx, actor, now, seen, body }) => {
      await editMe(tx, { actor, now, seen }, body);
      return showMe(tx, actor, deps.programCodes);
    },
  }),
  route({
    method: "GET",
    url: "/me/access",
    tag,
    summary: "What the person may do, where, and who can give more",
    response: AccessWire,
    handle: ({ tx, actor, now }) => myAccess(tx, actor, now, deps.programNames),
  }),
  ...viewRoutes(),
];

function viewRoutes(): RouteDeclaration[] {
  const params = idParams("view");
  return [
    route({
      method: "GET",
      url: "/me/views",
      tag,
      summary: "The person's saved views of lists",
      query: ViewQuery,
      response: ViewList,
      handle: async ({ tx, actor, query }) => ({ items: await listViews(tx, actor, query.list) }),
    }),
    route({
      method: "POST",
      url: "/me/views",
      tag,
      summary: "Keeps filter, order and columns of a list under a name",
      body: NewViewBody,
      status: 201,
      response: ViewWire,
      handle: async ({ tx, actor, now, body }) => showView(tx, actor, await keepView(tx, { actor, now }, body)),
    }),
    route({
      method: "PATCH",
      url: "/me/views/:id",
      tag,
      summary: "Changes a saved view",
      params,
      body: EditViewBody,
      response: ViewWire,
      handle: async ({ tx, actor, now, seen, params: { id }, body }) => {
        await changeView(tx, { actor, now, seen }, id, body);
        return showView(tx, actor, id);
      },
    }),
    route({
      method: "DELETE",
      url: "/me/views/:id",
      tag,
      summary: "Forgets a saved view",
      params,
      status: 204,
      response: z.undefined(),
      handle: async ({ tx, actor, now, seen, params: { id } }) => {
        await dropView(tx, { actor, now, seen }, id);
        return undefined;
      },
    }),
  ];
}
