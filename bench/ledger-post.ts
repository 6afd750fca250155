import { sql } from "kysely";
import { newUuid, SYSTEM_ACTOR } from "../src/kernel/index.ts";
import { type ClaimRef, type Entry, ledger } from "../src/ledger/index.ts";
import { moneyOf } from "../src/money/index.ts";
import { createDatabase, type Database, type Db, inTransaction, type Tx } from "../src/platform/database/index.ts";
import { ledgerBook } from "../test/builders/ledger-book.ts";
import { buildLedgerFund, claimOn, type LedgerFund } from "../test/builders/ledger-fund.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { type LoadBounds, type LoadResult, runLoad, takeTurns } from "./lib/load.ts";
import { openBenchDatabase, type Place } from "./lib/place.ts";

/**
 * `ledger.post` against the least that a double entry can cost in SQL: a function that updates two balances and inserts two
 * rows, through the same pool, in the same kind of transaction (begin, settings, the call, commit) and alone in one
 * statement. Posted is what happens most: a claim's amount is reserved and given back, between accounts that are open, as they
 * are for the bare function; and, beside it, the first reservation of a claim, which opens its account as well.
 */
export const ledgerPost: Benchmark = {
  title: "ledger.post against a bare double entry in SQL",
  run: measure,
};

const SIZES = {
  full: { writers: [1, 8, 16], milliseconds: 1500, rounds: 5, most: 20_000, filled: 1000 },
  tiny: { writers: [1, 2], milliseconds: 2000, rounds: 1, most: 4, filled: 2 },
} as const;
const NOW = new Date("2026-11-23T12:00:00Z");
const ONE = moneyOf("1.00", "USD");
const GOAL_AT = 8;

const BARE = `
  create table bench_account (id uuid primary key, balance bigint not null check (balance >= 0));
  create table bench_posting (id bigint generated always as identity primary key, account_id uuid not null, amount bigint not null,
    balance_after bigint not null);
  create function bench_post(debit uuid, credit uuid, wanted bigint) returns boolean language plpgsql security definer as $$
  declare after_debit bigint; after_credit bigint;
  begin
    update bench_account set balance = balance - wanted where id = debit returning balance into after_debit;
    update bench_account set balance = balance + wanted where id = credit returning balance into after_credit;
    insert into bench_posting (account_id, amount, balance_after) values (debit, -wanted, after_debit), (credit, wanted, after_credit);
    return true;
  end $$;
  grant execute on function bench_post(uuid, uuid, bigint) to fundproof_app;`;

/** Books that are not empty: reservations of claims in the past, each made through the door. */
const FILL = `
  select ledger_post($1::jsonb || jsonb_build_object('id', gen_random_uuid(), 'businessKey', 'past:' || gen_random_uuid(),
      'sourceId', claim.id, 'transfers', jsonb_build_array(jsonb_build_object('from', jsonb_build_object('kind', 'fund-available', 'fundId', $1::jsonb ->> 'fundId'),
        'to', jsonb_build_object('kind', 'claim-reserved', 'fundId', $1::jsonb ->> 'fundId', 'subjectId', claim.id), 'currency', 'USD', 'amount', '100'))))
    from (select gen_random_uuid() as id from generate_series(1, $2::int)) as claim`;

function skeletonOf({ programId, partnerId, fundId }: LedgerFund) {
  const who = { programId, partnerId, fundId, recordedBy: SYSTEM_ACTOR.personId };
  return { ...who, template: "reserve", sourceType: "claim", effectiveOn: "2026-11-01", recordedAt: NOW.toISOString() };
}

interface Desk {
  readonly database: Database;
  readonly funds: readonly LedgerFund[];
  /** For each fund a bare account that is debited and one that is credited. */
  readonly pairs: readonly (readonly [debit: string, credit: string])[];
}

async function measure(place: Place): Promise<Figure[]> {
  const size = SIZES[place.size];
  await using bench = await openBenchDatabase(place, "ledger-post");
  const most = Math.max(...size.writers);
  // Outside a transaction nobody acts; for what runs alone in one statement the connection itself says who.
  const url = new URL(bench.appUrl);
  url.searchParams.set("options", "-c app.side=system");
  const database = createDatabase(url.href, { max: most });
  try {
    const where = { ...bench, db: database.db, adminUrl: bench.adminUrl };
    const book = ledgerBook(where);
    const funds: LedgerFund[] = [];
    for (let i = 0; i < most; i += 1) funds.push(await buildLedgerFund(where));
    for (const fund of funds)
      for (const on of ["2026-01-31", "2026-02-28"]) await book.earn(fund, "50000000.00", { on });
    await bench.asOwner(BARE);
    const pairs = funds.map(() => [newUuid(NOW), newUuid(NOW)] as const);
    await bench.asOwner("insert into bench_account select unnest($1::uuid[]), 1000000000000", [pairs.flat()]);
    for (const fund of funds) await bench.asOwner(FILL, [JSON.stringify(skeletonOf(fund)), size.filled]);
    await bench.asOwner(
      "insert into bench_posting (account_id, amount, balance_after) select $1, n, n from generate_series(1, $2::int) n",
      [newUuid(NOW), size.filled * most * 2],
    );
    await bench.asSuperuser("vacuum analyze");
    const figures: Figure[] = [];
    for (const place of ["own", "shared"] as const) {
      for (const writers of size.writers) {
        if (place === "shared" && writers === 1) continue;
        figures.push(...(await compare({ database, funds, pairs }, place, { ...size, workers: writers }, size.rounds)));
      }
    }
    return figures;
  } finally {
    await database.close();
  }
}

async function compare(desk: Desk, place: "own" | "shared", bounds: LoadBounds, rounds: number): Promise<Figure[]> {
  const { database, funds, pairs } = desk;
  const at = (worker: number): number => (place === "own" ? worker : 0);
  const inTurns = funds.map((_, worker) => backAndForth(fundAt(funds, at(worker))));
  const post = (tx: Tx, worker: number) => ledger.post(tx, SYSTEM_ACTOR, NOW, inTurns[worker]?.() ?? nobody());
  const open = (tx: Tx, worker: number) =>
    ledger.post(tx, SYSTEM_ACTOR, NOW, reservation(claimOn(fundAt(funds, at(worker)))));
  const bare = (db: Db | Tx, worker: number) => {
    const [debit] = pairs[at(worker)] ?? [];
    const [, credit] = pairs[worker] ?? [];
    return sql`select bench_post(${debit}, ${credit}, ${ONE.minor})`.execute(db);
  };
  // Alone: the statement is its own transaction, which the type of the door does not foresee.
  const alone = database.db as unknown as Tx;
  const within = (work: (tx: Tx, worker: number) => Promise<unknown>) => () =>
    runLoad(bounds, (worker) => inTransaction(database.db, SYSTEM_ACTOR, (tx) => work(tx, worker)));
  const rates = await takeTurns(rounds, {
    bare: within(bare),
    post: within(post),
    open: within(open),
    bareAlone: () => runLoad(bounds, (worker) => bare(database.db, worker)),
    postAlone: () => runLoad(bounds, (worker) => post(alone, worker)),
  });
  const who =
    bounds.workers === 1 ? "1 writer" : `${bounds.workers} writers, ${place === "own" ? "own funds" : "one fund"}`;
  return [
    ...lines(`${who}, in a transaction`, rates.post, rates.bare, place === "own" && bounds.workers === GOAL_AT),
    ...lines(`${who}, opening an account`, rates.open, rates.bare, false),
    ...lines(`${who}, in one statement`, rates.postAlone, rates.bareAlone, false),
  ];
}

function reservation(claim: ClaimRef): Entry {
  return ledger.reserveForClaim(claim, { amount: ONE, effectiveOn: "2026-11-23" });
}

/** The entries of one claim that is submitted and withdrawn again and again. */
function backAndForth(fund: LedgerFund): () => Entry {
  let claim = claimOn(fund, 0);
  let isOut = true;
  return () => {
    isOut = !isOut;
    if (isOut)
      return ledger.releaseReservation(claim, { because: "withdrawn", amount: ONE, effectiveOn: "2026-11-23" });
    claim = { ...claim, round: claim.round + 1 };
    return reservation(claim);
  };
}

function nobody(): never {
  throw new RangeError("each writer has a fund");
}

function lines(what: string, ours: LoadResult, bare: LoadResult, hasGoal: boolean): Figure[] {
  return [
    {
      what,
      measured: { value: ours.perSecond, unit: "per second" },
      reference: { value: bare.perSecond, unit: "per second", what: "bare" },
    },
    {
      what: "    share of the bare rate",
      measured: { value: (100 * ours.perSecond) / bare.perSecond, unit: "%" },
      ...(hasGoal ? { goal: { atLeast: 60 } } : {}),
    },
  ];
}

function fundAt(funds: readonly LedgerFund[], index: number): LedgerFund {
  const fund = funds[index];
  if (!fund) throw new RangeError(`no fund ${index}`);
  return fund;
}
