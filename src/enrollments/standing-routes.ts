import { notFound } from "../kernel/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { programByCode, programParams } from "../programs/index.ts";
import { StandingList, StandingQuery } from "./standing-contract.ts";
import { listStandings } from "./standing-queries.ts";

/** How locations stand to a program: what a partner may join, and whom the vendor may invite. */
export const standingRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/programs/:code/standings",
    tag: "enrollments",
    summary: "How each location in sight stands to a program in its present year, with what it does not meet",
    params: programParams,
    query: StandingQuery,
    response: StandingList,
    handle: async ({ tx, actor, now, params: { code }, query }) => {
      const program = await programByCode(tx, code);
      if (!program) throw notFound("program");
      return listStandings(tx, actor, program.id, query, now);
    },
  }),
];
