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

/** One account of a claim, plan or payment. */
export interface SubjectBalance {
  readonly fundId: string;
  readonly kind: AccountKind;
  /** In minor units. */
  readonly minor: bigint;
}

/** What stands on all accounts of a claim, plan or payment, fund by fund; in the one currency that its money is in. */
export async function balancesOfSubject(tx: Tx, subjectId: string, currency: string): Promise<SubjectBalance[]> {
  const rows = await tx
    .selectFrom("ledger_account")
    .select(["fund_id", "kind", "balance"])
    .where("subject_id", "=", subjectId)
    .where("currency", "=", currency)
    .orderBy("id")
    .execute();
  return rows.flatMap(({ fund_id, kind, balance }) =>
    // The check of the table guarantees the kind.
    fund_id === null || balance === null ? [] : [{ fundId: fund_id, kind: kind as AccountKind, minor: balance }],
  );
}

/** How many entries of a template came from a source in a fund. */
export async function countEntries(
  tx: Tx,
  of: { readonly template: string; readonly sourceId: string; readonly fundId: string },
): Promise<number> {
  const row = await tx
    .selectFrom("ledger_entry")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("source_id", "=", of.sourceId)
    .where("template", "=", of.template)
    .where("fund_id", "=", of.fundId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
