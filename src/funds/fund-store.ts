import type { Selectable } from "kysely";
import { notFound } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import type { Fund } from "./fund.ts";

/** The row of a fund in the program's own words. */
export function fundFrom(row: Selectable<DB["fund"]>): Fund {
  return {
    id: row.id,
    partnerId: row.partner_id,
    locationId: row.location_id,
    programId: row.program_id,
    fundType: row.fund_type,
    currency: row.currency,
    earning: { code: row.earning_period, from: row.earning_from, to: row.earning_to },
    usage: { code: row.usage_period, from: row.usage_from, to: row.usage_to },
    claimWindow: { from: row.claim_from, to: row.claim_to },
    earningEditionId: row.earning_edition_id,
    usageEditionId: row.usage_edition_id,
    qualified: row.qualified,
  };
}

/** A fund by its id; 404 when the actor of the transaction does not see it. */
export async function loadFund(tx: Tx, id: string): Promise<Fund> {
  const row = await tx.selectFrom("fund").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("fund");
  return fundFrom(row);
}

/** A fund by its id, locked until the transaction ends; 404 when the actor of the transaction does not see it. */
export async function lockFund(tx: Tx, id: string): Promise<Fund> {
  const row = await tx.selectFrom("fund").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw notFound("fund");
  return fundFrom(row);
}

/**
 * A fund, locked until the transaction ends together with all others of its location, program and usage period: a cap over a
 * period counts what was approved from any of them. Locked in the order of their ids, so that nobody waits for good; 404
 * when the actor of the transaction does not see the fund.
 */
export async function lockFundsOfPeriod(tx: Tx, id: string): Promise<Fund> {
  const rows = await tx
    .selectFrom("fund")
    .innerJoin("fund as own", (join) =>
      join
        .onRef("own.location_id", "=", "fund.location_id")
        .onRef("own.program_id", "=", "fund.program_id")
        .onRef("own.usage_period", "=", "fund.usage_period"),
    )
    .selectAll("fund")
    .where("own.id", "=", id)
    .orderBy("fund.id")
    .forNoKeyUpdate("fund")
    .execute();
  const row = rows.find((each) => each.id === id);
  if (!row) throw notFound("fund");
  return fundFrom(row);
}

/** Writes a new fund; false when there is one for this location, program, type, earning period and currency. */
export async function insertFund(tx: Tx, fund: Fund, now: Date): Promise<boolean> {
  const written = await tx
    .insertInto("fund")
    .values({
      id: fund.id,
      partner_id: fund.partnerId,
      location_id: fund.locationId,
      program_id: fund.programId,
      fund_type: fund.fundType,
      earning_period: fund.earning.code,
      earning_from: fund.earning.from,
      earning_to: fund.earning.to,
      usage_period: fund.usage.code,
      usage_from: fund.usage.from,
      usage_to: fund.usage.to,
      claim_from: fund.claimWindow.from,
      claim_to: fund.claimWindow.to,
      currency: fund.currency,
      earning_edition_id: fund.earningEditionId,
      usage_edition_id: fund.usageEditionId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return written !== undefined;
}

/** Why finance changed what a fund holds. */
export interface Adjustment {
  readonly id: string;
  readonly partnerId: string;
  readonly fundId: string;
  /** With its sign: upwards above nothing. */
  readonly amount: Money;
  readonly payingEntity: string;
  readonly reasonCode: string;
  readonly note: string | null;
  readonly effectiveFor: string;
  readonly postedAt: Date;
  readonly postedBy: string;
}

/** Writes why; the ledger moves the money. */
export async function insertAdjustment(tx: Tx, adjustment: Adjustment): Promise<void> {
  await tx
    .insertInto("fund_adjustment")
    .values({
      id: adjustment.id,
      partner_id: adjustment.partnerId,
      fund_id: adjustment.fundId,
      amount: adjustment.amount.minor,
      currency: adjustment.amount.currency,
      reason_code: adjustment.reasonCode,
      note: adjustment.note,
      effective_for: adjustment.effectiveFor,
      posted_at: adjustment.postedAt,
      posted_by: adjustment.postedBy,
    })
    .execute();
}
