import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import * as invariants from "../../checks/index.ts";
import { createThrowawayDatabase } from "../../test/database/clone-database.ts";
import { CLAIM_LIFECYCLE } from "../claims/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { createDatabase, type Database, inTransaction, type Tx } from "../platform/database/index.ts";
import { type FileStorage, openFileStorage } from "../platform/files/index.ts";
import { createLog } from "../platform/log/index.ts";
import { demoAccounts, demoPassword, registerDemoRoute, seedDemo } from "./index.ts";

const log = createLog("silent");

/** An empty database with a folder for files. */
async function openHouse() {
  const clone = await createThrowawayDatabase();
  const database: Database = createDatabase(clone.appUrl, { max: 3 });
  const dataDir = mkdtempSync(join(tmpdir(), "fundproof-demo-"));
  const storage: FileStorage = await openFileStorage({ filesUrl: undefined, dataDir }, new Date());
  const close = async (): Promise<void> => {
    await database.close();
    await clone.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { db: database.db, storage, close };
}
type House = Awaited<ReturnType<typeof openHouse>>;

const seed = ({ db, storage }: House, now: Date) => seedDemo({ db, storage, now, log });
const read = <T>({ db }: House, work: (tx: Tx) => Promise<T>) => inTransaction(db, SYSTEM_ACTOR, work);

describe("the demo", () => {
  const now = new Date("2026-11-23T14:30:00Z");
  let house: House;
  let ms = 0;
  beforeAll(async () => {
    house = await openHouse();
    const started = performance.now();
    expect(await seed(house, now)).toBe(true);
    ms = performance.now() - started;
  });
  afterAll(() => house.close());
  test("x", async () => {
    console.log("ms", ms);
    const rows = await read(
      house,
      async (tx) =>
        (
          await sql`select c.number, c.name, c.status, c.amount_claimed, c.amount_approved, c.currency, c.usage_period, l.name as loc, c.due_on, c.due_side, c.round from claim c join location l on l.id=c.location_id order by c.number`.execute(
            tx,
          )
        ).rows as Record<string, unknown>[],
    );
    for (const r of rows) console.log(Object.values(r).join(" | ").slice(0, 200));
  });
});
