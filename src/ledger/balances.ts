import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { AccountKind } from "./flows.ts";

/** What stands on the account of a claim, plan or payment now; nothing when the account was never used. */
export async function balanceOf(tx: Tx, kind: AccountKind, subjectId: string, currency: string): Promise<Money> {
  const row = await tx
    .selectFrom("ledger_account")
    .select("balance")
    .where("subject_id", "=", subjectId)
    .where("kind", "=", kind)
    .where("currency", "=", currency)
    .executeTakeFirst();
  return { minor: row?.balance ?? 0n, currency };
}
