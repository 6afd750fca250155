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

/**
 * What stands on all accounts of a plan or claim, by their kind, in minor units of one currency. A plan over a program year
 * has its money in several funds: their sums.
 */
export async function subjectBalances(
  tx: Tx,
  subjectId: string,
  currency: string,
): Promise<ReadonlyMap<AccountKind, bigint>> {
  const rows = await tx
    .selectFrom("ledger_account")
    .select((eb) => ["kind", eb.fn.sum<string>("balance").as("balance")])
    .where("subject_id", "=", subjectId)
    .where("currency", "=", currency)
    .groupBy("kind")
    .execute();
  return new Map(rows.map((row) => [row.kind as AccountKind, BigInt(row.balance)]));
}
