import { sql } from "kysely";
import { inScopes, scopesOf } from "../identity/index.ts";
import { faceFor, idText } from "../kernel/index.ts";
import { PLAN_LIFECYCLE, type PlanStatus } from "../plans/index.ts";
import { type Hit, holdsWords, inLine, rankOf, type SearchSource } from "./search-source.ts";

/** Plans by number or name. */
export const searchPlans: SearchSource = {
  kind: "plan",
  find: async (tx, actor, needle, most) => {
    const rows = await tx
      .selectFrom("plan")
      .innerJoin("program", "program.id", "plan.program_id")
      .innerJoin("location", "location.id", "plan.location_id")
      .innerJoin("organisation", "organisation.id", "plan.partner_id")
      .select(["plan.id", "plan.number", "plan.name", "plan.status", "plan.period"])
      .select(["program.name as program_name", "location.name as location_name"])
      .select(["organisation.display_name as partner_name"])
      .select(rankOf(needle, { number: sql.ref("plan.number"), name: sql.ref("plan.name") }).as("rank"))
      .where(
        inScopes(scopesOf(actor, "plan.view"), {
          program: sql.ref("plan.program_id"),
          location: sql.ref("plan.location_id"),
        }),
      )
      .where(holdsWords(needle, [sql.ref("plan.number"), sql.ref("plan.name")]))
      .orderBy("rank")
      .orderBy("plan.updated_at", "desc")
      .limit(most)
      .execute();
    return rows.map(
      (row): Hit => ({
        rank: row.rank,
        kind: "plan",
        id: idText("plan", row.id),
        number: row.number,
        title: row.name,
        subtitle: inLine(
          actor.side === "partner" ? null : row.partner_name,
          row.location_name,
          row.program_name,
          row.period,
        ),
        face: faceFor(actor, PLAN_LIFECYCLE.statuses[row.status as PlanStatus]), // the database checks the status
        link: `/plans/${idText("plan", row.id)}`,
      }),
    );
  },
};
