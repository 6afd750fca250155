import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction, type Tx } from "../platform/database/index.ts";
import { type Edition, EditionShape, editionById, editionForYear, type JudgingEdition } from "../programs/index.ts";
import { type ChangedClaim, type DryRun, differs, isUnderWay, type Totals } from "./dry-run.ts";
import { changeDryRun, documentOf, lockDryRun, saveProgress } from "./dry-run-store.ts";
import { judgeAgain } from "./judge-again.ts";
import { countPastClaims, nextPastClaims, type PastClaim } from "./past-claims.ts";

/** What a run works with. */
export interface DryRunDeps {
  readonly db: Db;
  readonly now: () => Date;
  /** Claims of one batch; 150 unless said. */
  readonly batch?: number;
}

const BATCH = 150;

/**
 * Goes through the claims of a run, batch by batch: read in a transaction that can write nothing, judged in memory, saved
 * with where it stands. Whoever is called again after a kill goes on behind the last saved batch; of two at once, the slower one
 * stops. Ends when the run is done, was cancelled, or is gone with its draft.
 */
export async function runDryRun(deps: DryRunDeps, id: string): Promise<void> {
  const begun = await begin(deps, id);
  if (!begun) return;
  const books = ruleBooks(begun.tried);
  for (let run: DryRun | undefined = begun.run; run !== undefined; ) run = await nextBatch(deps, run, books);
}

/** Notes why a run could not go on, so that nobody waits for it. */
export async function failDryRun({ db, now }: DryRunDeps, id: string, failure: string): Promise<void> {
  await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const run = await lockDryRun(tx, id);
    if (run && isUnderWay(run))
      await changeDryRun(tx, id, { status: "failed", failure: failure.slice(0, 500), finishedAt: now() });
  });
}

async function begin({ db, now }: DryRunDeps, id: string) {
  return inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const run = await lockDryRun(tx, id);
    if (!run || !isUnderWay(run)) return undefined;
    const total = run.total ?? (await countPastClaims(tx, run));
    const at = now();
    await changeDryRun(tx, id, { status: "running", total, startedAt: run.startedAt ?? at, beatAt: at });
    const document = EditionShape.parse(await documentOf(tx, id));
    return { run: { ...run, status: "running" as const, total }, tried: { document, version: 0 } };
  });
}

/** One batch. Gives the run as it stands then; undefined when there is nothing more to do. */
async function nextBatch(deps: DryRunDeps, run: DryRun, books: RuleBooks): Promise<DryRun | undefined> {
  const size = deps.batch ?? BATCH;
  const found = await readingOnly(deps.db, async (tx) => {
    const tally: Tally = { judged: 0, reached: undefined, changed: [], totals: {} };
    for await (const claims of nextPastClaims(tx, run, size)) {
      for (const { editionId } of claims) await books.learn(tx, editionId);
      // Others have their turn: the same process serves people.
      await setImmediate();
      for (const claim of claims) judgeOne(tally, claim, books);
    }
    return tally;
  });
  return inTransaction(deps.db, SYSTEM_ACTOR, async (tx) => {
    const standing = await lockDryRun(tx, run.id);
    // Cancelled, gone, or somebody else has gone on from here.
    if (standing?.status !== "running" || standing.reached !== run.reached) return undefined;
    if (found.reached === undefined) {
      await changeDryRun(tx, run.id, { status: "done", finishedAt: deps.now() });
      return undefined;
    }
    const next = {
      judged: run.judged + found.judged,
      totals: addTotals(run.totals, found.totals),
      reached: found.reached,
    };
    await saveProgress(tx, run.id, { ...next, changed: found.changed, now: deps.now() });
    return { ...run, ...next };
  });
}

/** A transaction on behalf of the program itself in which PostgreSQL refuses every write. */
export function readingOnly<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    await sql`set transaction read only`.execute(tx);
    return work(tx);
  });
}

/** What was found in a batch so far: sums, and of the claims only those that would have changed. */
interface Tally {
  judged: number;
  /** Id of the last claim that was judged. */
  reached: string | undefined;
  readonly changed: ChangedClaim[];
  totals: Totals;
}

function judgeOne(tally: Tally, { claimId, partnerId, editionId, read }: PastClaim, books: RuleBooks): void {
  const once = read();
  const { activityType, currency } = once.subject;
  const compared = judgeAgain(books.judging(editionId), books.tried(editionId), once);
  const { before, after } = compared;
  tally.judged += 1;
  tally.reached = claimId;
  tally.totals = addTotals(tally.totals, { [currency]: { claims: 1, before: before.amount, after: after.amount } });
  if (differs(compared)) tally.changed.push({ claimId, partnerId, activityType, currency, ...compared });
}

function addTotals(a: Totals, b: Totals): Totals {
  const sums = new Map(Object.entries(a));
  for (const [currency, more] of Object.entries(b)) {
    const { claims, before, after } = sums.get(currency) ?? { claims: 0, before: 0n, after: 0n };
    sums.set(currency, { claims: claims + more.claims, before: before + more.before, after: after + more.after });
  }
  return Object.fromEntries(sums);
}

interface RuleBooks {
  readonly learn: (tx: Tx, editionId: string) => Promise<void>;
  readonly judging: (editionId: string) => JudgingEdition;
  readonly tried: (editionId: string) => JudgingEdition;
}

/** The editions that judged, and the one that is tried, with its dates moved to the year of each. */
function ruleBooks(tried: JudgingEdition): RuleBooks {
  const known = new Map<string, { readonly judging: Edition; readonly tried: JudgingEdition }>();
  const of = (id: string) => {
    const both = known.get(id);
    if (!both) throw new RangeError(`edition ${id} judged claims and cannot be read`);
    return both;
  };
  return {
    learn: async (tx, id) => {
      if (known.has(id)) return;
      const judging = await editionById(tx, id);
      if (judging) known.set(id, { judging, tried: inYear(tried, judging.programYear) });
    },
    judging: (id) => of(id).judging,
    tried: (id) => of(id).tried,
  };
}

function inYear({ document, version }: JudgingEdition, programYear: string): JudgingEdition {
  return { version, document: document.programYear === programYear ? document : editionForYear(document, programYear) };
}
