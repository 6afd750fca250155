import { contactsFor } from "../identity/index.ts";
import { dateIn, notFound } from "../kernel/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { editionAt, editionInForce, publishedEditions } from "./edition-queries.ts";
import { programGuide } from "./guide/guide.ts";
import { ContactList, GuideResource, guideQuery } from "./guide/guide-contract.ts";
import { programParams } from "./program-contract.ts";
import { programByCode } from "./program-queries.ts";

/** How a program works, in codes and facts. Everybody who is signed in may read it: rules are no secret (rulebook 2.3). */
export const guideRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/programs/:code/guide",
    tag: "programs",
    summary: "Tells how a program works, generated from the edition in force on a day",
    params: programParams,
    query: guideQuery,
    response: GuideResource,
    handle: async ({ tx, now, params, query }) => {
      const program = await programByCode(tx, params.code);
      if (!program) throw notFound("program");
      const edition =
        query.on === undefined ? await editionAt(tx, program.id, now) : await editionInForce(tx, program.id, query.on);
      if (!edition) throw notFound("edition");
      const on = query.on ?? dateIn(edition.document.timeZone, now);
      return programGuide(edition, await publishedEditions(tx, program.id), { on, now, market: query.market });
    },
  }),
  route({
    method: "GET",
    url: "/programs/:code/contacts",
    tag: "programs",
    summary: "Names whom to ask about a program, as far as the reader may know them",
    params: programParams,
    response: ContactList,
    handle: async ({ tx, actor, now, params }) => {
      const program = await programByCode(tx, params.code);
      if (!program) throw notFound("program");
      const contacts = await contactsFor(tx, actor, program.id, now);
      return { items: contacts.map(({ side, role, people }) => ({ side, role, people: [...people] })) };
    },
  }),
];
