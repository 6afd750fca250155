import { dateIn, type IsoDate, idText } from "../../kernel/index.ts";
import type { ClaimingWindow } from "../edition-schema.ts";
import type { Edition } from "../program.ts";
import { holdsOn, inOrder, windowsInForce } from "../windows.ts";
import { activityGuides } from "./about-activity.ts";
import { dateStatements, deadlinesFrom, isWindowOf } from "./about-dates.ts";
import { moneyStatements, planStatements, programStatements } from "./about-program.ts";
import { claimStatements, keepingStatements, stepStatements } from "./about-steps.ts";
import type { ProgramGuide } from "./guide-contract.ts";

/** What a guide is made for: a day, a moment to count from, and whose business days. */
export interface GuideAsked {
  readonly on: IsoDate;
  readonly now: Date;
  readonly market: string;
}

/**
 * How a program works by one of its editions. Pure: the same edition, day and moment give the same guide. `published` are all
 * published editions of the program, for the windows of others that are still under way and for who judges what was earned.
 */
export function programGuide(edition: Edition, published: readonly Edition[], asked: GuideAsked): ProgramGuide {
  const { document } = edition;
  const today = dateIn(document.timeZone, asked.now);
  const clock = { now: asked.now, zone: document.timeZone, market: asked.market, calendar: document.calendar };
  const windows = windowsFor(edition, published, asked.on);
  return {
    program: document.program,
    programName: document.programName,
    edition: {
      id: idText("edition", edition.id),
      programYear: edition.programYear,
      version: edition.version,
      startsOn: edition.startsOn,
      endsOn: edition.endsOn,
    },
    vendorGuide: document.guide ?? null,
    on: asked.on,
    today,
    timeZone: document.timeZone,
    market: asked.market.toUpperCase(),
    aboutProgram: programStatements(document),
    aboutPlans: planStatements(document, clock),
    aboutMoney: moneyStatements(document, clock),
    aboutDates: dateStatements(document),
    aboutClaims: claimStatements(document),
    steps: stepStatements(document, clock),
    keeping: keepingStatements(document, clock),
    windows,
    deadlines: deadlinesFrom(windows, today),
    activities: activityGuides(document),
    neverPaid: document.excludedExpenses,
    reasons: document.reasonCodes
      .filter(({ usedFor }) => usedFor.some((use) => use !== "adjust"))
      .map(({ code, label, whatToDo, usedFor }) => ({ code, label, whatToDo, usedFor })),
  };
}

/** The windows of the edition, and those of others that are under way on the day, each with the editions that judge it. */
function windowsFor(edition: Edition, published: readonly Edition[], on: IsoDate): ProgramGuide["windows"] {
  const others = published.filter(({ id }) => id !== edition.id);
  const known = [edition, ...others];
  const yearOf = (day: IsoDate): Edition | undefined => known.find((each) => holdsOn(each, day));
  // Each version speaks for the periods on whose first day it is in force: a correction leaves those that had begun.
  const own = windowsInForce([edition]).map(({ window }) => [window, edition] as const);
  const running = windowsInForce(others)
    .filter(({ window }) => isWindowOf(window, on))
    .map(({ window, edition: other }) => [window, other] as const);
  const judge = new Map<ClaimingWindow, Edition>([...own, ...running]);
  const named = ({ programYear, version }: Edition) => ({ programYear, version });
  return inOrder([...judge.keys()]).map((window) => {
    const earning = yearOf(window.earningPeriod.from);
    return {
      ...window,
      judgedBy: named(judge.get(window) ?? edition),
      earningJudgedBy: earning ? named(earning) : null,
    };
  });
}
