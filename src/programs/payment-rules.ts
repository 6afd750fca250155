import { addDays, addMonths, type IsoDate, weekday } from "../kernel/index.ts";
import { compare, type Money, moneyOf } from "../money/index.ts";
import { businessCalendar } from "./business-calendar.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { Span } from "./edition-values.ts";
import { endOfMonth } from "./program-year.ts";
import { type IsHoliday, spanEnd } from "./span.ts";

/** The days that a payment may be counted from. */
export interface PaymentEvents {
  readonly approvedOn: IsoDate;
  /** Last day of the period that the money is for. */
  readonly periodEndsOn?: IsoDate;
  /** Day on which the partner's invoice was accepted. */
  readonly partnerInvoiceOn?: IsoDate;
  readonly market: string;
}

/** By when an approved amount is paid; undefined where the event it is counted from has not happened (rulebook 5.7). */
export function paymentDueOn(document: EditionDocument, events: PaymentEvents): IsoDate | undefined {
  const rules = document.payment;
  const from = countedFrom(rules?.countedFrom ?? "approval", events);
  if (from === undefined) return undefined;
  const invoiced = rules?.countedFrom === "partner-invoice" ? rules.partnerInvoice?.paidWithin : undefined;
  const span = invoiced ?? rules?.within ?? spanOf(document.serviceLevels.payment);
  return span === undefined ? endOfMonth(from, 1) : spanEnd(from, span, holidays(document, events.market));
}

function countedFrom(
  event: NonNullable<NonNullable<EditionDocument["payment"]>["countedFrom"]>,
  { approvedOn, periodEndsOn, partnerInvoiceOn }: PaymentEvents,
): IsoDate | undefined {
  switch (event) {
    case "approval":
      return approvedOn;
    case "month-end":
      return endOfMonth(approvedOn);
    case "period-end":
      return periodEndsOn;
    case "partner-invoice":
      return partnerInvoiceOn;
  }
}

/** By when the partner sends its invoice, where one is needed (peer rule D15). */
export function partnerInvoiceDueOn(
  document: EditionDocument,
  approvedOn: IsoDate,
  market: string,
): IsoDate | undefined {
  const rule = document.payment?.partnerInvoice;
  return rule?.needed === true && rule.issuedWithin
    ? spanEnd(approvedOn, rule.issuedWithin, holidays(document, market))
    : undefined;
}

/**
 * The day of the run that pays what was approved on a day in the program's zone: the next one whose cut-off has not passed
 * (peer rules D03, P05), on a business day (T21). Undefined where the edition rules no runs.
 */
export function paymentRunOn(document: EditionDocument, approvedOn: IsoDate, market: string): IsoDate | undefined {
  const run = document.payment?.run;
  if (!run) return undefined;
  const cutOff = run.cutOffDay ?? run.day;
  const months = { monthly: 1, quarterly: 3, "half-yearly": 6 }[run.cadence ?? "monthly"];
  const isHoliday = holidays(document, market);
  const start = Number(document.startsOn.slice(5, 7));
  for (let ahead = 0; ; ahead += 1) {
    const month = addMonths(`${approvedOn.slice(0, 7)}-01`, ahead);
    const isRun = (Number(month.slice(5, 7)) - start + 12) % months === 0;
    if (!isRun || approvedOn > dayIn(month, cutOff)) continue;
    return businessDay(dayIn(month, run.day), run.whenClosed ?? "before", isHoliday);
  }
}

/** Until when an earning of a type rests before it may be paid; the day itself when nothing is ruled (peer rules M15, M16). */
export function restsUntil(document: EditionDocument, earningType: string, earnedOn: IsoDate, market: string): IsoDate {
  const rule = document.payment?.holding?.find(({ earningTypes }) => earningTypes.includes(earningType));
  return rule ? spanEnd(earnedOn, rule.span, holidays(document, market)) : earnedOn;
}

/** Whether an amount reaches the least payout of its currency; exactly the least does (rulebook 9.17). */
export function reachesMinimum(document: EditionDocument, amount: Money): boolean {
  const listed = document.payment?.minimum?.find(({ currency }) => currency === amount.currency);
  const said = listed ?? document.minimumPayout;
  return said.currency !== amount.currency || compare(amount, moneyOf(said.amount, said.currency)) >= 0;
}

/** Last day on which a payment may be disputed: counted from its sending, and never past a day counted from the period (P04). */
export function paymentDisputeEndsOn(
  document: EditionDocument,
  {
    sentOn,
    periodEndsOn,
    market,
  }: { readonly sentOn: IsoDate; readonly periodEndsOn: IsoDate; readonly market: string },
): IsoDate | undefined {
  const { disputeWithin, disputeNotAfter } = document.payment ?? {};
  const isHoliday = holidays(document, market);
  const ends = [
    ...(disputeWithin ? [spanEnd(sentOn, disputeWithin, isHoliday)] : []),
    ...(disputeNotAfter ? [spanEnd(periodEndsOn, disputeNotAfter, isHoliday)] : []),
  ].sort();
  return ends[0];
}

/** Until when money of a partner without usable bank or tax data is held, from the first run that failed (T26). */
export function heldUntil(document: EditionDocument, firstFailedOn: IsoDate): IsoDate | undefined {
  const rule = document.payment?.withoutProfile;
  return rule && spanEnd(firstFailedOn, rule.heldFor, () => false);
}

function holidays(document: EditionDocument, market: string): IsHoliday {
  return businessCalendar(market, document.calendar).isHoliday;
}

function spanOf(level: EditionDocument["serviceLevels"]["payment"]): Span | undefined {
  switch (level.kind) {
    case "business":
      return { count: level.days, unit: "business-days" };
    case "calendar":
      return { count: level.days, unit: "days" };
    case "hours":
      return { count: Math.ceil(level.hours / 24), unit: "days" };
    case "end-of-next-month":
      return undefined;
    default:
      return level satisfies never;
  }
}

function dayIn(month: IsoDate, day: number): IsoDate {
  return `${month.slice(0, 7)}-${String(day).padStart(2, "0")}`;
}

function businessDay(day: IsoDate, where: "before" | "after", isHoliday: IsHoliday): IsoDate {
  let current = day;
  while (weekday(current) > 5 || isHoliday(current)) current = addDays(current, where === "before" ? -1 : 1);
  return current;
}
