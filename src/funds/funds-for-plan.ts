import type { IsoDate } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Fund } from "./fund.ts";
import { fundFrom } from "./fund-store.ts";

/** Which funds a plan may draw on: those of its place, fund type and currency that are used inside its period. */
export interface FundsOfPlan {
  readonly locationId: string;
  readonly programId: string;
  readonly fundType: string;
  readonly currency: string;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
}

/** The funds of a plan's period in the order of their usage periods, with what is left in each at this moment. */
export async function fundsForPlan(
  tx: Tx,
  of: FundsOfPlan,
): Promise<{ readonly fund: Fund; readonly remaining: Money }[]> {
  const rows = await tx
    .selectFrom("fund")
    .selectAll()
    .where("location_id", "=", of.locationId)
    .where("program_id", "=", of.programId)
    .where("fund_type", "=", of.fundType)
    .where("currency", "=", of.currency)
    .where("usage_from", ">=", of.period.from)
    .where("usage_to", "<=", of.period.to)
    .orderBy("usage_from")
    .orderBy("id")
    .execute();
  const totals = await ledger.fundTotals(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    fund: fundFrom(row),
    remaining: { minor: totals.get(row.id)?.remaining ?? 0n, currency: row.currency },
  }));
}
