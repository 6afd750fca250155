import { type Actor, idText, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import type { Json, Said, Wire } from "../wire/wire.ts";
import { buildWorldPartner, type World, type WorldPartner } from "./world.ts";

/** The address a person signs in with. */
export async function emailOf(db: Db, { personId }: Actor): Promise<string> {
  const row = await inTransaction(db, SYSTEM_ACTOR, (tx) =>
    tx.selectFrom("person").select("email").where("id", "=", personId).executeTakeFirstOrThrow(),
  );
  return row.email;
}

/** Where a plan is made and by whom. */
export interface Planner {
  readonly actor: Actor;
  readonly locationId: string;
}

/** The first partner of the world as planner. */
export const firstPlanner = (world: World): Planner => ({
  actor: world.incentivesAdmin,
  locationId: world.location.id,
});

/** A partner of the world as planner. */
export const plannerOf = ({ admin, location }: WorldPartner): Planner => ({ actor: admin, locationId: location.id });

/** A body of POST /plans that is accepted in the world of tests. */
export const newPlan = (of: Planner, reviewerEmail: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  program: "coop",
  location: idText("location", of.locationId),
  fundType: "coop",
  period: "FY27-H1",
  name: "Autumn plan",
  currency: "USD",
  reviewerEmail,
  ...changes,
});

/** A body of POST /plans/{id}/campaigns. */
export const newCampaign = (changes: Readonly<Record<string, unknown>> = {}) => ({
  name: "Autumn",
  startDate: "2026-11-25",
  endDate: "2026-12-20",
  objective: "More leads",
  ...changes,
});

/** A body of POST /campaigns/{id}/activities. */
export const newActivity = (changes: Readonly<Record<string, unknown>> = {}) => ({
  name: "Banners on news sites",
  activityType: "digital-advertising",
  countries: ["GB", "IE"],
  startDate: "2026-11-26",
  endDate: "2026-12-10",
  budget: { amount: "1000.00", currency: "USD" },
  expectedReach: 20_000,
  ...changes,
});

/** What a step of the wire answered, which must have been a success. */
export function done(said: Said): Json {
  if (said.status >= 300) throw new Error(`not done: ${said.status} ${said.text}`);
  return said.body;
}

/** What may differ from the usual plan of tests. */
export interface ReadyPlanOptions {
  readonly of?: Planner;
  readonly amount?: string;
  readonly reviewer?: Actor;
  readonly changes?: Readonly<Record<string, unknown>>;
  /** Days of its campaign and activity. */
  readonly days?: { readonly startDate: string; readonly endDate: string };
}

/** Changes that make a plan of the world's second half-year out of the usual one. */
export const SECOND_HALF = {
  changes: { period: "FY27-H2" },
  days: { startDate: "2027-02-01", endDate: "2027-03-31" },
} as const;

/** A plan that can be submitted as it is, made over the wire: one campaign with one activity over `amount`. Returns its resource. */
export async function readyPlan(wire: Wire, db: Db, world: World, options: ReadyPlanOptions = {}): Promise<Json> {
  const { of = firstPlanner(world), amount = "1000.00", reviewer = world.reviewer, changes = {}, days = {} } = options;
  const plan = done(await wire.post(of.actor, "/plans", newPlan(of, await emailOf(db, reviewer), changes)));
  const campaign = done(await wire.post(of.actor, `/plans/${plan.id}/campaigns`, newCampaign(days)));
  const activity = newActivity({ budget: { amount, currency: "USD" }, ...days });
  done(await wire.post(of.actor, `/campaigns/${campaign.id}/activities`, activity));
  return done(await wire.get(of.actor, `/plans/${plan.id}`));
}

/** A planner of a partner of its own, so that its plan meets no other: enrolled, with a fund of 12,000.00 US dollars. */
export async function freshPlanner(db: Db, world: World, name = "Fresh Partner Ltd"): Promise<Planner & WorldPartner> {
  const partner = await buildWorldPartner(db, world.program, name);
  return { ...partner, ...plannerOf(partner) };
}

/** Statuses a plan can be brought to by its own steps; `returned` is taken back to editing after a request. */
export type PlanStage =
  | "editing"
  | "submitted"
  | "under_review"
  | "action_required"
  | "returned"
  | "approved"
  | "rejected"
  | "cancelled";

/** The shortest words of a reviewer. */
export const PLAN_QUESTION = { reasonCode: "plan-budget-unclear", comment: "What is the second flight for?" };
export const PLAN_REFUSAL = { reasonCode: "plan-activity-not-allowed" };

/** A plan of a partner of its own, brought to a status by its own steps over the wire. Returns its resource as the partner sees it. */
export async function planIn(
  wire: Wire,
  db: Db,
  world: World,
  stage: PlanStage,
  options: ReadyPlanOptions = {},
): Promise<{ readonly plan: Json; readonly of: Planner }> {
  const of = options.of ?? (await freshPlanner(db, world));
  const reviewer = options.reviewer ?? world.reviewer;
  const amount = options.amount ?? "1000.00";
  const { id } = await readyPlan(wire, db, world, { ...options, of });
  const post = (actor: Actor, noun: string, body: unknown = {}) => wire.post(actor, `/plans/${id}/${noun}`, body);
  const submit = () => post(of.actor, "submission");
  const open = () => post(reviewer, "review");
  const ask = () => post(reviewer, "information-request", PLAN_QUESTION);
  const steps: Record<PlanStage, (() => Promise<Said>)[]> = {
    editing: [],
    submitted: [submit],
    under_review: [submit, open],
    action_required: [submit, ask],
    returned: [submit, ask, () => post(of.actor, "editing")],
    approved: [submit, open, () => post(reviewer, "approval", { approvedAmount: { amount, currency: "USD" } })],
    rejected: [submit, open, () => post(reviewer, "rejection", PLAN_REFUSAL)],
    cancelled: [() => post(of.actor, "cancellation")],
  };
  for (const step of steps[stage]) done(await step());
  return { plan: done(await wire.get(of.actor, `/plans/${id}`)), of };
}
