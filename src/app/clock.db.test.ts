import { rmSync } from "node:fs";
import { pino } from "pino";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { buildPartner, buildPerson } from "../../test/builders/identity.ts";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { asSuperuser, buildLedgerFund } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { makeDataDir, runCommand } from "../../test/program/start-program.ts";
import { clockJobs } from "./clock.ts";

const database = useDatabase();
const dataDir = makeDataDir();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const book = ledgerBook(database);
const NOW = new Date("2026-11-23T12:00:00Z");

/** What was logged, as the lines say it. */
const logged: Record<string, unknown>[] = [];
const log = pino(
  { base: null },
  { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
);
beforeEach(() => {
  logged.length = 0;
});

const jobs = () => clockJobs({ db: database.db, log, now: () => NOW });

async function strike(name: string): Promise<void> {
  const job = jobs().find((candidate) => candidate.name === name);
  if (!job) throw new Error(`the clock knows no ${name}`);
  await job.run();
}

const check = () =>
  runCommand(["check"], { DATABASE_URL: database.adminUrl, DATA_DIR: dataDir, SESSION_SECRET: "x".repeat(32) });
const countOf = (table: string) =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
    return rows[0]?.count;
  });

test("the clock checks the books once each night, and sweeps, expires and demands during the day", () => {
  expect(Object.fromEntries(jobs().map(({ name, cron, zone }) => [name, `${cron} ${zone}`]))).toEqual({
    "demand-missing-proof": "25 * * * * UTC",
    "expire-claims": "*/10 * * * * UTC",
    "expire-invitations": "20 * * * * UTC",
    "end-plans": "5,15,25,35,45,55 * * * * UTC",
    "forget-old-answers": "15 * * * * UTC",
    "judge-enrollments": "30 3,9,15,21 * * * UTC",
    "renew-enrollments": "50 * * * * UTC",
    "resume-dry-runs": "* * * * * UTC",
    "sweep-ended-sessions": "45 * * * * UTC",
    checks: "0 2 * * * UTC",
  });
});

test("every job of the clock runs, also when there is nothing to do, and may run again", async () => {
  for (const job of [...jobs(), ...jobs()]) await job.run();
  expect(logged.map(({ msg }) => msg)).toEqual(["every invariant holds", "every invariant holds"]);
});

test("sessions that have ended are deleted each hour, the others stay", async () => {
  const { partner } = await buildPartner(database.db);
  const { person } = await buildPerson(database.db, partner, { password: true });
  await asSuperuser(database, (client) =>
    client.query(
      `insert into auth."session" ("id", "userId", "token", "expiresAt", "createdAt", "updatedAt")
       select gen_random_uuid(), $1, 'token ' || hours, $2::timestamptz + hours * interval '1 hour', $2, $2
         from unnest(array[-48, -1, 0, 1]) as hours`,
      [person.id, NOW],
    ),
  );
  await strike("sweep-ended-sessions");
  expect(await countOf(`auth."session"`)).toBe(1);
  expect(logged).toMatchObject([{ msg: "ended sessions deleted", swept: "3" }]);
});

describe("the invariants", () => {
  test("are found to hold: by the clock in one line, by the command with exit code 0", async () => {
    await book.earn(await buildLedgerFund(database), "5000.00");
    await strike("checks");
    expect(logged).toMatchObject([{ level: 30, msg: "every invariant holds" }]);
    const { code, output } = await check();
    expect(code).toBe(0);
    expect(output).toMatch(/^holds {2}entries-balance\n[\s\S]*holds {2}files-are-there\nEvery invariant holds\.\n$/);
  });

  test("that do not hold are named: by the clock as errors, by the command with exit code 1", async () => {
    const fund = await buildLedgerFund(database);
    await book.earn(fund, "5000.00");
    const change = (cents: number) =>
      asSuperuser(database, (client) =>
        client.query(
          `set session_replication_role = replica;
           update ledger_account set balance = balance + ${cents} where fund_id = '${fund.fundId}' and kind = 'fund-available'`,
        ),
      );
    await change(100);
    await strike("checks");
    expect(logged.map(({ level, msg }) => [level, msg])).toEqual([
      [50, "an invariant does not hold"],
      [50, "an invariant does not hold"],
    ]);
    expect(logged.map(({ fault }) => String(fault).split(":")[0])).toEqual([
      "balances-equal-postings",
      "lots-equal-balances",
    ]);
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toMatch(/FAILS {2}balances-equal-postings\n.*500100 USD[\s\S]*2 discrepancies were found/);
    await change(-100);
    expect(await check()).toMatchObject({ code: 0 });
  });
});
