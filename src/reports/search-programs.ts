import { sql } from "kysely";
import { mayAnywhere } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import { type Hit, holdsWords, rankOf, type SearchSource } from "./search-source.ts";

/** Programs by code or name. Everybody may read what a program is. */
export const searchPrograms: SearchSource = {
  kind: "program",
  find: async (tx, actor, needle, most) => {
    if (!mayAnywhere(actor, "program.view")) return [];
    const rows = await tx
      .selectFrom("program")
      .select(["id", "code", "name"])
      .select(rankOf(needle, { number: sql.ref("code"), name: sql.ref("name") }).as("rank"))
      .where(holdsWords(needle, [sql.ref("code"), sql.ref("name")]))
      .orderBy("rank")
      .orderBy("name")
      .limit(most)
      .execute();
    return rows.map(
      ({ id, code, name, rank }): Hit => ({
        rank,
        kind: "program",
        id: idText("program", id),
        title: name,
        subtitle: code,
        link: `/programs/${code}`,
      }),
    );
  },
};
