import { enforce, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { type Program, programByCode, programParams } from "../programs/index.ts";
import { AccessRequestWire, AskForAccessBody, WhyNotQuery, WhyNotWire } from "./access-contract.ts";
import { askForAccess, mayAsk } from "./ask-for-access.ts";
import { showAccessRequest } from "./show-access-request.ts";
import { whyNot } from "./why-not.ts";

const tag = "enrollments";

/** Why somebody cannot see something, and asking for the rights. */
export const accessRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/programs/:code/access",
    tag,
    summary: "What the person may do in a program at a location, what is in the way, and who can help",
    params: programParams,
    query: WhyNotQuery,
    response: WhyNotWire,
    handle: async ({ tx, actor, now, params: { code }, query }) =>
      whyNot(tx, actor, await known(tx, code), query.location, now),
  }),
  route({
    method: "POST",
    url: "/programs/:code/access-requests",
    tag,
    summary: "Asks those who give roles for the rights that are missing",
    params: programParams,
    body: AskForAccessBody,
    status: 201,
    response: AccessRequestWire,
    handle: async ({ tx, actor, now, params: { code }, body }) => {
      const program = await known(tx, code);
      enforce(mayAsk(actor));
      const { location = null, note = null } = body();
      const id = await askForAccess(tx, { actor, now }, { program, locationId: location }, note);
      return showAccessRequest(tx, actor, id, now);
    },
  }),
  route({
    method: "GET",
    url: "/access-requests/:id",
    tag,
    summary: "A request for rights, for who asked and who can give them",
    params: idParams("accessRequest"),
    response: AccessRequestWire,
    handle: ({ tx, actor, now, params: { id } }) => showAccessRequest(tx, actor, id, now),
  }),
];

async function known(tx: Tx, code: string): Promise<Program> {
  const program = await programByCode(tx, code);
  if (!program) throw notFound("program");
  return program;
}
