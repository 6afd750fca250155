import { claimsToExpire } from "../claims/index.ts";
import { addDays, type IsoDate } from "../kernel/index.ts";
import { plansOwingProof, plansToClose, plansToExpire } from "../plans/index.ts";
import { eachWithin } from "../platform/jobs/index.ts";
import type { DemoCalendar } from "./demo-times.ts";
import { endings } from "./plan-season.ts";
import type { Happening } from "./timeline.ts";

/** Answers are owed within weeks: so many nights back each is played, before that only those after which something may have ended. */
const EACH_NIGHT_SINCE_DAYS = 75;

/**
 * The nights in which time ran out for claims and plans, as happenings among all others: what ends in one stands in statements
 * and histories where it ended.
 */
export function nights(calendar: DemoCalendar): Happening[] {
  return nightDays(calendar)
    .map((day) => new Date(`${day}T12:00:00Z`))
    .filter((at) => at <= calendar.now)
    .map((at) => ({
      at,
      run: async (tx) => {
        for (const due of [claimsToExpire, plansToExpire, plansOwingProof, plansToClose]) await eachWithin(tx, due(at));
      },
    }));
}

function nightDays(calendar: DemoCalendar): readonly IsoDate[] {
  const { today, windows } = calendar;
  const closed = windows.map(({ claimWindow }) => addDays(claimWindow.to, 1));
  const recent = Array.from({ length: EACH_NIGHT_SINCE_DAYS }, (_none, days) => addDays(today, -days));
  return [...new Set([...endings(calendar), ...closed, ...recent])].sort();
}
