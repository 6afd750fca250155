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

/**
 * SQLSTATE in_failed_sql_transaction and invalid_sql_statement_name: what the statements behind a failed one are refused with; the
 * latter where one would have used the plan of another that was refused.
 */
const FAILED_BEFORE: readonly (string | undefined)[] = ["25P02", "26000"];

/**
 * Runs `work` in one transaction on behalf of the actor: row-level security sees side, organisation and person.
 * Commits when `work` resolves, rolls everything back when it throws.
 *
 * Statements that `work` asks side by side (`Promise.all`) are sent together and answered in their order; the beginning of the
 * transaction goes with the first of them. Nothing may be asked after the end, nor by one branch after another has failed.
 *
 * @throws what `work` throws, or an error with the database's as its cause when a statement failed and `work` went on.
 */
export function inTransaction<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, `begin; ${settingsOf(actor)}`, work, commit);
}

/**
 * Runs `work` in a transaction that writes nothing: the database refuses what would. Its result is there as soon as `work` has it,
 * since nothing depends on the end of such a transaction.
 */
export function inReading<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, `begin read only; ${settingsOf(actor)}`, work, async ({ connection }) => {
    // Whoever gets the connection next is answered after this.
    connection.executeQuery(CompiledQuery.raw("commit")).catch(() => undefined);
  });
}

async function transact<T>(
  db: Db,
  beginning: string,
  work: (tx: Tx) => Promise<T>,
  end: (held: Held) => Promise<void>,
): Promise<T> {
  return db.getExecutor().provideConnection(async (connection) => {
    const held = hold(db, connection);
    const begun = connection.executeQuery(CompiledQuery.raw(beginning));
    // It is awaited below; until then its failure has a listener whatever happens.
    begun.catch(() => undefined);
    try {
      const [result] = await Promise.all([work(held.tx), begun]);
      // Before the end is sent: a statement behind it would be in no transaction.
      held.letGo();
      await end(held);
      return result;
    } catch (error) {
      held.letGo();
      // A connection that is gone has rolled back already, and its first error says why.
      await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
      throw error;
    }
  });
}

/** Sent in one text with the beginning: a transaction that does not know its actor must not exist for a moment. */
function settingsOf({ side, organisationId, personId }: Actor): string {
  const set = (name: string, value: string): string => `set local app.${name} = ${pg.escapeLiteral(value)}`;
  return [set("side", side), set("organisation", organisationId), set("person", personId)].join("; ");
}

/** PostgreSQL answers a COMMIT with ROLLBACK when a statement had failed and nobody had noticed. */
async function commit({ connection, firstFault }: Held): Promise<void> {
  const { rows } = await connection.executeQuery<{ command: string }>(CompiledQuery.raw("commit"));
  if (rows[0]?.command === "COMMIT") return;
  throw new Error("a statement failed before the commit, and its failure was ignored", { cause: firstFault() });
}

interface Held {
  readonly connection: DatabaseConnection;
  readonly tx: Tx;
  /** What the first statement that failed was refused with. */
  readonly firstFault: () => unknown;
  readonly letGo: () => void;
}

/** The query builder on one connection. Unlike its own transactions it does not make statements wait for one another. */
function hold(db: Db, connection: DatabaseConnection): Held {
  let isHeld = true;
  let fault: unknown;
  const noted = (error: unknown): Promise<never> => {
    fault ??= error;
    return reasonFirst(error);
  };
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consumer) => {
      if (!isHeld) throw new Error("the transaction has ended");
      return consumer(connection).catch(noted);
    },
  });
  const tx = new Kysely<DB>({
    config: { dialect: NO_DIALECT },
    dialect: NO_DIALECT,
    driver: new DummyDriver(),
    executor,
  });
  return {
    connection,
    tx: tx as Tx,
    firstFault: () => fault,
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
  if (error instanceof pg.DatabaseError && FAILED_BEFORE.includes(error.code)) await new Promise(setImmediate);
  throw error;
}

/** There is no transaction within a transaction here: the connection comes from the executor alone. */
const NO_DIALECT: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
