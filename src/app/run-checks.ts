import { checks } from "../../checks/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";

/** Runs every invariant of `checks/`, each in a transaction of its own, and tells what does not hold. */
export async function runChecks(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const check of checks) {
    const discrepancies = await inTransaction(db, SYSTEM_ACTOR, (tx) => check.run(tx));
    for (const discrepancy of discrepancies) found.push(`${check.name}: ${discrepancy.message}`);
  }
  return found;
}
