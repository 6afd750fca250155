import { sql } from "kysely";
import { DatabaseError } from "pg";
import { describe, expect, test } from "vitest";
import { useDatabase } from "../../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../../kernel/index.ts";
import type { Tx } from "./database.ts";
import { inReading, inTransaction } from "./transaction.ts";

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

const backendOf = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  return rows[0]?.pid ?? 0;
};

describe("A transaction", () => {
  test("knows from its first statement on who acts", async () => {
    const actor = { ...SYSTEM_ACTOR, side: "partner" as const, organisationId: "o'brien", personId: "p" };
    const { rows } = await inTransaction(database.db, actor, (tx) =>
      sql`select current_setting('app.side') as side, current_setting('app.organisation') as organisation,
        current_setting('app.person') as person`.execute(tx),
    );
    expect(rows).toEqual([{ side: "partner", organisation: "o'brien", person: "p" }]);
  });

  test("answers statements that are asked side by side, each with its own rows", async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    const found = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      Promise.all(
        numbers.map(
          async (n) => (await sql<{ n: number }>`select ${n}::integer as n, pg_sleep(0.001)`.execute(tx)).rows[0]?.n,
        ),
      ),
    );
    expect(found).toEqual(numbers);
  });

  test("tells why it failed when several statements were under way, however slowly the reason is told", async () => {
    const failing = async (tx: Tx): Promise<void> => {
      try {
        await sql`select 1 / 0`.execute(tx);
      } catch (error) {
        for (let hand = 0; hand < 50; hand += 1) await Promise.resolve();
        throw new Error("the sum cannot be formed", { cause: error });
      }
    };
    const both = inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      Promise.all([failing(tx), sql`select 1`.execute(tx)]),
    );
    await expect(both).rejects.toThrow("the sum cannot be formed");
  });

  test("is refused at its end when a statement failed and nobody minded", async () => {
    const careless = inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
      return "done";
    });
    await expect(careless).rejects.toThrow("its failure was ignored");
    await expect(careless).rejects.toMatchObject({ cause: { message: "division by zero" } });
  });

  test("leaves nothing of itself on the connection when it fails", async () => {
    let failed = 0;
    const broken = inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      failed = await backendOf(tx);
      await sql`select set_config('app.left_behind', 'yes', false)`.execute(tx);
      throw new Error("stop");
    });
    await expect(broken).rejects.toThrow("stop");
    await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      expect(await backendOf(tx)).toBe(failed);
      const { rows } = await sql<{
        mark: string | null;
      }>`select nullif(current_setting('app.left_behind', true), '') as mark`.execute(tx);
      expect(rows).toEqual([{ mark: null }]);
    });
  });

  test("sends nothing behind its rollback, whatever one of its branches would still do", async () => {
    let refused: unknown;
    const later = async (tx: Tx): Promise<void> => {
      await sql`select pg_sleep(0.02)`.execute(tx);
      await sql`select 1`.execute(tx).catch((error: unknown) => {
        refused = error;
      });
    };
    const both = inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      Promise.all([later(tx), Promise.reject(new Error("not allowed"))]),
    );
    await expect(both).rejects.toThrow("not allowed");
    await expect.poll(() => refused).toMatchObject({ message: "the transaction has ended" });
  });

  test("takes no statement after its end", async () => {
    let kept: Tx | undefined;
    await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      kept = tx;
    });
    if (!kept) throw new Error("the work was done");
    await expect(sql`select 1`.execute(kept)).rejects.toThrow("the transaction has ended");
  });
});

describe("A transaction that reads", () => {
  test("is refused what it would write", async () => {
    const writing = inReading(database.db, SYSTEM_ACTOR, (tx) => sql`create temporary sequence s`.execute(tx));
    await expect(writing).rejects.toThrow(DatabaseError);
    await expect(writing).rejects.toThrow("read-only");
  });

  test("has ended before the next one on its connection begins", async () => {
    for (let n = 0; n < 20; n += 1) {
      const read = await inReading(database.db, SYSTEM_ACTOR, backendOf);
      const { rows } = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
        sql<{
          pid: number;
          mode: string;
        }>`select pg_backend_pid() as pid, current_setting('transaction_read_only') as mode`.execute(tx),
      );
      expect(rows).toEqual([{ pid: read, mode: "off" }]);
    }
  });
});
