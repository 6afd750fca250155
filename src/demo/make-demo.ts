import { sql } from "kysely";
import { hashPassword } from "../identity/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { demoPassword } from "./demo-accounts.ts";
import { type PreparedFiles, prepareFiles } from "./demo-files.ts";
import type { LocationKey } from "./demo-locations.ts";
import { type DemoCalendar, demoCalendar } from "./demo-times.ts";
import { accruals, adjustments, enrollments } from "./earn-money.ts";
import { holdsData, type SeedDeps } from "./holds-data.ts";
import { joinPrograms } from "./join-programs.ts";
import { makePeople } from "./make-people.ts";
import { makeProgram, readExamples } from "./make-programs.ts";
import { nights } from "./pass-nights.ts";
import { longOverYear } from "./plan-season.ts";
import { filesOf, type PlannedStory, planStory } from "./plan-story.ts";
import { COOP_PLANS } from "./plans-coop.ts";
import { PAID_AHEAD_PLANS } from "./plans-paid-ahead.ts";
import { type DatedPlan, datePlan, playPlan } from "./play-plan.ts";
import { playStory } from "./play-story.ts";
import { STORIES } from "./stories.ts";
import { live } from "./timeline.ts";

/** When the organisations joined: before the first program year of the demo. */
const JOINED = new Date("2022-05-02T08:00:00Z");

/**
 * Makes the demo. All rows in one transaction, so that a killed seed leaves an empty database and is repeated at the next
 * start; the bytes of files are kept before it ends, and those of a failed try are harmless (nothing names them).
 * Returns false when another process made the data meanwhile.
 */
export async function makeDemo({ db, storage, now, log }: SeedDeps): Promise<boolean> {
  const started = performance.now();
  const examples = await readExamples();
  const calendar = demoCalendar(examples.coop, now);
  const planned = STORIES.map((story, index) => planStory(calendar, story, index));
  const dated = {
    coop: COOP_PLANS.map((plan, index) => datePlan(calendar, plan, index + 1)),
    paidAhead: PAID_AHEAD_PLANS.map((plan, index) => datePlan(calendar, plan, index + 2)),
  };
  const plans = [...dated.coop, ...dated.paidAhead];
  const stories = [...planned, ...plans.flatMap(({ claims }) => claims.map((claim) => claim.planned))];
  const [passwordHash, files] = await Promise.all([
    hashPassword(demoPassword),
    prepareFiles(storage, stories.flatMap(filesOf)),
  ]);
  log.debug({ ms: Math.round(performance.now() - started) }, "demo files made");
  try {
    const made = await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
      // Of two processes that start on an empty database, one waits here and then finds it filled.
      await sql`select pg_advisory_xact_lock(hashtext('fundproof:demo'))`.execute(tx);
      if (await holdsData(tx)) return false;
      await fill(tx, { examples, calendar, planned, dated, files, passwordHash });
      return true;
    });
    const ms = Math.round(performance.now() - started);
    log.info({ ms, claims: stories.length, plans: plans.length }, "demo data made");
    return made;
  } finally {
    await files.discard();
  }
}

interface Material {
  readonly examples: Awaited<ReturnType<typeof readExamples>>;
  readonly calendar: DemoCalendar;
  readonly planned: readonly PlannedStory[];
  readonly dated: { readonly coop: readonly DatedPlan[]; readonly paidAhead: readonly DatedPlan[] };
  readonly files: PreparedFiles;
  readonly passwordHash: string;
}

/** Where plans are paid ahead of proof: locations with money in that program, and those that only plan there. */
const PAID_AHEAD: readonly LocationKey[] = ["boston", "munich", "tokyo"];
const PLANNING_ONLY: readonly LocationKey[] = ["denver", "london", "hamburg", "osaka", "bristol"];

async function fill(tx: Tx, { examples, calendar, planned, dated, files, passwordHash }: Material): Promise<void> {
  const coop = await makeProgram(tx, examples.coop, calendar);
  const plans = await makeProgram(tx, examples.plans, calendar);
  const cast = await makePeople(tx, JOINED, { coop, passwordHash });
  const money = { calendar, cast, program: coop, fundType: "coop" };
  const planMoney = { calendar, cast, program: plans, fundType: "market-development" };
  const stage = { cast, document: examples.coop, files };
  const planStage = { cast, document: examples.plans, files };
  await live(tx, [
    ...enrollments(money),
    ...enrollments(planMoney, [...PAID_AHEAD, ...PLANNING_ONLY]),
    ...enrollments(planMoney, ["osaka", "bristol"], [longOverYear(calendar)]),
    ...accruals(money),
    ...accruals(planMoney, PAID_AHEAD),
    ...adjustments(money),
    ...planned.flatMap((story) => playStory(stage, story)),
    ...dated.coop.flatMap((plan) => playPlan(stage, plan)),
    ...dated.paidAhead.flatMap((plan) => playPlan(planStage, plan)),
    ...nights(calendar),
  ]);
  await joinPrograms(tx, { document: examples.coop, calendar, cast });
}
