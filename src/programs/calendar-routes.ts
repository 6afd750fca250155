import { notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { deadline } from "./deadline.ts";
import { editionAt } from "./edition-queries.ts";
import { DeadlineResource, deadlineQuery, deadlineWire } from "./program-contract.ts";
import { programByCode } from "./program-queries.ts";

/** The zone of a deadline that belongs to no program: that of the example editions (rulebook 5.1). */
export const DEFAULT_ZONE = "America/Los_Angeles";

/** Counting days as the program counts them. */
export const calendarRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/calendar/deadline",
    tag: "calendar",
    summary: "Counts business or calendar days from a time to the end of the due day",
    query: deadlineQuery,
    response: DeadlineResource,
    handle: async ({ tx, now, query }) => {
      const zone = query.program === undefined ? DEFAULT_ZONE : await zoneOf(tx, query.program, now);
      return deadlineWire(
        deadline({ from: query.from, days: query.days, kind: query.kind, market: query.market, zone }),
      );
    },
  }),
];

async function zoneOf(tx: Tx, code: string, now: Date): Promise<string> {
  const program = await programByCode(tx, code);
  if (!program) throw notFound("program");
  return (await editionAt(tx, program.id, now))?.document.timeZone ?? DEFAULT_ZONE;
}
