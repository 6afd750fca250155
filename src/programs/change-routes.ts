import { notFound } from "../kernel/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { diffParams, EditionDiff, ProgramChanges } from "./change-contract.ts";
import { diffEditions, programChanges } from "./diff-editions.ts";
import { programParams } from "./program-contract.ts";
import { programByCode } from "./program-queries.ts";

const tag = "editions";

/** What changed between versions, in words. */
export const changeRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/editions/:id/diff/:other",
    tag,
    summary: "What is different in the other version, in words and as facts, by subject",
    params: diffParams,
    response: EditionDiff,
    handle: ({ tx, actor, params: { id, other } }) => diffEditions(tx, actor, id, other),
  }),
  route({
    method: "GET",
    url: "/programs/:code/changes",
    tag,
    summary: "What changed for partners with each published version, newest first",
    params: programParams,
    response: ProgramChanges,
    handle: async ({ tx, params: { code } }) => {
      const program = await programByCode(tx, code);
      if (!program) throw notFound("program");
      return programChanges(tx, program.id);
    },
  }),
];
