import { SYSTEM_ACTOR } from "../../kernel/index.ts";
import { type Db, inTransaction } from "../database/index.ts";

const KEPT_HOURS = 48;

/** Deletes answers kept for repeated requests after two days; docs/api.md promises at least one. */
export async function forgetOldAnswers(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  await inTransaction(db, SYSTEM_ACTOR, (tx) =>
    tx.deleteFrom("idempotent_answer").where("created_at", "<", before).execute(),
  );
}
