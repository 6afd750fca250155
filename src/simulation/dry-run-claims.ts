import { sql } from "kysely";
import type { z } from "zod";
import { type Actor, idText } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { activityTypeOf, type EditionDocument, EditionShape } from "../programs/index.ts";
import type { DryRunClaim, DryRunClaimQuery, DryRunFilters } from "./dry-run-contract.ts";
import { readableDryRun } from "./dry-run-queries.ts";
import { documentOf } from "./dry-run-store.ts";

/** The claims of a run that would have come out otherwise: the list behind each number. Who loses most comes first. */
export async function dryRunClaims(
  tx: Tx,
  actor: Actor,
  id: string,
  list: z.output<typeof DryRunClaimQuery>,
): Promise<Page<DryRunClaim>> {
  const run = await readableDryRun(tx, actor, id);
  const document = EditionShape.parse(await documentOf(tx, run.id));
  const found = await page(filtered(tx, run.id, list), {
    sorts: {
      difference: { by: sql`dry_run_claim.after_amount - dry_run_claim.before_amount`, type: "bigint" },
      number: { by: sql`claim.number`, type: "text" },
    },
    defaultSort: "difference",
    idRef: sql`claim.id`,
    list,
  });
  return { items: found.items.map((row) => claimOut(row, document)), nextCursor: found.nextCursor };
}

function filtered(tx: Tx, id: string, { partner, activityType, rule, currency, effect }: DryRunFilters) {
  let query = changedClaims(tx).where("dry_run_claim.dry_run_id", "=", id);
  if (partner !== undefined) query = query.where("dry_run_claim.partner_id", "=", partner);
  if (activityType !== undefined) query = query.where("dry_run_claim.activity_type", "=", activityType);
  if (currency !== undefined) query = query.where("dry_run_claim.currency", "=", currency);
  if (rule !== undefined) query = query.where(sql<boolean>`dry_run_claim.reasons ? ${rule}`);
  if (effect !== undefined) query = query.where(EFFECTS[effect]);
  return query;
}

const EFFECTS = {
  gain: sql<boolean>`dry_run_claim.after_amount > dry_run_claim.before_amount`,
  loss: sql<boolean>`dry_run_claim.after_amount < dry_run_claim.before_amount`,
  refused: sql<boolean>`dry_run_claim.after_refused and not dry_run_claim.before_refused`,
  accepted: sql<boolean>`dry_run_claim.before_refused and not dry_run_claim.after_refused`,
} as const;

function changedClaims(tx: Tx) {
  return tx
    .selectFrom("dry_run_claim")
    .innerJoin("claim", "claim.id", "dry_run_claim.claim_id")
    .innerJoin("location", "location.id", "claim.location_id")
    .innerJoin("organisation", "organisation.id", "claim.partner_id")
    .select([
      "claim.id",
      "claim.number",
      "claim.name",
      "claim.usage_period",
      "claim.execution_date",
      "claim.location_id",
      "location.name as location_name",
      "location.partner_number",
      "claim.partner_id",
      "organisation.display_name as partner_name",
      "dry_run_claim.activity_type",
      "dry_run_claim.currency",
      "dry_run_claim.before_amount",
      "dry_run_claim.after_amount",
      "dry_run_claim.before_refused",
      "dry_run_claim.after_refused",
      "dry_run_claim.reasons",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof changedClaims>["executeTakeFirstOrThrow"]>>;

function claimOut(row: Row, document: EditionDocument): DryRunClaim {
  const money = (minor: bigint) => toWire({ minor, currency: row.currency });
  // Sound because `saveProgress` is the only writer.
  const reasons = Object.entries(row.reasons as Record<string, string>);
  return {
    id: idText("claim", row.id),
    number: row.number,
    name: row.name,
    partner: { id: idText("organisation", row.partner_id), name: row.partner_name },
    location: { id: idText("location", row.location_id), name: row.location_name, partnerId: row.partner_number },
    usagePeriod: row.usage_period,
    activityType: row.activity_type,
    activityTypeName: activityTypeOf(document, row.activity_type)?.name ?? row.activity_type,
    executionDate: row.execution_date,
    before: money(row.before_amount),
    after: money(row.after_amount),
    difference: money(row.after_amount - row.before_amount),
    beforeRefused: row.before_refused,
    afterRefused: row.after_refused,
    reasons: reasons.map(([rule, minor]) => ({ rule, difference: money(BigInt(minor)) })),
  };
}
