import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "../../../src/platform/database/free-local-port.ts";
import { makeDemo } from "../../program/demo-folder.ts";
import { type RunningProgram, runCommand, startProgram } from "../../program/start-program.ts";
import { signIn } from "../../program/visitor.ts";
import { countDead, countUndone, readSubmitted } from "./books.ts";
import { makeSubmissions, type Submission, send, sideBySide, submitAll, uuidsOf } from "./submit-all.ts";
import { killDatabase, type Victim } from "./victims.ts";

/** What is tried. */
export interface TrialPlan {
  /** An empty folder, where the data of the trial lie. */
  readonly home: string;
  readonly submissions: number;
  readonly inFlight: number;
  readonly victim: Victim;
  /** How often, spread evenly over the submissions. */
  readonly kills: number;
  /** Whether a backup is taken in the middle, restored and checked. */
  readonly backup: boolean;
  /** Waits until every event was told, also those that a killed worker had in hand (some minutes). */
  readonly untilJobsDone: boolean;
  readonly say: (line: string) => void;
}

/** What came of it. All counts but the first three ought to be 0. */
export interface TrialReport {
  readonly acknowledged: number;
  /** Submissions that had to be sent more than once. */
  readonly sentAgain: number;
  readonly seconds: number;
  /** Acknowledged, and not in the books. */
  readonly missing: number;
  /** In the books more than once: as entry, decision or event. */
  readonly twice: number;
  /** Sent again under the same key at the end, and answered otherwise than the first time. */
  readonly answeredOtherwise: number;
  readonly dead: number;
  readonly undone: number;
  /** What `check --files` ended with, and the restore of the backup; undefined where there was none. */
  readonly check: number | null;
  readonly restore: number | null | undefined;
  /** Acknowledged before the backup began, and not in what was restored. */
  readonly missingInBackup: number;
}

const PARTNER = "incentives-admin@partner.example";
const JOBS_DONE_WITHIN_MS = 600_000;

/**
 * Submits claims over a real line while parts of the program are killed with signal 9 and started again, and looks afterwards
 * whether every acknowledged submission is in the books exactly once.
 */
export async function runTrial(plan: TrialPlan): Promise<TrialReport> {
  const dataDir = join(plan.home, "data");
  const variables = { DATA_DIR: dataDir, PORT: String(await findFreePort()), NODE_ENV: "development" };
  await makeDemo(dataDir);
  let program = await startProgram(variables);
  try {
    const visitor = await signIn(program.baseUrl, PARTNER);
    const submissions = await makeSubmissions(visitor, plan.submissions, plan.inFlight);
    plan.say(`${submissions.length} claims are ready; killing: ${plan.victim}.`);
    const started = performance.now();
    const killer = killAtIntervals(plan, async () => {
      if (plan.victim !== "database") await program.kill();
      if (plan.victim !== "application") killDatabase(dataDir);
      if (plan.victim !== "database") program = await startProgram(variables);
    });
    const saver = backupHalfWay(plan, dataDir, submissions);
    await submitAll(visitor, submissions, plan.inFlight, (total) => {
      killer.at(total);
      saver.at(total);
    });
    const seconds = (performance.now() - started) / 1000;
    await killer.done();
    const saved = await saver.done();
    program = await startAgain(program, variables);
    const judged = await judge(plan, dataDir, submissions, (submission) => send(visitor, submission));
    await program.stop();
    const check = await runCommand(["check", "--files"], variables);
    if (check.code !== 0) plan.say(check.output);
    const sentAgain = submissions.filter(({ tries }) => tries > 1).length;
    return { acknowledged: submissions.length, sentAgain, seconds, ...judged, check: check.code, ...saved };
  } finally {
    await program.stop();
  }
}

/** A normal end and a normal start, after which everything must be as it was promised. */
async function startAgain(program: RunningProgram, variables: Record<string, string>): Promise<RunningProgram> {
  await program.stop();
  return startProgram(variables);
}

/** Kills when so many have been acknowledged that the next of the evenly spread moments has come. */
function killAtIntervals(plan: TrialPlan, kill: () => Promise<void>) {
  const every = Math.floor(plan.submissions / (plan.kills + 1));
  let killed = 0;
  let under: Promise<void> = Promise.resolve();
  return {
    at: (total: number): void => {
      if (plan.victim === "nobody" || killed >= plan.kills || total < every * (killed + 1)) return;
      killed += 1;
      plan.say(`  kill ${killed} after ${total} acknowledged`);
      under = under.then(kill);
    },
    done: () => under,
  };
}

/** Takes a backup with the command while the load goes on, restores it and looks whether it lacks anything. */
function backupHalfWay(plan: TrialPlan, dataDir: string, submissions: readonly Submission[]) {
  const folder = join(plan.home, "backup");
  let known: readonly string[] = [];
  let taken: ReturnType<typeof runCommand> | undefined;
  return {
    at: (total: number): void => {
      if (!plan.backup || taken || total < plan.submissions / 3) return;
      known = uuidsOf(submissions.filter(({ acknowledged }) => acknowledged));
      plan.say(`  backup begins after ${total} acknowledged`);
      taken = runCommand(["backup", folder], { DATA_DIR: dataDir });
    },
    done: async (): Promise<Pick<TrialReport, "restore" | "missingInBackup">> => {
      if (!taken) return { restore: undefined, missingInBackup: 0 };
      const backup = await taken;
      if (backup.code !== 0) throw new Error(`the backup failed:\n${backup.output}`);
      const restored = join(plan.home, "restored");
      const { code, output } = await runCommand(["restore", folder], { DATA_DIR: restored });
      plan.say(output.trim().split("\n").slice(-8).join("\n"));
      const program = await startProgram({ DATA_DIR: restored });
      const there = await readSubmitted(restored, known);
      await program.stop();
      const missingInBackup = known.length - there.filter(({ status }) => status === "submitted").length;
      return { restore: code, missingInBackup };
    },
  };
}

type Judgement = Pick<TrialReport, "missing" | "twice" | "answeredOtherwise" | "dead" | "undone">;

async function judge(
  plan: TrialPlan,
  dataDir: string,
  submissions: readonly Submission[],
  again: (submission: Submission) => ReturnType<typeof send>,
): Promise<Judgement> {
  let answeredOtherwise = 0;
  await sideBySide(plan.inFlight, submissions, async (submission) => {
    const said = await again(submission);
    const first = submission.acknowledged;
    if (said?.status !== 200 || JSON.stringify(said.body) !== JSON.stringify(first?.body)) answeredOtherwise += 1;
  });
  const books = await readSubmitted(dataDir, uuidsOf(submissions));
  const whole = books.filter(({ status, round }) => status === "submitted" && round === 1);
  const twice = books.filter(({ entries, decisions, events }) => entries > 1 || decisions > 1 || events > 1).length;
  const once = whole.filter(({ entries, decisions, events }) => entries === 1 && decisions === 1 && events === 1);
  const until = Date.now() + (plan.untilJobsDone ? JOBS_DONE_WITHIN_MS : 0);
  while ((await countUndone(dataDir)) > 0 && Date.now() < until) await pause(1000);
  return {
    missing: submissions.length - once.length - twice,
    twice,
    answeredOtherwise,
    dead: await countDead(dataDir),
    undone: plan.untilJobsDone ? await countUndone(dataDir) : 0,
  };
}
