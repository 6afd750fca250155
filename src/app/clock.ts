import { expireClaims } from "../claims/index.ts";
import { expireInvitations, judgeAllAgain, renewEnrollments } from "../enrollments/index.ts";
import { sweepEndedSessions } from "../identity/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { closePlans, demandMissingProofs, expirePlans } from "../plans/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { forgetOldAnswers } from "../platform/http/index.ts";
import type { ScheduledJob } from "../platform/jobs/index.ts";
import type { Log } from "../platform/log/index.ts";
import { resumeDryRuns } from "../simulation/index.ts";
import { runChecks } from "./run-checks.ts";

/** What the clock works with. */
export interface ClockDeps {
  readonly db: Db;
  readonly log: Log;
  readonly now: () => Date;
}

/** Everything that happens because time has passed, with when. Each may run again without harm. */
export function clockJobs({ db, log, now }: ClockDeps): readonly ScheduledJob[] {
  return [
    {
      name: "expire-claims",
      cron: "*/10 * * * *",
      zone: "UTC",
      run: async () => {
        const expired = await expireClaims(db, now());
        if (expired > 0) log.info({ expired }, "claims expired");
      },
    },
    {
      name: "demand-missing-proof",
      cron: "25 * * * *",
      zone: "UTC",
      run: async () => {
        const plans = await demandMissingProofs(db, now());
        if (plans > 0) log.info({ plans }, "unproven payments demanded back");
      },
    },
    {
      name: "end-plans",
      cron: "5,15,25,35,45,55 * * * *",
      zone: "UTC",
      run: async () => {
        const expired = await expirePlans(db, now());
        const closed = await closePlans(db, now());
        if (expired + closed > 0) log.info({ expired, closed }, "plans ended");
      },
    },
    ...enrollmentJobs({ db, log, now }),
    {
      name: "resume-dry-runs",
      cron: "* * * * *",
      zone: "UTC",
      run: async () => {
        const resumed = await resumeDryRuns({ db, now });
        if (resumed > 0) log.info({ resumed }, "dry runs go on");
      },
    },
    { name: "forget-old-answers", cron: "15 * * * *", zone: "UTC", run: () => forgetOldAnswers(db, now()) },
    {
      name: "sweep-ended-sessions",
      cron: "45 * * * *",
      zone: "UTC",
      run: async () => {
        const swept = await inTransaction(db, SYSTEM_ACTOR, (tx) => sweepEndedSessions(tx, now()));
        if (swept > 0n) log.info({ swept: String(swept) }, "ended sessions deleted");
      },
    },
    { name: "checks", cron: "0 2 * * *", zone: "UTC", run: () => checkBooks(db, log) },
  ];
}

/** What time does to taking part: invitations end, years follow each other, requirements are judged anew. */
function enrollmentJobs({ db, log, now }: ClockDeps): readonly ScheduledJob[] {
  return [
    {
      name: "expire-invitations",
      cron: "20 * * * *",
      zone: "UTC",
      run: async () => {
        const expired = await expireInvitations(db, now());
        if (expired > 0) log.info({ expired }, "invitations expired");
      },
    },
    {
      name: "renew-enrollments",
      cron: "50 * * * *",
      zone: "UTC",
      run: async () => {
        const renewed = await renewEnrollments(db, now());
        if (renewed > 0) log.info({ renewed }, "enrollments carried over");
      },
    },
    {
      name: "judge-enrollments",
      // Once a day would do; a program that was down at that hour makes up for it at the next.
      cron: "30 3,9,15,21 * * *",
      zone: "UTC",
      run: async () => {
        const changed = await judgeAllAgain(db, now());
        if (changed > 0) log.info({ changed }, "enrollments changed by their requirements");
      },
    },
  ];
}

/** A discrepancy is somebody's to look at, not a fault of the job: trying again would find the same. */
async function checkBooks(db: Db, log: Log): Promise<void> {
  const faults = await runChecks(db);
  for (const fault of faults) log.error({ fault }, "an invariant does not hold");
  if (faults.length === 0) log.info("every invariant holds");
}
