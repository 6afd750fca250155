import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { holdsData, type SeedDeps } from "./holds-data.ts";

/**
 * Makes the demo data (README.md, "The demo") in a database that holds no organisation; false, and nothing done, when it holds one. What
 * makes the data (PDFs, pictures, stories) is loaded only then, so that a usual start does not wait for it.
 */
export async function seedDemo(deps: SeedDeps): Promise<boolean> {
  if (await inTransaction(deps.db, SYSTEM_ACTOR, holdsData)) return false;
  const { makeDemo } = await import("./make-demo.ts");
  return makeDemo(deps);
}
