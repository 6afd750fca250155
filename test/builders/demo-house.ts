import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checks } from "../../checks/index.ts";
import { seedDemo } from "../../src/demo/index.ts";
import { enrollmentOf } from "../../src/enrollments/index.ts";
import { findFund, fundBalances } from "../../src/funds/index.ts";
import { dateIn, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { ledger } from "../../src/ledger/index.ts";
import { createDatabase, inTransaction, type Tx } from "../../src/platform/database/index.ts";
import { openFileStorage } from "../../src/platform/files/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import { editionOfPeriod, programByCode, publishedEditions } from "../../src/programs/index.ts";
import { createThrowawayDatabase } from "../database/clone-database.ts";

const log = createLog("silent");
/** Where the days of the demo begin. */
export const ZONE = "America/Los_Angeles";

/** An empty database with a folder for files. */
export async function openHouse() {
  const clone = await createThrowawayDatabase();
  const database = createDatabase(clone.appUrl, { max: 3 });
  const dataDir = mkdtempSync(join(tmpdir(), "fundproof-demo-"));
  const storage = await openFileStorage({ filesUrl: undefined, dataDir }, new Date());
  return {
    storage,
    adminUrl: clone.adminUrl,
    seed: (now: Date) => seedDemo({ db: database.db, storage, now, log }),
    read: <T>(work: (tx: Tx) => Promise<T>) => inTransaction(database.db, SYSTEM_ACTOR, work),
    close: async (): Promise<void> => {
      await database.close();
      await clone.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
/** {@link openHouse} once it is open. */
export type House = Awaited<ReturnType<typeof openHouse>>;

/** What the invariants find. */
export async function discrepancies(house: House): Promise<unknown[]> {
  const found = [];
  for (const check of checks) found.push(...(await house.read((tx) => check.run(tx))));
  return found;
}

/** The fund of the first partner's first location that can be claimed from at this moment. */
export function firstFund(house: House, now: Date) {
  return house.read(async (tx) => {
    const location = await tx.selectFrom("location").select(["id", "name"]).orderBy("id").executeTakeFirstOrThrow();
    const program = await programByCode(tx, "coop");
    if (!program) throw new Error("there is no coop program");
    const today = dateIn(ZONE, now);
    const windows = (await publishedEditions(tx, program.id)).flatMap(({ document }) => document.windows);
    const window = windows.find(({ claimWindow }) => claimWindow.from <= today && today <= claimWindow.to);
    if (!window) throw new Error("no window is open");
    const where = { locationId: location.id, programId: program.id };
    const key = { ...where, fundType: "coop", earningPeriod: window.earningPeriod.code, currency: "USD" };
    const fund = await findFund(tx, key);
    if (!fund) throw new Error("there is no such fund");
    const edition = await editionOfPeriod(tx, program.id, fund.usage.code);
    const enrollment = await enrollmentOf(tx, { ...where, programYear: edition?.programYear ?? "" });
    return { location: location.name, fund, balances: await fundBalances(tx, fund), edition, enrollment };
  });
}

/** The statuses of all claims. */
export async function statuses(house: House): Promise<Set<string>> {
  const rows = await house.read((tx) => tx.selectFrom("claim").select("status").distinct().execute());
  return new Set(rows.map(({ status }) => status));
}

/** The statuses of plans, and of claims under plans, by program. */
export async function planStatuses(house: House): Promise<Record<string, { plans: string[]; claims: string[] }>> {
  const found: Record<string, { plans: string[]; claims: string[] }> = {};
  for (const code of ["coop", "plans"]) {
    found[code] = await house.read(async (tx) => {
      const program = (await programByCode(tx, code))?.id ?? "";
      const plans = await tx.selectFrom("plan").select("status").distinct().where("program_id", "=", program).execute();
      const claims = await tx
        .selectFrom("claim")
        .select("status")
        .distinct()
        .where("program_id", "=", program)
        .where("plan_activity_id", "is not", null)
        .execute();
      const sorted = (rows: readonly { status: string }[]): string[] => rows.map(({ status }) => status).sort();
      return { plans: sorted(plans), claims: sorted(claims) };
    });
  }
  return found;
}

/** Locations that hold at least 5,000 dollars to claim today and have no plan for the period in which it is used. */
export async function freePlaces(house: House, now: Date, code: string): Promise<string[]> {
  return house.read(async (tx) => {
    const program = (await programByCode(tx, code))?.id ?? "";
    const today = dateIn(ZONE, now);
    const windows = (await publishedEditions(tx, program)).flatMap(({ document }) => document.windows);
    const window = windows.find(({ claimWindow }) => claimWindow.from <= today && today <= claimWindow.to);
    const usage = window?.usagePeriod.code ?? "";
    const period = code === "coop" ? usage : usage.slice(0, 4);
    const plans = await tx
      .selectFrom("plan")
      .select("location_id")
      .where("program_id", "=", program)
      .where("period", "=", period)
      .where("status", "<>", "cancelled")
      .execute();
    const locations = await tx.selectFrom("location").select(["id", "name"]).orderBy("id").execute();
    const free = [];
    for (const { id, name } of locations) {
      const key = {
        locationId: id,
        programId: program,
        earningPeriod: window?.earningPeriod.code ?? "",
        currency: "USD",
      };
      const fund = await findFund(tx, { ...key, fundType: code === "coop" ? "coop" : "market-development" });
      if (!fund || plans.some(({ location_id }) => location_id === id)) continue;
      if ((await fundBalances(tx, fund)).remaining.minor >= 500_000n) free.push(name);
    }
    return free;
  });
}

/**
 * Lines of the statements of all funds, read from the oldest, that were booked before the one above them, or whose balance is not
 * the one above with their amount; and how many lines there are.
 */
export function statementsOutOfTime(house: House): Promise<{ readonly lines: number; readonly faults: string[] }> {
  return house.read(async (tx) => {
    const faults: string[] = [];
    let count = 0;
    for (const { id } of await tx.selectFrom("fund").select("id").execute()) {
      const lines = (await ledger.fundLines(tx, id, { limit: 1000 })).reverse();
      count += lines.length;
      for (const [index, { recordedAt, change, availableAfter, position }] of lines.entries()) {
        const above = lines[index - 1];
        if (above && recordedAt < above.recordedAt) faults.push(`entry ${position} of fund ${id} stands too late`);
        const sum = (above?.availableAfter.minor ?? 0n) + change.minor;
        if (sum !== availableAfter.minor) faults.push(`entry ${position} of fund ${id} leaves another balance`);
      }
    }
    return { lines: count, faults };
  });
}
