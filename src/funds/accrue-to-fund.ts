import { type Command, enforce, type IsoDate, invalid } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, type Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { fundRef } from "./fund.ts";
import { mayBookEarnings } from "./fund-policy.ts";
import { lockFund } from "./fund-store.ts";

/** Co-op that was earned, to be booked once. */
export interface NewAccrual {
  readonly fundId: string;
  /** UUID of the earning: the same one is never booked twice. */
  readonly earningId: string;
  /** Above nothing, in the fund's currency. */
  readonly amount: Money;
  /** Code of the vendor's legal entity that pays it. */
  readonly payingEntity: string;
  /** The day it counts for; older money is drawn first. */
  readonly effectiveOn: IsoDate;
}

/**
 * Books what was earned as a lot of the fund. Done by the program itself. Returns false, and changes nothing, when this
 * earning was booked before. Throws `not-an-accrual` for an amount that is not above nothing or of another currency.
 */
export async function accrueToFund(tx: Tx, { actor, now }: Command, accrual: NewAccrual): Promise<boolean> {
  const fund = await lockFund(tx, accrual.fundId);
  enforce(mayBookEarnings(actor));
  const { amount, effectiveOn, earningId, payingEntity } = accrual;
  if (amount.minor <= 0n || amount.currency !== fund.currency) {
    throw invalid(
      "not-an-accrual",
      `An accrual is above zero and in ${fund.currency}. Post an adjustment to lower a fund.`,
      [{ field: "amount", code: "not-an-accrual", message: "above zero, in the currency of the fund" }],
    );
  }
  const posted = await ledger.post(
    tx,
    actor,
    now,
    ledger.accrue(fundRef(fund), { earningId, amount, payingEntity, effectiveOn }),
  );
  if (!posted) return false;
  await events.record(tx, {
    at: now,
    type: "fund.accrued",
    subjectType: "fund",
    subjectId: fund.id,
    partnerId: fund.partnerId,
    actor,
    payload: { earning: earningId, amount: amountText(amount), currency: amount.currency, payingEntity, effectiveOn },
  });
  return true;
}
