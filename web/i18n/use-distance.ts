import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { businessDaysBetween, daysBetween } from "./days.ts";
import { today } from "./format.ts";

export type DayKind = "business" | "calendar";

/** How far a day is from today, in words: "in 4 business days", "tomorrow", "2 days late". */
export function useDistance(): (day: string, kind?: DayKind) => string {
  const { t } = useLingui();
  return (day, kind = "calendar") => {
    const now = today();
    const days = daysBetween(now, day);
    if (days === 0) return t`today`;
    if (days === 1) return t`tomorrow`;
    if (days === -1) return t`since yesterday`;
    if (days < 0) return t`${plural(-days, { one: "# day ago", other: "# days ago" })}`;
    if (kind === "calendar") return t`${plural(days, { one: "in # day", other: "in # days" })}`;
    return t`${plural(businessDaysBetween(now, day), { one: "in # business day", other: "in # business days" })}`;
  };
}
