import { businessCalendar } from "./business-calendar.ts";
import { type Fault, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** Days that the edition names lie where they can count, and its market has a table of holidays. */
export function validateCalendar(document: EditionDocument): readonly Fault[] {
  return [...market(document), ...editedDays(document), ...engagementDays(document)];
}

function market({ calendar }: EditionDocument): Fault[] {
  if (calendar?.market === undefined) return [];
  const said = businessCalendar(calendar.market).warning;
  if (said === undefined) return [];
  return [
    warning(
      "calendar.no-table",
      "calendar.market",
      calendar.market,
      "a market with a table of public holidays",
      `${said} List its holidays in calendar.extraHolidays if they count.`,
    ),
  ];
}

/** Edited days serve deadlines of this year and those that reach beyond it. */
function editedDays({ calendar, windows, startsOn, endsOn }: EditionDocument): Fault[] {
  const last = windows.reduce((latest, { proofDeadline }) => (proofDeadline > latest ? proofDeadline : latest), endsOn);
  return (["extraHolidays", "workingDays"] as const).flatMap((list) =>
    (calendar?.[list] ?? []).flatMap(({ on }, i) =>
      startsOn <= on && on <= last
        ? []
        : [
            warning(
              "date.outside-year",
              `calendar.${list}[${i}].on`,
              on,
              `${startsOn} to ${last}`,
              "No deadline of this edition can fall on that day; write it into the edition of its year.",
            ),
          ],
    ),
  );
}

function engagementDays({ engagements = [], startsOn, endsOn }: EditionDocument): Fault[] {
  return engagements.flatMap(({ lastClaimOn }, i) =>
    lastClaimOn === undefined || (startsOn <= lastClaimOn && lastClaimOn <= endsOn)
      ? []
      : [
          warning(
            "date.outside-year",
            `engagements[${i}].lastClaimOn`,
            lastClaimOn,
            `${startsOn} to ${endsOn}`,
            "The last day to begin lies outside the program year.",
          ),
        ],
  );
}
