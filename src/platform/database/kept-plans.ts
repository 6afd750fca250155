import { createHash } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

/** How many statements may be named; each takes memory in each connection's server process. */
const MOST_NAMES = 400;

/**
 * A pool for the query builder whose connections let PostgreSQL keep the plans of statements that come again. With row-level
 * security the planning of a short statement takes longer than its run: kept plans halve the time of most requests (docs/figures.md).
 * A text is named when it comes a second time, as long as there are names left, so that lists with a rare choice of filters take none.
 */
export function keepingPlans(pool: pg.Pool): PostgresPool {
  const nameOf = namesOfStatements(MOST_NAMES);
  // The query builder knows a connection again by its object.
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? naming(client, nameOf);
      wrapped.set(client, known);
      return known;
    },
  };
}

/** Gives names to texts that come a second time, up to `most` of them; undefined for all others. */
export function namesOfStatements(most: number): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const seenOnce = new Set<string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= most) return name;
    if (!seenOnce.has(text)) {
      // Texts that never come back must not fill the memory.
      if (seenOnce.size >= most * 10) seenOnce.clear();
      seenOnce.add(text);
      return undefined;
    }
    seenOnce.delete(text);
    const made = `kept_${createHash("sha256").update(text).digest("hex").slice(0, 40)}`;
    names.set(text, made);
    return made;
  };
}

function naming(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new TypeError("cursors are not used here: read in pages by key");
    const name = parameters.length === 0 ? undefined : nameOf(text);
    return client.query({ text, values: [...parameters], ...(name === undefined ? {} : { name }) });
  }
  return { query, release: (destroy) => client.release(destroy) };
}
