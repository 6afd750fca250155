import pg from "pg";
import { superuserUrl } from "./victims.ts";

/** How often each claim stands in the books as submitted. */
export interface Submitted {
  readonly claim: string;
  readonly status: string;
  readonly round: number;
  readonly entries: number;
  readonly decisions: number;
  readonly events: number;
}

/** What the database holds of these claims (UUIDs), read past every wall. */
export async function readSubmitted(dataDir: string, claims: readonly string[]): Promise<Submitted[]> {
  return ask<Submitted>(
    dataDir,
    `select c.id::text as claim, c.status, c.round,
            (select count(*) from ledger_entry e where e.source_id = c.id and e.template = 'reserve')::integer as entries,
            (select count(*) from claim_decision d where d.claim_id = c.id and d.verb = 'submit')::integer as decisions,
            (select count(*) from event v where v.subject_id = c.id and v.type = 'claim.submitted')::integer as events
       from claim c where c.id = any ($1)`,
    [claims],
  );
}

/** Jobs that were given up. */
export async function countDead(dataDir: string): Promise<number> {
  const [row] = await ask<{ dead: number }>(
    dataDir,
    "select count(*)::integer as dead from pgboss.job where name = 'dead'",
    [],
  );
  return row?.dead ?? 0;
}

/** Events whose job is not done yet. */
export async function countUndone(dataDir: string): Promise<number> {
  const [row] = await ask<{ undone: number }>(
    dataDir,
    "select count(*)::integer as undone from pgboss.job where name = 'event' and state in ('created', 'retry', 'active')",
    [],
  );
  return row?.undone ?? 0;
}

async function ask<T extends pg.QueryResultRow>(dataDir: string, question: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client(superuserUrl(dataDir));
  await client.connect();
  try {
    return (await client.query<T>(question, values)).rows;
  } finally {
    await client.end();
  }
}
