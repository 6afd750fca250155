import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { type Actor, idText } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { activityTypeOf, EditionShape } from "../programs/index.ts";
import type { DryRunGroup, DryRunGroupQuery, GROUPS } from "./dry-run-contract.ts";
import { readableDryRun, SUMS } from "./dry-run-queries.ts";
import { documentOf } from "./dry-run-store.ts";

type GroupOut = z.input<typeof DryRunGroup>;
type By = (typeof GROUPS)[number];

interface GroupRow {
  readonly id: string;
  readonly key: string;
  readonly name: string | null;
  readonly currency: string;
  readonly claims: number;
  readonly gain: bigint;
  readonly loss: bigint;
  readonly refused: number;
  readonly accepted: number;
}

/** The changed claims of a run added up by partner, activity type or rule; who loses most comes first. */
export async function dryRunGroups(
  tx: Tx,
  actor: Actor,
  id: string,
  list: z.output<typeof DryRunGroupQuery>,
): Promise<Page<GroupOut>> {
  const run = await readableDryRun(tx, actor, id);
  const { by, currency } = list;
  const rows = sql<GroupRow>`(
    select md5(g.key || ' ' || g.currency)::uuid as id, g.*
      from (${by === "rule" ? byRule(run.id) : byColumn(run.id, by)}) g
     where ${currency ?? null}::text is null or g.currency = ${currency ?? null}::text)`;
  const found = await page(tx.selectFrom(rows.as("found")).selectAll(), {
    sorts: {
      difference: { by: sql`found.gain - found.loss`, type: "bigint" },
      claims: { by: sql`found.claims::bigint`, type: "bigint" },
    },
    defaultSort: "difference",
    idRef: sql`found.id`,
    list,
  });
  const nameOf = by === "activityType" ? await typeNames(tx, run.id) : (row: GroupRow) => row.name ?? row.key;
  return { items: found.items.map((row) => groupOut(row, by, nameOf(row))), nextCursor: found.nextCursor };
}

function byColumn(id: string, by: Exclude<By, "rule">): RawBuilder<unknown> {
  return by === "partner"
    ? sql`select r.partner_id::text as key, o.display_name as name, r.currency, ${SUMS}
            from dry_run_claim r join organisation o on o.id = r.partner_id
           where r.dry_run_id = ${id} group by r.partner_id, o.display_name, r.currency`
    : sql`select r.activity_type as key, null::text as name, r.currency, ${SUMS}
            from dry_run_claim r where r.dry_run_id = ${id} group by r.activity_type, r.currency`;
}

/** A claim that several rules change counts for each, with that rule's part of the difference. */
function byRule(id: string): RawBuilder<unknown> {
  return sql`
    select part.key, part.key as name, r.currency, count(*)::int as claims,
           coalesce(sum(greatest(part.value::bigint, 0)), 0)::bigint as gain,
           coalesce(sum(greatest(-part.value::bigint, 0)), 0)::bigint as loss,
           (count(*) filter (where r.after_refused and not r.before_refused))::int as refused,
           (count(*) filter (where r.before_refused and not r.after_refused))::int as accepted
      from dry_run_claim r, jsonb_each_text(r.reasons) part
     where r.dry_run_id = ${id} group by part.key, r.currency`;
}

async function typeNames(tx: Tx, id: string): Promise<(row: GroupRow) => string> {
  const document = EditionShape.parse(await documentOf(tx, id));
  return ({ key }) => activityTypeOf(document, key)?.name ?? key;
}

function groupOut({ key, currency, claims, gain, loss, refused, accepted }: GroupRow, by: By, name: string): GroupOut {
  const money = (minor: bigint) => toWire({ minor, currency });
  return {
    key: by === "partner" ? idText("organisation", key) : key,
    name,
    currency,
    claims,
    gain: money(gain),
    loss: money(loss),
    difference: money(gain - loss),
    refused,
    accepted,
  };
}
