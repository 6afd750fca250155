import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { keepingPlans } from "./kept-plans.ts";
import { OnePacketSocket } from "./one-packet-socket.ts";
import type { DB } from "./schema.gen.ts";

/** Entrance to the database. Outside `inTransaction` row-level security shows nothing through it. */
export type Db = Kysely<DB>;

declare const inside: unique symbol;

/** An open transaction that knows who acts. Only `inTransaction` makes one; writers and readers ask for it. */
export type Tx = Transaction<DB> & { readonly [inside]: true };

/** A database with what is needed to close it. */
export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const INT8 = 20;
const DATE = 1082;

/**
 * One plan for each statement, whatever the values: every statement here finds its rows by keys, and looking for a better
 * plan for the values at hand takes several times as long as the statement. Compiling plans takes longer still. And a plan that
 * goes through a whole table because there was little in it when it was made would be kept while the table grows.
 */
const PLANNING = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";

/** Reads bigint as bigint (never through a float) and dates as `2026-06-30` text. */
function exactTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, BigInt);
  types.setTypeParser(DATE, (text: string) => text);
  return types;
}

/** Opens a pool on the application login. `max` is the number of connections. */
export function createDatabase(
  url: string,
  options: { max?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types: exactTypes(),
    options: PLANNING,
    pipeline: true,
    stream: () => new OnePacketSocket(),
  });
  surviveLostConnections(pool, options.onError ?? (() => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) });
  return { db, pool, close: () => db.destroy() };
}

/**
 * Lets the program live on when connections break (the server was killed or restarted): the pool replaces them, and the
 * transaction that was open fails. Without listeners a broken connection ends the process: an idle one by way of the pool,
 * one that is in use between two statements by itself.
 */
export function surviveLostConnections(pool: pg.Pool, onError: (error: Error) => void): void {
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", () => undefined));
}
