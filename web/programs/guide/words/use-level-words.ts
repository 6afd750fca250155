import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { CountedDay, ServiceLevel, Span } from "../../../api/types.ts";
import { dayInWords } from "../../../i18n/format.ts";

/** Promises of time in words: as the edition makes them, and counted from the day the guide was read. */
export function useLevelWords() {
  const { t } = useLingui();
  return {
    /** "within 2 business days" */
    within: (level: ServiceLevel): string => {
      switch (level.kind) {
        case "business":
          return t`${plural(level.days, { one: "within # business day", other: "within # business days" })}`;
        case "calendar":
          return t`${plural(level.days, { one: "within # day", other: "within # days" })}`;
        case "hours":
          return t`${plural(level.hours, { one: "within # hour", other: "within # hours" })}`;
        case "end-of-next-month":
          return t`by the end of the following month`;
      }
    },
    /** "30 days" */
    span: ({ count, unit }: Span): string => {
      switch (unit) {
        case "days":
          return t`${plural(count, { one: "# day", other: "# days" })}`;
        case "business-days":
          return t`${plural(count, { one: "# business day", other: "# business days" })}`;
        case "months":
          return t`${plural(count, { one: "# month", other: "# months" })}`;
      }
    },
    /** "If it happened today: by Tuesday, 1 December." */
    counted: ({ dueOn, warning }: CountedDay): string => {
      const day = dayInWords(dueOn, "weekday");
      return warning
        ? t`If it happened today: by ${day}, public holidays not counted.`
        : t`If it happened today: by ${day}.`;
    },
  };
}
