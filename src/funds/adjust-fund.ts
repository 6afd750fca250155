import { type Command, contains, DomainError, dateIn, enforce, invalid, newUuid } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, type Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { type Edition, editionById } from "../programs/index.ts";
import { type Fund, fundRef, isClosed, pairOf } from "./fund.ts";
import { assertInScope, mayAdjust } from "./fund-policy.ts";
import { adjustmentReasons } from "./fund-queries.ts";
import { type Adjustment, insertAdjustment, lockFund } from "./fund-store.ts";

/** What finance asks for. */
export interface NewAdjustment {
  /** Signed, not nothing, in the fund's currency. */
  readonly amount: Money;
  readonly reasonCode: string;
  readonly note?: string | null | undefined;
  /** The day it applies to: it is listed in that period, and counted when it was posted (rulebook 5.8, T31). */
  readonly effectiveFor: string;
  /** Legal entity that pays an increase; the one that paid into the fund last unless said. */
  readonly payingEntity?: string | undefined;
}

/**
 * Corrects what a fund holds, upwards or downwards, with a reason of the edition (rulebook 5.8). The correction is a further
 * ledger entry; nothing that was booked changes.
 *
 * Throws `fund-closed` (409) after the claim window, `balance-exceeded` (409) when less is free than is taken, and a 422 with
 * the field for a foreign currency, nothing, an unknown reason or paying entity, and a day outside the fund.
 */
export async function adjustFund(
  tx: Tx,
  { actor, now }: Command,
  fundId: string,
  body: () => NewAdjustment,
): Promise<Adjustment> {
  const fund = await lockFund(tx, fundId);
  assertInScope(actor, pairOf(fund));
  enforce(mayAdjust(actor, pairOf(fund)));
  const edition = await judgingEdition(tx, fund);
  if (isClosed(fund, edition.document.timeZone, now)) {
    throw new DomainError({
      code: "fund-closed",
      kind: "conflict",
      message: `This fund ended on ${fund.claimWindow.to}. Adjust the fund of the current period instead.`,
      details: { expiresOn: fund.claimWindow.to },
    });
  }
  const wanted = body();
  assertFits(fund, edition, wanted, dateIn(edition.document.timeZone, now));
  const adjustment: Adjustment = {
    id: newUuid(now),
    partnerId: fund.partnerId,
    fundId: fund.id,
    amount: wanted.amount,
    payingEntity: wanted.payingEntity ?? (await usualPayingEntity(tx, fund, edition)),
    reasonCode: wanted.reasonCode,
    note: wanted.note ?? null,
    effectiveFor: wanted.effectiveFor,
    postedAt: now,
    postedBy: actor.personId,
  };
  await insertAdjustment(tx, adjustment);
  await ledger.post(tx, actor, now, entryOf(fund, adjustment));
  await events.record(tx, {
    at: now,
    type: "fund.adjusted",
    subjectType: "fund",
    subjectId: fund.id,
    partnerId: fund.partnerId,
    actor,
    reasonCode: adjustment.reasonCode,
    payload: {
      adjustment: adjustment.id,
      amount: amountText(adjustment.amount),
      currency: adjustment.amount.currency,
      effectiveFor: adjustment.effectiveFor,
    },
  });
  return adjustment;
}

async function judgingEdition(tx: Tx, fund: Fund): Promise<Edition> {
  const edition = await editionById(tx, fund.usageEditionId);
  if (!edition) throw new Error(`fund ${fund.id} names an edition that cannot be read`);
  return edition;
}

function assertFits(fund: Fund, edition: Edition, wanted: NewAdjustment, today: string): void {
  const errors = [];
  if (wanted.amount.currency !== fund.currency) {
    errors.push({ field: "amount.currency", code: "currency-mismatch", message: `This fund is in ${fund.currency}.` });
  }
  if (!adjustmentReasons(edition).some(({ code }) => code === wanted.reasonCode)) {
    errors.push({
      field: "reasonCode",
      code: "unknown-reason-code",
      message: "Choose one of the reasons for adjustments.",
    });
  }
  if (!contains({ from: fund.earning.from, to: today }, wanted.effectiveFor)) {
    errors.push({
      field: "effectiveFor",
      code: "outside-fund",
      message: `Choose a day from ${fund.earning.from}, when earning began, to today.`,
    });
  }
  const entities = edition.document.payingEntities.map(({ code }) => code);
  if (wanted.payingEntity !== undefined && !entities.includes(wanted.payingEntity)) {
    errors.push({
      field: "payingEntity",
      code: "unknown-paying-entity",
      message: `Choose one of: ${entities.join(", ")}.`,
    });
  }
  const [first] = errors;
  if (first) throw invalid("invalid-adjustment", first.message, errors);
}

/** Who paid into the fund last; for an empty fund the entity whose currency it has, else the first. */
async function usualPayingEntity(tx: Tx, fund: Fund, { document }: Edition): Promise<string> {
  const last = await ledger.lastPayingEntity(tx, fund.id);
  const usual =
    document.payingEntities.find(({ currency }) => currency === fund.currency) ?? document.payingEntities[0];
  const entity = last ?? usual?.code;
  if (entity === undefined) throw new Error("every edition has a paying entity");
  return entity;
}

function entryOf(fund: Fund, { id, amount, payingEntity, reasonCode, note, effectiveFor }: Adjustment) {
  return ledger.adjust(fundRef(fund), {
    adjustmentId: id,
    amount,
    payingEntity,
    reasonCode,
    note: note ?? undefined,
    effectiveOn: effectiveFor,
  });
}
