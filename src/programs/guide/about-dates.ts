import { daysBetween, type IsoDate } from "../../kernel/index.ts";
import type { ClaimingWindow, EditionDocument } from "../edition-schema.ts";
import type { DateStatement, GuideDeadline } from "./statements.ts";

/** What the four dates of a window mean, and where its days begin and end. */
export function dateStatements(document: EditionDocument): DateStatement[] {
  return [
    { code: "earning-period" },
    { code: "usage-period" },
    { code: "claim-window" },
    { code: "proof-deadline" },
    ...dueAfterActivity(document),
    { code: "time-zone", timeZone: document.timeZone },
  ];
}

function dueAfterActivity({ claims }: EditionDocument): DateStatement[] {
  const due = claims?.dueAfterActivity;
  if (!due) return [];
  return [{ code: "due-after-activity", within: due.within, firstClaimWithin: due.firstClaimWithin ?? null }];
}

/** The days of a window that matter, in the order in which they come. Dates are those the edition stores (rulebook 9.6). */
function daysOf({ earningPeriod, usagePeriod, claimWindow, proofDeadline }: ClaimingWindow) {
  return [
    ["earning-ends", earningPeriod.to],
    ["usage-begins", usagePeriod.from],
    ["claiming-opens", claimWindow.from],
    ["usage-ends", usagePeriod.to],
    ["claiming-ends", claimWindow.to],
    ["proof-deadline", proofDeadline],
  ] as const;
}

/** Every day of the windows that is still to come, today included, the nearest first. */
export function deadlinesFrom(windows: readonly ClaimingWindow[], today: IsoDate): GuideDeadline[] {
  return windows
    .flatMap((window) =>
      daysOf(window).flatMap(([code, on]): GuideDeadline[] =>
        on < today
          ? []
          : [
              {
                code,
                on,
                inDays: daysBetween(today, on),
                earningPeriod: window.earningPeriod,
                usagePeriod: window.usagePeriod,
              },
            ],
      ),
    )
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** True when something of the window is under way or still to come in the sight of a reader on this day. */
export function isWindowOf(window: ClaimingWindow, day: IsoDate): boolean {
  return window.earningPeriod.from <= day && day <= window.proofDeadline;
}
