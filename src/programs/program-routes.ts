import { dateIn, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { listQuery, type RouteDeclaration, route } from "../platform/http/index.ts";
import { catalogueOf } from "./edition.ts";
import { editionAt, editionInForce, editionOfYear, publishedEditions } from "./edition-queries.ts";
import type { Program } from "./program.ts";
import {
  ActivityTypeList,
  EditionList,
  EditionResource,
  editionParams,
  editionSummaryWire,
  editionWire,
  onQuery,
  ProgramList,
  ProgramResource,
  programParams,
  programWire,
  WindowList,
} from "./program-contract.ts";
import {
  EDITION_SORTS,
  listEditions,
  listPrograms,
  PROGRAM_SORTS,
  programByCode,
  rulesVersion,
} from "./program-queries.ts";
import { startProgramRoutes } from "./start-program-routes.ts";
import { inOrder, windowsInForce, windowsOn } from "./windows.ts";

const tag = "programs";
const QUARTER_HOUR = 900_000;

/** Reading programs and their rules. Everybody who is signed in may: rules are no secret (rulebook 2.3). */
export const programRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/programs",
    tag,
    summary: "Lists the programs with what their edition in force says",
    query: listQuery(Object.keys(PROGRAM_SORTS), {}),
    response: ProgramList,
    handle: async ({ tx, now, query }) => {
      const page = await listPrograms(tx, query);
      const items = [];
      for (const program of page.items) items.push(programWire(program, await editionAt(tx, program.id, now)));
      return { items, nextCursor: page.nextCursor };
    },
  }),
  route({
    method: "GET",
    url: "/programs/:code",
    tag,
    summary: "Shows a program",
    params: programParams,
    response: ProgramResource,
    handle: async ({ tx, now, params }) => {
      const program = await known(tx, params.code);
      return programWire(program, await editionAt(tx, program.id, now));
    },
  }),
  route({
    method: "GET",
    url: "/programs/:code/editions",
    tag,
    summary: "Lists the editions of a program, newest first",
    params: programParams,
    query: listQuery(Object.keys(EDITION_SORTS), {}),
    response: EditionList,
    handle: async ({ tx, params, query }) => {
      const page = await listEditions(tx, (await known(tx, params.code)).id, query);
      return { items: page.items.map(editionSummaryWire), nextCursor: page.nextCursor };
    },
  }),
  route({
    method: "GET",
    url: "/programs/:code/editions/:programYear",
    tag,
    summary: "Shows the whole document of an edition",
    params: editionParams,
    response: EditionResource,
    handle: async ({ tx, now, params }) => {
      const { id } = await known(tx, params.code);
      const edition = await editionOfYear(tx, id, params.programYear, dateIn("UTC", now));
      if (!edition) throw notFound("edition");
      return editionWire(edition);
    },
  }),
  ...calendarOfProgram(),
  ...startProgramRoutes(),
];

function calendarOfProgram(): RouteDeclaration[] {
  return [
    route({
      method: "GET",
      url: "/programs/:code/windows",
      tag,
      summary: "Lists earning, usage and claiming of all published editions",
      params: programParams,
      query: onQuery,
      response: WindowList,
      remembered: async ({ db, params, query }) => {
        const rules = await rulesVersion(db, params.code);
        return rules && `${rules} ${query.on ?? ""}`;
      },
      handle: async ({ tx, params, query }) => {
        const editions = await publishedEditions(tx, (await known(tx, params.code)).id);
        const windows = inOrder(windowsInForce(editions).map(({ window }) => window));
        return { items: [...(query.on === undefined ? windows : windowsOn(windows, query.on))] };
      },
    }),
    route({
      method: "GET",
      url: "/programs/:code/activity-types",
      tag,
      summary: "Shows the activity catalogue of the edition in force",
      params: programParams,
      query: onQuery,
      response: ActivityTypeList,
      remembered: async ({ db, now, params, query }) => {
        const rules = await rulesVersion(db, params.code);
        // A day begins at a quarter of an hour, in every zone: until then the same version is in force.
        return rules && `${rules} ${query.on ?? `at ${Math.floor(now.getTime() / QUARTER_HOUR)}`}`;
      },
      handle: async ({ tx, now, params, query }) => {
        const { id } = await known(tx, params.code);
        const edition = query.on === undefined ? await editionAt(tx, id, now) : await editionInForce(tx, id, query.on);
        return { items: edition ? [...catalogueOf(edition.document)] : [] };
      },
    }),
  ];
}

async function known(tx: Tx, code: string): Promise<Program> {
  const program = await programByCode(tx, code);
  if (!program) throw notFound("program");
  return program;
}
