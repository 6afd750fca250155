import { sql } from "kysely";
import { inScopes, scopesOf } from "../identity/index.ts";
import { type Actor, enforce, faceFor, idText, uuidOf } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page, type SortKey } from "../platform/http/index.ts";
import type { Edition } from "../programs/index.ts";
import { neverSubmitted } from "./cancel-plan.ts";
import { editionOf } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import type { PlanListItem, PlanListQuery } from "./plan-contract.ts";
import { assertSees, mayListPlans, planAbilities, type StepGuards } from "./plan-policy.ts";
import { findPlan, toPlan } from "./plan-store.ts";
import { PLAN_LIFECYCLE } from "./plan-transitions.ts";
import { mayStillResubmit } from "./resume-plan.ts";

const PLANNED = sql<bigint>`(select coalesce(sum(a.budget), 0)::bigint from activity a where a.plan_id = plan.id)`;

const SORTS: Readonly<Record<string, SortKey>> = {
  updatedAt: { by: sql`plan.updated_at`, type: "timestamptz" },
  dueAt: { by: sql`coalesce(plan.due_at, 'infinity'::timestamptz)`, type: "timestamptz" },
  number: { by: sql`plan.number`, type: "text" },
  plannedAmount: { by: PLANNED, type: "bigint" },
};

/** The plan, or 404 when it is unknown or outside the actor's scope. */
export async function getPlan(tx: Tx, actor: Actor, id: string): Promise<Plan> {
  const plan = await findPlan(tx, id);
  assertSees(actor, plan);
  return plan;
}

function baseQuery(tx: Tx) {
  return tx
    .selectFrom("plan")
    .innerJoin("program", "program.id", "plan.program_id")
    .innerJoin("location", "location.id", "plan.location_id")
    .innerJoin("organisation", "organisation.id", "plan.partner_id")
    .selectAll("plan")
    .select([
      "program.code as program_code",
      "location.name as location_name",
      "location.partner_number",
      "organisation.display_name as partner_name",
      PLANNED.as("planned"),
      sql<number>`(select count(*)::int from campaign c where c.plan_id = plan.id)`.as("campaign_count"),
      sql<number>`(select count(*)::int from activity a where a.plan_id = plan.id)`.as("activity_count"),
    ]);
}

/** A plan with what a row of a list shows beside it. */
export interface NamedPlan {
  readonly plan: Plan;
  readonly programCode: string;
  readonly locationName: string;
  readonly partnerNumber: string;
  readonly partnerName: string;
  readonly planned: bigint;
  readonly campaignCount: number;
  readonly activityCount: number;
}

/** One plan with its names and counts. */
export async function namesOf(tx: Tx, planId: string): Promise<NamedPlan> {
  return named(await baseQuery(tx).where("plan.id", "=", planId).executeTakeFirstOrThrow());
}

function named(row: Awaited<ReturnType<ReturnType<typeof baseQuery>["executeTakeFirstOrThrow"]>>): NamedPlan {
  return {
    plan: toPlan(row),
    programCode: row.program_code,
    locationName: row.location_name,
    partnerNumber: row.partner_number,
    partnerName: row.partner_name,
    planned: row.planned,
    campaignCount: row.campaign_count,
    activityCount: row.activity_count,
  };
}

/** A page of the plans the actor may see, with the filters of docs/api.md. */
export async function listPlans(tx: Tx, actor: Actor, list: PlanListQuery, now: Date): Promise<Page<PlanListItem>> {
  enforce(mayListPlans(actor));
  let query = baseQuery(tx).where(
    inScopes(scopesOf(actor, "plan.view"), {
      program: sql.ref("plan.program_id"),
      location: sql.ref("plan.location_id"),
    }),
  );
  if (list.status) query = query.where("plan.status", "in", list.status);
  if (list.program) query = query.where("program.code", "=", list.program);
  if (list.location) query = query.where("plan.location_id", "=", list.location);
  if (list.period) query = query.where("plan.period", "=", list.period);
  if (list.dueBefore) query = query.where("plan.due_at", "<", new Date(list.dueBefore));
  if (list.q) {
    const like = `%${list.q.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    query = query.where((eb) => eb.or([eb("plan.number", "ilike", like), eb("plan.name", "ilike", like)]));
  }
  if (list.reviewer) {
    const person = list.reviewer === "me" ? actor.personId : uuidOf("person", list.reviewer);
    query = person === undefined ? query.where(sql<boolean>`false`) : query.where("plan.reviewer_id", "=", person);
  }
  const rows = await page(query, { sorts: SORTS, defaultSort: "-updatedAt", idRef: sql`plan.id`, list });
  return {
    nextCursor: rows.nextCursor,
    items: await listItems(tx, actor, rows.items.map(named), list.include === "abilities" ? now : undefined),
  };
}

/** Rows of the list; with `abilities` as of a moment when one is given. */
async function listItems(
  tx: Tx,
  actor: Actor,
  rows: readonly NamedPlan[],
  now: Date | undefined,
): Promise<PlanListItem[]> {
  const editions = new Map<string, Edition>();
  for (const { plan } of rows)
    if (!editions.has(plan.editionId)) editions.set(plan.editionId, await editionOf(tx, plan));
  return rows.flatMap((row) => {
    const edition = editions.get(row.plan.editionId);
    if (!edition) return [];
    const item = listItem(actor, row, edition);
    return [now ? { ...item, abilities: planAbilities(actor, row.plan, guardsOf(row.plan, edition, now)) } : item];
  });
}

/** What is in the way of a plan's steps besides right and status, as far as its row and its edition tell. */
export function guardsOf(plan: Plan, { document }: Edition, now: Date): StepGuards {
  return { cancel: neverSubmitted(plan), resume: mayStillResubmit(document, now) };
}

/** A plan as a row of a list, for the side that asks. */
export function listItem(actor: Actor, of: NamedPlan, edition: Edition): PlanListItem {
  const { plan } = of;
  return {
    id: idText("plan", plan.id),
    number: plan.number,
    name: plan.name,
    status: plan.status,
    face: faceFor(actor, PLAN_LIFECYCLE.statuses[plan.status]),
    version: plan.version,
    program: of.programCode,
    location: { id: idText("location", plan.locationId), name: of.locationName, partnerId: of.partnerNumber },
    partner: { id: idText("organisation", plan.partnerId), name: of.partnerName },
    fundType: plan.fundType,
    fundTypeName: edition.document.fundTypes.find(({ code }) => code === plan.fundType)?.name ?? plan.fundType,
    period: plan.period,
    currency: plan.currency,
    plannedAmount: toWire({ minor: of.planned, currency: plan.currency }),
    approvedAmount: plan.amountApproved && toWire(plan.amountApproved),
    campaignCount: of.campaignCount,
    activityCount: of.activityCount,
    dueAt: plan.dueAt?.toISOString() ?? null,
    dueOn: plan.dueOn,
    dueSide: plan.dueSide,
    updatedAt: plan.updatedAt.toISOString(),
  };
}
