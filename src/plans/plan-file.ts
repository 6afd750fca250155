import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { enforce } from "../kernel/index.ts";
import { CSV_CHUNK, type CsvColumn, columnNames, pagesOf, sendCsv } from "../platform/csv/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { API_BASE, parseOrRefuse } from "../platform/http/index.ts";
import { PlanFileQuery, type PlanListItem } from "./plan-contract.ts";
import { mayListPlans } from "./plan-policy.ts";
import { listPlans } from "./plan-queries.ts";

/** What the route of the file needs. `request.actor` is set before it runs. */
export interface PlanFileDeps {
  readonly db: Db;
  readonly now: () => Date;
}

/** The columns of the file with their cells (docs/api.md, "The plans as a file"). Their order and names stay. */
const COLUMNS: readonly CsvColumn<PlanListItem>[] = [
  ["plan_id", (plan) => plan.id],
  ["number", (plan) => plan.number],
  ["name", (plan) => plan.name],
  ["status", (plan) => plan.status],
  ["program", (plan) => plan.program],
  ["partner_name", (plan) => plan.partner.name],
  ["partner_id", (plan) => plan.location.partnerId],
  ["location_name", (plan) => plan.location.name],
  ["fund_type", (plan) => plan.fundType],
  ["period", (plan) => plan.period.code],
  ["campaigns", (plan) => String(plan.campaignCount)],
  ["activities", (plan) => String(plan.activityCount)],
  ["amount_planned", (plan) => plan.plannedAmount.amount],
  ["amount_approved", (plan) => plan.approvedAmount?.amount ?? null],
  ["currency", (plan) => plan.currency],
  ["due_side", (plan) => plan.dueSide],
  ["due_on", (plan) => plan.dueOn],
  ["updated_at", (plan) => plan.updatedAt],
];

/** Names of the columns, for the page that documents them. */
export const PLAN_COLUMNS: readonly string[] = columnNames(COLUMNS);

/** Registers `GET /plans.csv`. It streams a file, so it is no JSON declaration like the others. */
export function registerPlanFile(app: FastifyInstance, deps: PlanFileDeps): void {
  app.get(`${API_BASE}/plans.csv`, (request, reply) => sendPlans(request, reply, deps));
}

/** The plans in sight, by number unless another order is asked for. */
async function sendPlans(request: FastifyRequest, reply: FastifyReply, { db, now }: PlanFileDeps) {
  const { actor } = request;
  enforce(mayListPlans(actor));
  const query = parseOrRefuse(PlanFileQuery, request.query, "query");
  const plans = pagesOf((cursor) =>
    inTransaction(db, actor, (tx) =>
      listPlans(tx, actor, { sort: "number", ...query, ...cursor, limit: CSV_CHUNK }, now()),
    ),
  );
  return sendCsv(reply, "plans.csv", COLUMNS, plans);
}
