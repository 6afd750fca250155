import { sql } from "kysely";
import type { z } from "zod";
import { personNames } from "../identity/index.ts";
import { type Actor, enforce, idText, word } from "../kernel/index.ts";
import { type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { recordById } from "../programs/index.ts";
import type { DryRun, DryRunStatus } from "./dry-run.ts";
import type { DryRunListQuery, DryRunResource } from "./dry-run-contract.ts";
import { dryRunAbilities, mayDryRun } from "./dry-run-policy.ts";
import { DRY_RUN_COLUMNS, loadDryRun, toDryRun } from "./dry-run-store.ts";

type DryRunOut = z.input<typeof DryRunResource>;

const FACES: Readonly<Record<DryRunStatus, DryRunOut["face"]>> = {
  queued: { tone: "neutral", label: word("Waits to begin") },
  running: { tone: "in-progress", label: word("Under way") },
  done: { tone: "done", label: word("Done") },
  cancelled: { tone: "neutral", label: word("Stopped") },
  failed: { tone: "refused", label: word("Failed") },
};

/** The run, where the actor may read it: 404 for who may not know of it, 403 for others of the vendor. */
export async function readableDryRun(tx: Tx, actor: Actor, id: string): Promise<DryRun> {
  const run = await loadDryRun(tx, id);
  enforce(mayDryRun(actor, run.programId));
  return run;
}

/** A run with its progress and its sums. */
export async function dryRunResource(tx: Tx, actor: Actor, run: DryRun): Promise<DryRunOut> {
  const edition = await recordById(tx, run.editionId);
  const changes = await changesOf(tx, run.id);
  const names = await personNames(tx, [run.createdBy]);
  return {
    id: idText("dryRun", run.id),
    edition: {
      id: idText("edition", edition.id),
      program: edition.programCode,
      programYear: edition.programYear,
      version: edition.version,
      revision: run.revision,
      changedSince: edition.revision !== run.revision,
    },
    from: run.from,
    to: run.to,
    status: run.status,
    face: FACES[run.status],
    progress: { total: run.total, judged: run.judged },
    changed: [...changes.values()].reduce((sum, { claims }) => sum + claims, 0),
    totals: totalsOut(run, changes),
    failure: run.failure,
    createdAt: run.createdAt.toISOString(),
    createdBy: { name: names.get(run.createdBy) ?? "" },
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    abilities: dryRunAbilities(actor, run),
  };
}

/** The runs of an edition, newest first. */
export async function listDryRuns(
  tx: Tx,
  actor: Actor,
  editionId: string,
  list: z.output<typeof DryRunListQuery>,
): Promise<Page<DryRunOut>> {
  const edition = await recordById(tx, editionId);
  enforce(mayDryRun(actor, edition.programId));
  const found = await page(tx.selectFrom("dry_run").select(DRY_RUN_COLUMNS).where("edition_id", "=", editionId), {
    sorts: { createdAt: { by: sql`dry_run.created_at`, type: "timestamptz" } },
    defaultSort: "-createdAt",
    idRef: sql`dry_run.id`,
    list,
  });
  const items: DryRunOut[] = [];
  for (const row of found.items) items.push(await dryRunResource(tx, actor, toDryRun(row)));
  return { items, nextCursor: found.nextCursor };
}

/** What claims of one currency gain and lose. */
interface Changes {
  readonly claims: number;
  readonly gain: bigint;
  readonly loss: bigint;
  readonly refused: number;
  readonly accepted: number;
}

/** Sums over rows of `dry_run_claim`, named `r`, of one currency each. */
export const SUMS = sql`
  count(*)::int as claims,
  coalesce(sum(greatest(r.after_amount - r.before_amount, 0)), 0)::bigint as gain,
  coalesce(sum(greatest(r.before_amount - r.after_amount, 0)), 0)::bigint as loss,
  (count(*) filter (where r.after_refused and not r.before_refused))::int as refused,
  (count(*) filter (where r.before_refused and not r.after_refused))::int as accepted`;

async function changesOf(tx: Tx, id: string): Promise<ReadonlyMap<string, Changes>> {
  const { rows } = await sql<Changes & { currency: string }>`
    select r.currency, ${SUMS} from dry_run_claim r where r.dry_run_id = ${id} group by r.currency`.execute(tx);
  return new Map(rows.map(({ currency, ...changes }) => [currency, changes]));
}

function totalsOut(run: DryRun, changes: ReadonlyMap<string, Changes>): DryRunOut["totals"] {
  return Object.entries(run.totals)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { claims, before, after }]) => {
      const { claims: changed, gain, loss, refused, accepted } = changes.get(currency) ?? NONE;
      const money = (minor: bigint) => toWire({ minor, currency } satisfies Money);
      return {
        currency,
        claims,
        changed,
        gain: money(gain),
        loss: money(loss),
        before: money(before),
        after: money(after),
        difference: money(after - before),
        refused,
        accepted,
      };
    });
}

const NONE: Changes = { claims: 0, gain: 0n, loss: 0n, refused: 0, accepted: 0 };
