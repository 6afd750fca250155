import { notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { type DeadlineStart, deadline } from "./deadline.ts";
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
      const { from, days, kind, market, program } = query;
      const rules = program === undefined ? { zone: DEFAULT_ZONE } : await rulesOf(tx, program, now);
      return deadlineWire(deadline({ from, days, kind, market, ...rules }));
    },
  }),
];

/** The zone of a program's edition in force, and what it changes about business days. */
async function rulesOf(tx: Tx, code: string, now: Date): Promise<Pick<DeadlineStart, "zone" | "calendar">> {
  const program = await programByCode(tx, code);
  if (!program) throw notFound("program");
  const document = (await editionAt(tx, program.id, now))?.document;
  return { zone: document?.timeZone ?? DEFAULT_ZONE, calendar: document?.calendar };
}
