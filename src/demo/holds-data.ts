import type { Db, Tx } from "../platform/database/index.ts";
import type { FileStorage } from "../platform/files/index.ts";
import type { Log } from "../platform/log/index.ts";

/** What the seed works with. */
export interface SeedDeps {
  readonly db: Db;
  readonly storage: FileStorage;
  readonly now: Date;
  readonly log: Log;
}

/** True when somebody uses this database already: there is an organisation. */
export async function holdsData(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("organisation").select("id").limit(1).executeTakeFirst()) !== undefined;
}
