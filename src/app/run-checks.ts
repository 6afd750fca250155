import { checks } from "../../checks/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";

/** Tells how an invariant did, as soon as it is known. */
export type OnChecked = (name: string, faults: readonly string[]) => void;

/** Runs every invariant of `checks/`, each in a transaction of its own, and tells what does not hold. */
export async function runChecks(db: Db, onChecked: OnChecked = () => undefined): Promise<string[]> {
  const found: string[] = [];
  for (const check of checks) {
    const discrepancies = await inTransaction(db, SYSTEM_ACTOR, (tx) => check.run(tx));
    const faults = discrepancies.map(({ message }) => message);
    onChecked(check.name, faults);
    found.push(...faults.map((fault) => `${check.name}: ${fault}`));
  }
  return found;
}
