import { sql } from "kysely";
import { inScopes, personNames, scopesOf } from "../identity/index.ts";
import { type Actor, idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { AskedPublication } from "./overview-contract.ts";

/** Publications that wait for the actor: of programs that the actor maintains, asked for by somebody else. */
export async function askedPublications(tx: Tx, actor: Actor): Promise<AskedPublication[]> {
  const scopes = scopesOf(actor, "program.maintain");
  if (actor.side !== "vendor" || scopes.length === 0) return [];
  const rows = await tx
    .selectFrom("program_edition as edition")
    .innerJoin("program", "program.id", "edition.program_id")
    .select([
      "edition.id",
      "program.code",
      "program.name",
      "edition.program_year",
      "edition.version",
      "edition.requested_by",
      "edition.requested_at",
      "edition.requested_effective_on",
    ])
    .where("edition.status", "=", "publication_requested")
    .where("edition.requested_by", "!=", actor.personId)
    .where(inScopes(scopes, { program: sql.ref("edition.program_id") }))
    .orderBy("edition.requested_at")
    .limit(MOST)
    .execute();
  const names = await personNames(
    tx,
    rows.flatMap((row) => row.requested_by ?? []),
  );
  return rows.flatMap((row) =>
    row.requested_by === null || row.requested_at === null || row.requested_effective_on === null
      ? []
      : [
          {
            edition: idText("edition", row.id),
            program: row.code,
            programName: row.name,
            programYear: row.program_year,
            version: row.version,
            effectiveOn: row.requested_effective_on,
            askedBy: names.get(row.requested_by) ?? "",
            askedAt: row.requested_at.toISOString(),
          },
        ],
  );
}

/** How many are named; more wait nowhere. */
const MOST = 20;
