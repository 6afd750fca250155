import type pg from "pg";

const POLICY = "owner_backs_up";

/**
 * Lets the owner read every row of every table while it backs up, and only then (`app.side = 'backup'`). Row-level security is
 * forced, so it binds the owner too, and the rows of some tables are shown to nobody but one person. Done after each
 * migration, so that no table can be forgotten; the application's own login gains nothing by it.
 *
 * @param client login fundproof_owner.
 */
export async function openForBackup(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
      where c.relkind in ('r', 'p') and c.relforcerowsecurity and pg_get_userbyid(c.relowner) = current_user
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $1)`,
    [POLICY],
  );
  for (const { name } of rows) {
    await client.query(
      `create policy ${POLICY} on ${name} for select to current_user using (public.app_side() = 'backup')`,
    );
  }
}
