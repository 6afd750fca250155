import { afterAll, beforeAll } from "vitest";
import { createDatabase, type Database, type Db } from "../../src/platform/database/index.ts";
import { type Clone, createThrowawayDatabase } from "./clone-database.ts";

/** The database of one test file. Filled before its first test. */
export interface TestDatabase {
  /** The pool's login, as the program has it: sees nothing outside `inTransaction`. */
  readonly db: Db;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly adminUrl: string;
}

/**
 * Gives the test file a PostgreSQL database of its own, with all migrations and without data. Call it at the top of the
 * file; it is dropped after the last test.
 *
 * @param options.max connections of the pool; more than the default of 10 for tests that race.
 */
export function useDatabase(options: { max?: number } = {}): TestDatabase {
  let clone: Clone | undefined;
  let database: Database | undefined;
  beforeAll(async () => {
    clone = await createThrowawayDatabase();
    database = createDatabase(clone.appUrl, options);
  });
  afterAll(async () => {
    await database?.close();
    await clone?.drop();
  });
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("useDatabase() is filled in beforeAll: read it inside a test or a hook.");
    return value;
  };
  return {
    get db() {
      return ready(database).db;
    },
    get ownerUrl() {
      return ready(clone).ownerUrl;
    },
    get appUrl() {
      return ready(clone).appUrl;
    },
    get adminUrl() {
      return ready(clone).adminUrl;
    },
  };
}
