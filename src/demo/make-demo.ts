import { sql } from "kysely";
import { expireClaims } from "../claims/index.ts";
import { hashPassword } from "../identity/index.ts";
import { addDays, dateIn, SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction, type Tx } from "../platform/database/index.ts";
import { demoPassword } from "./demo-accounts.ts";
import { type PreparedFiles, prepareFiles } from "./demo-files.ts";
import { type DemoCalendar, demoCalendar } from "./demo-times.ts";
import { accruals, adjustments, enrollments } from "./earn-money.ts";
import { holdsData, type SeedDeps } from "./holds-data.ts";
import { makePeople } from "./make-people.ts";
import { makeProgram, readExamples } from "./make-programs.ts";
import { filesOf, type PlannedStory, planStory } from "./plan-story.ts";
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
  const [passwordHash, files] = await Promise.all([
    hashPassword(demoPassword),
    prepareFiles(storage, planned.flatMap(filesOf)),
  ]);
  log.debug({ ms: Math.round(performance.now() - started) }, "demo files made");
  try {
    const made = await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
      // Of two processes that start on an empty database, one waits here and then finds it filled.
      await sql`select pg_advisory_xact_lock(hashtext('fundproof:demo'))`.execute(tx);
      if (await holdsData(tx)) return false;
      await fill(tx, { examples, calendar, planned, files, passwordHash });
      return true;
    });
    if (made) await endForgotten(db, calendar);
    log.info({ ms: Math.round(performance.now() - started), claims: planned.length }, "demo data made");
    return made;
  } finally {
    await files.discard();
  }
}

interface Material {
  readonly examples: Awaited<ReturnType<typeof readExamples>>;
  readonly calendar: DemoCalendar;
  readonly planned: readonly PlannedStory[];
  readonly files: PreparedFiles;
  readonly passwordHash: string;
}

async function fill(tx: Tx, { examples, calendar, planned, files, passwordHash }: Material): Promise<void> {
  const coop = await makeProgram(tx, examples.coop, calendar);
  const plans = await makeProgram(tx, examples.plans, calendar);
  const cast = await makePeople(tx, JOINED, { coop, passwordHash });
  const money = { calendar, cast, program: coop, fundType: "coop" };
  const planMoney = { calendar, cast, program: plans, fundType: "market-development" };
  const stage = { cast, document: examples.coop, files };
  await live(tx, [
    ...enrollments(money),
    ...enrollments(planMoney, ["boston", "munich", "tokyo"]),
    ...accruals(money),
    ...accruals(planMoney, ["boston", "munich", "tokyo"]),
    ...adjustments(money),
    ...planned.flatMap((story) => playStory(stage, story)),
  ]);
}

/**
 * Ends the claims whose time has run out, as the nightly job would have: it works in transactions of its own. Should the
 * seed be killed before it, the job does it at the next start.
 */
async function endForgotten(db: Db, { now, windows, present, zone }: DemoCalendar): Promise<void> {
  const closed = windows[present - 2];
  if (closed) await expireClaims(db, new Date(`${addDays(closed.claimWindow.to, 1)}T12:00:00Z`));
  const asked = new Date(`${addDays(dateIn(zone, now), -30)}T12:00:00Z`);
  await expireClaims(db, asked);
}
