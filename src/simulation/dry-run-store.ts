import { type Selectable, sql } from "kysely";
import { notFound } from "../kernel/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import type { EditionDocument } from "../programs/index.ts";
import type { ChangedClaim, DryRun, DryRunStatus, Totals } from "./dry-run.ts";

const COLUMNS = [
  "id",
  "program_id",
  "edition_id",
  "revision",
  "from_day",
  "to_day",
  "status",
  "total",
  "judged",
  "totals",
  "reached",
  "failure",
  "created_at",
  "created_by",
  "started_at",
  "finished_at",
] as const satisfies readonly (keyof DB["dry_run"])[];

type Row = Pick<Selectable<DB["dry_run"]>, (typeof COLUMNS)[number]>;

/** What becomes of a run when something happens to it. */
export interface DryRunChange {
  readonly status?: DryRunStatus;
  readonly total?: number;
  readonly failure?: string;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  readonly beatAt?: Date;
}

/** Writes a new run with the document it tries. */
export async function insertDryRun(tx: Tx, run: DryRun, document: EditionDocument): Promise<void> {
  await tx
    .insertInto("dry_run")
    .values({
      id: run.id,
      program_id: run.programId,
      edition_id: run.editionId,
      revision: run.revision,
      document: JSON.stringify(document),
      from_day: run.from,
      to_day: run.to,
      status: run.status,
      created_at: run.createdAt,
      created_by: run.createdBy,
    })
    .execute();
}

/** The run; 404 when it is unknown or hidden from the actor's side. */
export async function loadDryRun(tx: Tx, id: string): Promise<DryRun> {
  const row = await tx.selectFrom("dry_run").select(COLUMNS).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("dry run");
  return toDryRun(row);
}

/** The run, locked until the transaction ends; undefined when it is gone, as with its draft. */
export async function lockDryRun(tx: Tx, id: string): Promise<DryRun | undefined> {
  const row = await tx.selectFrom("dry_run").select(COLUMNS).where("id", "=", id).forUpdate().executeTakeFirst();
  return row && toDryRun(row);
}

/** The document that a run tries. */
export async function documentOf(tx: Tx, id: string): Promise<unknown> {
  const row = await tx.selectFrom("dry_run").select("document").where("id", "=", id).executeTakeFirstOrThrow();
  return row.document;
}

/** The run of an edition that is under way, if there is one. */
export async function runUnderWay(tx: Tx, editionId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("dry_run")
    .select("id")
    .where("edition_id", "=", editionId)
    .where("status", "in", ["queued", "running"])
    .executeTakeFirst();
  return row?.id;
}

/** Runs that are under way and of which nothing was heard since a moment. */
export async function silentRuns(tx: Tx, since: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom("dry_run")
    .select("id")
    .where("status", "in", ["queued", "running"])
    .where(sql<boolean>`coalesce(beat_at, created_at) < ${since}`)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => row.id);
}

/** Saves a change of a locked run. */
export async function changeDryRun(tx: Tx, id: string, change: DryRunChange): Promise<void> {
  await tx
    .updateTable("dry_run")
    .set({
      status: change.status,
      total: change.total,
      failure: change.failure,
      started_at: change.startedAt,
      finished_at: change.finishedAt,
      beat_at: change.beatAt,
    })
    .where("id", "=", id)
    .execute();
}

/** Saves how far a locked run came: its sums, where it stands, and the claims that would have changed. */
export async function saveProgress(
  tx: Tx,
  id: string,
  progress: {
    readonly judged: number;
    readonly totals: Totals;
    readonly reached: string;
    readonly changed: readonly ChangedClaim[];
    readonly now: Date;
  },
): Promise<void> {
  const { judged, totals, reached, changed, now } = progress;
  await tx
    .updateTable("dry_run")
    .set({ judged, totals: JSON.stringify(totalsOut(totals)), reached, beat_at: now })
    .where("id", "=", id)
    .execute();
  if (changed.length === 0) return;
  const rows = JSON.stringify(changed.map(rowOf));
  await sql`
    insert into dry_run_claim (dry_run_id, claim_id, partner_id, activity_type, currency, before_amount, after_amount,
                               before_refused, after_refused, reasons)
    select ${id}::uuid, r.* from jsonb_to_recordset(${rows}::jsonb) as r (claim_id uuid, partner_id uuid, activity_type text,
      currency text, before_amount bigint, after_amount bigint, before_refused boolean, after_refused boolean, reasons jsonb)`.execute(
    tx,
  );
}

function rowOf({ claimId, partnerId, activityType, currency, before, after, reasons }: ChangedClaim) {
  return {
    claim_id: claimId,
    partner_id: partnerId,
    activity_type: activityType,
    currency,
    before_amount: before.amount.toString(),
    after_amount: after.amount.toString(),
    before_refused: before.refused,
    after_refused: after.refused,
    reasons: Object.fromEntries(Object.entries(reasons).map(([rule, amount]) => [rule, amount.toString()])),
  };
}

function totalsOut(totals: Totals) {
  return Object.fromEntries(
    Object.entries(totals).map(([currency, { claims, before, after }]) => [
      currency,
      { claims, before: before.toString(), after: after.toString() },
    ]),
  );
}

/** Reads a row. The checks of the table, and `totalsOut` as the only writer, make the narrowings sound. */
export function toDryRun(row: Row): DryRun {
  const totals = row.totals as Record<string, { claims: number; before: string; after: string }>;
  return {
    id: row.id,
    programId: row.program_id,
    editionId: row.edition_id,
    revision: row.revision,
    from: row.from_day,
    to: row.to_day,
    status: row.status as DryRunStatus,
    total: row.total,
    judged: row.judged,
    totals: Object.fromEntries(
      Object.entries(totals).map(([currency, { claims, before, after }]) => [
        currency,
        { claims, before: BigInt(before), after: BigInt(after) },
      ]),
    ),
    reached: row.reached,
    failure: row.failure,
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

/** The columns of a run without its document. */
export const DRY_RUN_COLUMNS = COLUMNS;
