import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import pg from "pg";
import type { Actor } from "../../kernel/index.ts";
import type { Db, Tx } from "./database.ts";
import type { DB } from "./schema.gen.ts";

/** SQLSTATE in_failed_sql_transaction. */
const FAILED_BEFORE = "25P02";

/**
 * Runs `work` in one transaction on behalf of the actor: row-level security sees side, organisation and person.
 * Commits when `work` resolves, rolls everything back when it throws.
 *
 * Statements that `work` asks side by side (`Promise.all`) are sent together and answered in their order; the beginning of the
 * transaction goes with the first of them. Nothing may be asked after the end.
 *
 * @throws what `work` throws, or the database's error when one of its statements failed without `work` waiting for it.
 */
export function inTransaction<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, `begin; ${settingsOf(actor)}`, work, commit);
}

/**
 * Runs `work` in a transaction that writes nothing: the database refuses what would. Its result is there as soon as `work` has it,
 * since nothing depends on the end of such a transaction.
 */
export function inReading<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, `begin read only; ${settingsOf(actor)}`, work, async (connection) => {
    // Whoever gets the connection next is answered after this.
    connection.executeQuery(CompiledQuery.raw("commit")).catch(() => undefined);
  });
}

async function transact<T>(
  db: Db,
  beginning: string,
  work: (tx: Tx) => Promise<T>,
  end: (connection: DatabaseConnection) => Promise<void>,
): Promise<T> {
  return db.getExecutor().provideConnection(async (connection) => {
    const held = hold(db, connection);
    const begun = connection.executeQuery(CompiledQuery.raw(beginning));
    try {
      // Both are awaited at once, so that the failure of neither is left without a listener.
      const [result] = await Promise.all([work(held.tx), begun]);
      await end(connection);
      return result;
    } catch (error) {
      // A connection that is gone has rolled back already, and its first error says why.
      await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
      throw error;
    } finally {
      held.letGo();
    }
  });
}

/** Sent in one text with the beginning: a transaction that does not know its actor must not exist for a moment. */
function settingsOf({ side, organisationId, personId }: Actor): string {
  const set = (name: string, value: string): string => `set local app.${name} = ${pg.escapeLiteral(value)}`;
  return [set("side", side), set("organisation", organisationId), set("person", personId)].join("; ");
}

/** PostgreSQL answers a COMMIT with ROLLBACK when a statement had failed and nobody had noticed. */
async function commit(connection: DatabaseConnection): Promise<void> {
  const { rows } = await connection.executeQuery<{ command: string }>(CompiledQuery.raw("commit"));
  if (rows[0]?.command !== "COMMIT")
    throw new Error("a statement failed before the commit, and its failure was ignored");
}

/** The query builder on one connection. Unlike its own transactions it does not make statements wait for one another. */
function hold(db: Db, connection: DatabaseConnection): { readonly tx: Tx; readonly letGo: () => void } {
  let isHeld = true;
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consumer) => {
      if (!isHeld) throw new Error("the transaction has ended");
      return consumer(connection).catch(reasonFirst);
    },
  });
  const tx = new Kysely<DB>({
    config: { dialect: NO_DIALECT },
    dialect: NO_DIALECT,
    driver: new DummyDriver(),
    executor,
  });
  return {
    tx: tx as Tx,
    letGo: () => {
      isHeld = false;
    },
  };
}

/**
 * After a statement has failed, PostgreSQL refuses those sent with it. Whoever waits for all of them must hear of the failure itself,
 * however many hands it passes through: the refusals wait until it has arrived.
 */
async function reasonFirst(error: unknown): Promise<never> {
  if (error instanceof pg.DatabaseError && error.code === FAILED_BEFORE) await new Promise(setImmediate);
  throw error;
}

/** There is no transaction within a transaction here: the connection comes from the executor alone. */
const NO_DIALECT: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
