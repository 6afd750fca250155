import { enrollLocation } from "../enrollments/index.ts";
import { accrueToFund, adjustFund, openFund } from "../funds/index.ts";
import { addDays, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Money, moneyOf } from "../money/index.ts";
import { type ClaimingWindow, type Program, programYearOf } from "../programs/index.ts";
import { LOCATIONS, type LocationKey } from "./demo-locations.ts";
import { type DemoCalendar, momentAgo, monthEnds, onDay } from "./demo-times.ts";
import type { DemoCast } from "./make-people.ts";
import type { Happening } from "./timeline.ts";

/** What the demo's money is made of. */
export interface DemoMoney {
  readonly calendar: DemoCalendar;
  readonly cast: DemoCast;
  readonly program: Program;
  readonly fundType: string;
}

const LOCATION_KEYS = Object.keys(LOCATIONS) as LocationKey[];
/** How a month of a half-year compares to a usual one, in percent. */
const SEASONS = [82, 110, 95, 121, 88, 104] as const;
/** How a quarter compares to a usual month: older money is booked by the quarter. */
const QUARTERS = [287, 313] as const;

/** Enrolls locations, unless years are named in every program year in which they have something to claim and in the present one. */
export function enrollments(
  money: DemoMoney,
  keys: readonly LocationKey[] = LOCATION_KEYS,
  named?: readonly string[],
): Happening[] {
  const { calendar, cast, program } = money;
  const years = new Set(
    named ?? [
      ...fundWindows(calendar).flatMap(({ usagePeriod }) =>
        usagePeriod.from <= calendar.today ? programYearOf(usagePeriod.from).code : [],
      ),
      programYearOf(calendar.today).code,
    ],
  );
  return keys.flatMap((key) =>
    [...years].map((programYear) => {
      const at = onDay(calendar, addDays(`20${Number(programYear.slice(2)) - 1}-07-01`, -20), 9);
      return {
        at,
        run: async (tx): Promise<void> => {
          const locationId = cast.locations[key].id;
          const { payoutReady } = LOCATIONS[key];
          await enrollLocation(
            tx,
            { actor: SYSTEM_ACTOR, now: at },
            { locationId, programId: program.id, programYear, payoutReady },
          );
        },
      };
    }),
  );
}

/** What each location earned month by month, from two periods before the one that is claimed now to the present month. */
export function accruals(money: DemoMoney, keys: readonly LocationKey[] = LOCATION_KEYS): Happening[] {
  return keys.flatMap((key) => fundWindows(money.calendar).flatMap((window) => fundOf(money, key, window)));
}

/** Corrections of funds by the vendor's finance, each with its reason. */
export function adjustments({ calendar, cast, program, fundType }: DemoMoney): Happening[] {
  const window = calendar.windows[calendar.present];
  if (!window) return [];
  return CORRECTIONS.map(({ key, days, amount, reasonCode, note }, index) => {
    const at = momentAgo(calendar.now, days, index + 3);
    return {
      at,
      run: async (tx) => {
        const { currency } = LOCATIONS[key];
        const where = {
          locationId: cast.locations[key].id,
          programId: program.id,
          fundType,
          earningPeriod: window.earningPeriod.code,
          currency,
        };
        const fund = await openFund(tx, { actor: SYSTEM_ACTOR, now: at }, where);
        await adjustFund(tx, { actor: cast.actors.fiona, now: at }, fund.id, () => ({
          amount: moneyOf(amount, currency),
          reasonCode,
          note,
          effectiveFor: window.earningPeriod.to,
        }));
      },
    };
  });
}

const CORRECTIONS: readonly { key: LocationKey; days: number; amount: string; reasonCode: string; note: string }[] = [
  {
    key: "boston",
    days: 26,
    amount: "1200.00",
    reasonCode: "policy-exception",
    note: "Agreed for the roadshow: two towns were added at our request.",
  },
  {
    key: "boston",
    days: 12,
    amount: "-850.00",
    reasonCode: "ops-wrong-calculation",
    note: "One subscription had been counted in two months.",
  },
  {
    key: "denver",
    days: 18,
    amount: "-420.00",
    reasonCode: "overdue-vendor-invoice",
    note: "Invoice 88-2031 was paid 41 days late.",
  },
  {
    key: "munich",
    days: 9,
    amount: "300.00",
    reasonCode: "partner-mapping",
    note: "Three subscriptions were mapped to another partner and came back.",
  },
];

/** Funds exist from two windows before the present one to the one that is being earned. */
function fundWindows({ windows, present, today }: DemoCalendar): readonly ClaimingWindow[] {
  return windows.filter((window, index) => index >= present - 2 && window.earningPeriod.from <= today);
}

function fundOf(money: DemoMoney, key: LocationKey, window: ClaimingWindow): Happening[] {
  const { calendar, cast, program, fundType } = money;
  const { currency, monthly, payingEntities } = LOCATIONS[key];
  const where = {
    locationId: cast.locations[key].id,
    programId: program.id,
    fundType,
    earningPeriod: window.earningPeriod.code,
    currency,
  };
  let fundId = "";
  const openAt = onDay(calendar, window.earningPeriod.from, 7);
  const opening: Happening = {
    at: openAt,
    run: async (tx) => {
      fundId = (await openFund(tx, { actor: SYSTEM_ACTOR, now: openAt }, where)).id;
    },
  };
  const booked = earned(calendar, window).flatMap(({ end, percent }, index): Happening[] => {
    // What was earned is known on the fifth day of the next month.
    const at = new Date(`${addDays(end, 5)}T06:00:00Z`);
    if (at > calendar.now) return [];
    const payingEntity = payingEntities[index % 3 === 2 ? payingEntities.length - 1 : 0] ?? payingEntities[0];
    const amount = part(moneyOf(monthly, currency), percent);
    return [
      {
        at,
        run: async (tx) => {
          const command = { actor: SYSTEM_ACTOR, now: at };
          await accrueToFund(tx, command, { fundId, earningId: newUuid(at), amount, payingEntity, effectiveOn: end });
        },
      },
    ];
  });
  return [opening, ...booked];
}

/** When something is earned, and how much of a usual month: month by month, what is long past by the quarter. */
function earned({ windows, present }: DemoCalendar, window: ClaimingWindow): { end: string; percent: number }[] {
  const ends = monthEnds(window.earningPeriod);
  if (windows.indexOf(window) >= present) return ends.map((end, month) => ({ end, percent: SEASONS[month] ?? 100 }));
  return QUARTERS.map((percent, quarter) => ({ end: ends[quarter * 3 + 2] ?? window.earningPeriod.to, percent }));
}

function part({ minor, currency }: Money, percent: number): Money {
  return { minor: (minor * BigInt(percent)) / 100n, currency };
}
