import { sql } from "kysely";
import { inScopes, scopesOf } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import { type Hit, holdsWords, inLine, rankOf, type SearchSource } from "./search-source.ts";

/** Locations by name, city or PartnerID. */
export const searchLocations: SearchSource = {
  kind: "location",
  find: async (tx, actor, needle, most) => {
    const rows = await tx
      .selectFrom("location")
      .innerJoin("organisation", "organisation.id", "location.partner_id")
      .select(["location.id", "location.name", "location.partner_number", "location.city", "location.country"])
      .select(["organisation.display_name as partner_name"])
      .select(rankOf(needle, { number: sql.ref("location.partner_number"), name: sql.ref("location.name") }).as("rank"))
      .where(inScopes(scopesOf(actor, "partner.view"), { location: sql.ref("location.id") }))
      .where(
        holdsWords(needle, [
          sql.ref("location.name"),
          sql.ref("location.partner_number"),
          sql.ref("location.city"),
          sql.ref("organisation.display_name"),
        ]),
      )
      .orderBy("rank")
      .orderBy("location.name")
      .limit(most)
      .execute();
    return rows.map((row): Hit => {
      const id = idText("location", row.id);
      const subtitle = inLine(actor.side === "partner" ? null : row.partner_name, row.city, row.country);
      const number = row.partner_number;
      return {
        rank: row.rank,
        kind: "location",
        id,
        number,
        title: row.name,
        subtitle,
        link: `/claims?location=${id}`,
      };
    });
  },
};
