import { sql } from "kysely";
import type { Canonical } from "../../kernel/index.ts";
import type { Tx } from "../database/index.ts";

/** Puts one job on a queue inside the transaction: it exists exactly when the change that asked for it does. */
export async function enqueue(tx: Tx, queue: string, data: { readonly [key: string]: Canonical }): Promise<void> {
  await sql`select enqueue_job(${queue}, ${JSON.stringify(data)}::jsonb)`.execute(tx);
}
