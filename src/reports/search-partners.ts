import { sql } from "kysely";
import { mayAnywhere } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import { type Hit, holdsWords, inLine, rankOf, type SearchSource } from "./search-source.ts";

/** Partner organisations by either name, for the vendor: a partner has nothing to find here but itself. */
export const searchPartners: SearchSource = {
  kind: "partner",
  find: async (tx, actor, needle, most) => {
    if (actor.side === "partner" || !mayAnywhere(actor, "partner.view")) return [];
    const rows = await tx
      .selectFrom("organisation")
      .select(["id", "display_name", "legal_name", "country"])
      .select(rankOf(needle, { name: sql.ref("display_name") }).as("rank"))
      .where("kind", "=", "partner")
      .where(holdsWords(needle, [sql.ref("display_name"), sql.ref("legal_name")]))
      .orderBy("rank")
      .orderBy("display_name")
      .limit(most)
      .execute();
    return rows.map((row): Hit => {
      const id = idText("organisation", row.id);
      const legal = row.legal_name === row.display_name ? null : row.legal_name;
      const subtitle = inLine(legal, row.country);
      return { rank: row.rank, kind: "partner", id, title: row.display_name, subtitle, link: `/claims?partner=${id}` };
    });
  },
};
