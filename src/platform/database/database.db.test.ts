import { sql } from "kysely";
import { expect, test } from "vitest";
import { useDatabase } from "../../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../../kernel/index.ts";
import { inTransaction } from "./database.ts";

const database = useDatabase();

// Without a listener on connections that are in use, this ends the whole process: no assertion would ever be reached.
test("a server that ends connections amid transactions fails those, and the next one finds a new connection", async () => {
  const backend = sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const cutOff = inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
    const { rows } = await backend.execute(tx);
    await inTransaction(database.db, SYSTEM_ACTOR, (other) =>
      sql`select pg_terminate_backend(${rows[0]?.pid}::integer)`.execute(other),
    );
    // The program is at work between two statements while its connection goes down.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await backend.execute(tx);
  });
  await expect(cutOff).rejects.toThrow();
  const { rows } = await inTransaction(database.db, SYSTEM_ACTOR, (tx) => backend.execute(tx));
  expect(rows[0]?.pid).toBeGreaterThan(0);
});
