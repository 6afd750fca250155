import { addBusinessDays, addDays, addMonths, type IsoDate, weekday } from "../kernel/index.ts";
import type { Span } from "./edition-values.ts";

/** Whether a day is free although it is no weekend. */
export type IsHoliday = (day: IsoDate) => boolean;

/** The last day of a length of time that begins after a day: 30 days after 1 March is 31 March. The day itself never counts. */
export function spanEnd(day: IsoDate, { count, unit }: Span, isHoliday: IsHoliday): IsoDate {
  switch (unit) {
    case "days":
      return addDays(day, count);
    case "business-days":
      return addBusinessDays(day, count, isHoliday);
    case "months":
      return addMonths(day, count);
    default:
      return unit satisfies never;
  }
}

/** The last day on which something may happen to lie a length of time before a day: 10 business days before the event. */
export function spanStart(day: IsoDate, { count, unit }: Span, isHoliday: IsHoliday): IsoDate {
  switch (unit) {
    case "days":
      return addDays(day, -count);
    case "business-days": {
      let current = day;
      for (let left = count; left > 0; ) {
        current = addDays(current, -1);
        if (weekday(current) < 6 && !isHoliday(current)) left -= 1;
      }
      return current;
    }
    case "months":
      return addMonths(day, -count);
    default:
      return unit satisfies never;
  }
}

/** A length of time in words: `10 business days`, `1 month`. */
export function spanText({ count, unit }: Span): string {
  const word = { days: "day", "business-days": "business day", months: "month" }[unit];
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
