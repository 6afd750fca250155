import { type RawBuilder, sql } from "kysely";
import type { Canonical } from "../../kernel/index.ts";
import type { Tx } from "../database/index.ts";

/** The call that puts one job on a queue, as a part of a larger statement. */
export function enqueueing(queue: string, data: { readonly [key: string]: Canonical }): RawBuilder<null> {
  return sql<null>`enqueue_job(${queue}, ${JSON.stringify(data)}::jsonb)`;
}

/** Puts one job on a queue inside the transaction: it exists exactly when the change that asked for it does. */
export async function enqueue(tx: Tx, queue: string, data: { readonly [key: string]: Canonical }): Promise<void> {
  await sql`select ${enqueueing(queue, data)}`.execute(tx);
}
