import type { EditionDocument } from "../api/types.ts";
import { dayInWords } from "../i18n/format.ts";

/** A period a plan may be for. */
export interface PlanPeriod {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

/** The periods of an edition that a plan may be for: its program year, or the usage periods in it. */
export function periodsOf(
  edition: Pick<EditionDocument, "programYear" | "startsOn" | "endsOn" | "windows">,
  kind: EditionDocument["fundTypes"][number]["planPeriodKind"],
): PlanPeriod[] {
  const periods =
    kind === "program-year"
      ? [{ code: edition.programYear, from: edition.startsOn, to: edition.endsOn }]
      : edition.windows.map(({ usagePeriod }) => usagePeriod);
  return periods.map((period) => ({
    ...period,
    words: `${period.code}: ${dayInWords(period.from)} – ${dayInWords(period.to)}`,
  }));
}
