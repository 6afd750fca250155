import type { Tx } from "../platform/database/index.ts";
import type { Fund } from "./fund.ts";
import { fundFrom } from "./fund-store.ts";

/** A fund by its key: one for each location, program, fund type, earning period and currency. */
export interface FundKey {
  readonly locationId: string;
  readonly programId: string;
  readonly fundType: string;
  /** Code of the half-year in which it is earned, such as `FY26-H2`. */
  readonly earningPeriod: string;
  readonly currency: string;
}

/** The fund with this key, if it is open. */
export async function findFund(tx: Tx, key: FundKey): Promise<Fund | undefined> {
  const row = await tx
    .selectFrom("fund")
    .selectAll()
    .where("location_id", "=", key.locationId)
    .where("program_id", "=", key.programId)
    .where("fund_type", "=", key.fundType)
    .where("earning_period", "=", key.earningPeriod)
    .where("currency", "=", key.currency)
    .executeTakeFirst();
  return row && fundFrom(row);
}

/** Where a claim wants its money from. */
export interface FundForClaim {
  readonly locationId: string;
  readonly programId: string;
  /** Code of the usage period, such as `FY27-H1`. */
  readonly usagePeriod: string;
  readonly fundType?: string | undefined;
  readonly currency?: string | undefined;
}

/**
 * The fund a claim for a usage period draws on, if the location has one. Where several fit (types, currencies), those that
 * qualified come first, then the one that was opened first. `lock` keeps it as it is until the transaction ends.
 */
export async function fundForClaim(
  tx: Tx,
  where: FundForClaim,
  options: { readonly lock?: boolean } = {},
): Promise<Fund | undefined> {
  let query = tx
    .selectFrom("fund")
    .selectAll()
    .where("location_id", "=", where.locationId)
    .where("program_id", "=", where.programId)
    .where("usage_period", "=", where.usagePeriod);
  if (where.fundType !== undefined) query = query.where("fund_type", "=", where.fundType);
  if (where.currency !== undefined) query = query.where("currency", "=", where.currency);
  if (options.lock) query = query.forNoKeyUpdate();
  const rows = await query.orderBy("id").execute();
  const row = rows.find(({ qualified }) => qualified !== false) ?? rows[0];
  return row && fundFrom(row);
}
