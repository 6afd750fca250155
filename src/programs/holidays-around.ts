import { addDays, type IsoDate, weekday } from "../kernel/index.ts";
import { businessCalendar } from "./business-calendar.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { ClaimFacts } from "./rules/facts.ts";

/** Days looked at beyond the longest span, so that holidays in it do not push its end past what is known. */
const BEYOND = 60;

const longestSpans = new WeakMap<EditionDocument, number>();

/**
 * The free days of a market, with the vendor's edits, from a day on for as long as any rule of the edition counts business
 * days: what `ClaimFacts.holidays` holds. Nothing where no rule counts business days, or there is no day to count from.
 */
export function holidaysAround(
  document: EditionDocument,
  market: string,
  from: IsoDate | null,
): Pick<ClaimFacts, "holidays"> {
  const longest = longestBusinessSpan(document);
  if (longest === 0 || from === null) return {};
  const calendar = businessCalendar(market, document.calendar);
  const days: IsoDate[] = [];
  let day = from;
  for (let left = Math.ceil(longest * 1.5) + BEYOND; left > 0; left -= 1) {
    if (weekday(day) < 6 && calendar.isHoliday(day)) days.push(day);
    day = addDays(day, 1);
  }
  return { holidays: { days, ...(calendar.warning === undefined ? {} : { warning: calendar.warning }) } };
}

function longestBusinessSpan(document: EditionDocument): number {
  const known = longestSpans.get(document);
  if (known !== undefined) return known;
  const { claims, activityTypes } = document;
  const longest = longestIn([claims, activityTypes]);
  longestSpans.set(document, longest);
  return longest;
}

/** The greatest count of business days in a part of a document, wherever it stands. */
function longestIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((most: number, each: unknown) => Math.max(most, longestIn(each)), 0);
  if (typeof part !== "object" || part === null) return 0;
  const own =
    "unit" in part && part.unit === "business-days" && "count" in part && typeof part.count === "number"
      ? part.count
      : 0;
  return Math.max(own, longestIn(Object.values(part)));
}
