import { sql } from "kysely";
import { inScopes, scopesOf } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import { type Hit, holdsWords, inLine, rankOf, type SearchSource } from "./search-source.ts";

/** Funds by location, PartnerID, partner, program and period; those that expire last come first. */
export const searchFunds: SearchSource = {
  kind: "fund",
  find: async (tx, actor, needle, most) => {
    const rows = await tx
      .selectFrom("fund")
      .innerJoin("program", "program.id", "fund.program_id")
      .innerJoin("location", "location.id", "fund.location_id")
      .innerJoin("organisation", "organisation.id", "fund.partner_id")
      .select(["fund.id", "fund.usage_period", "fund.currency"])
      .select(["program.name as program_name", "location.name as location_name"])
      .select(["organisation.display_name as partner_name"])
      .select(rankOf(needle, { name: sql.ref("location.name") }).as("rank"))
      .where(
        inScopes(scopesOf(actor, "fund.view"), {
          program: sql.ref("fund.program_id"),
          location: sql.ref("fund.location_id"),
        }),
      )
      .where(
        holdsWords(needle, [
          sql.ref("location.name"),
          sql.ref("location.partner_number"),
          sql.ref("organisation.display_name"),
          sql.ref("program.name"),
          sql.ref("fund.usage_period"),
        ]),
      )
      .orderBy("rank")
      .orderBy("fund.claim_to", "desc")
      .limit(most)
      .execute();
    return rows.map(
      (row): Hit => ({
        rank: row.rank,
        kind: "fund",
        id: idText("fund", row.id),
        title: inLine(row.location_name, row.usage_period),
        subtitle: inLine(actor.side === "partner" ? null : row.partner_name, row.program_name, row.currency),
        link: `/funds/${idText("fund", row.id)}`,
      }),
    );
  },
};
