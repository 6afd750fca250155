import type pg from "pg";
import { OperatorError } from "../operator-error.ts";
import { sqlName, type Table } from "./database-shape.ts";

interface Policy {
  readonly permissive: boolean;
  readonly condition: string | null;
}

/**
 * Refuses to go on when row-level security could hide a row: a backup must be whole or not be at all. The policies of each
 * table are asked about a row without any value; only what looks at who acts, and not at the row, can let that through.
 *
 * @param client the owner, who has said that it backs up (`app.side`).
 * @throws OperatorError that names the table.
 */
export async function refuseHiddenRows(client: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const { rows: policies } = await client.query<Policy>(
      `select p.polpermissive as permissive, pg_get_expr(p.polqual, p.polrelid) as condition
         from pg_policy p join pg_class c on c.oid = p.polrelid
        where p.polrelid = $1::regclass and c.relrowsecurity and p.polcmd in ('r', '*')
          and (p.polroles = '{0}' or p.polroles @> array[current_user::regrole::oid])`,
      [sqlName(table)],
    );
    const { rows } = await client.query<{ secured: boolean }>(
      "select relrowsecurity and relforcerowsecurity as secured from pg_class where oid = $1::regclass",
      [sqlName(table)],
    );
    if (rows[0]?.secured !== true) continue;
    let [permitted, restricted] = [false, false];
    for (const policy of policies) {
      const isOpen = await letsThrough(client, table, policy);
      permitted ||= policy.permissive && isOpen;
      restricted ||= !policy.permissive && !isOpen;
    }
    if (permitted && !restricted) continue;
    throw new OperatorError(
      `Row-level security may hide rows of ${sqlName(table)} from the backup, which could then lack some.\n` +
        "Run fundproof migrate with the version that serves; it opens every table for backups. Then try again.",
    );
  }
}

async function letsThrough(client: pg.Client, table: Table, { condition }: Policy): Promise<boolean> {
  if (condition === null) return true;
  const { rows } = await client.query<{ open: boolean }>(
    `select coalesce((${condition}), false) as open from (select (null::${sqlName(table)}).*) as row_without_values`,
  );
  return rows[0]?.open === true;
}
