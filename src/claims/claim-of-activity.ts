import { type Fund, fundsForPlan } from "../funds/index.ts";
import { holds } from "../identity/index.ts";
import {
  type Actor,
  contains,
  type DateRange,
  DomainError,
  dateIn,
  daysBetween,
  enforce,
  type FieldError,
  type IsoDate,
  idText,
  invalid,
  notFound,
  sentence,
  uuidOf,
} from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import {
  editionOfPlan,
  findPlannedActivity,
  lockPlannedActivity,
  PLAN_LIFECYCLE,
  type PlannedActivity,
} from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { activityTypeOf, type Edition, editionById, programById } from "../programs/index.ts";
import { answersOf, checkOwnFields, contradictsPlan, otherCurrency, unknownValue } from "./check-fields.ts";
import type { CreateClaimBody } from "./claim-contract.ts";
import { leftForClaim } from "./claim-plan.ts";
import { mayCreateClaim, mayCreateClaimFor } from "./claim-policy.ts";
import type { NewClaim } from "./claim-store.ts";

/** Metric of the catalogue that says how many people were to be reached (rulebook 9.31). */
const REACH = "estimated-reach";
/** In days: more than any plan lasts. */
const AGES = 1_000_000;

/** A claim that is about to be made for an activity of a plan, with what is known already. */
export interface ActivityClaim {
  readonly claim: NewClaim;
  readonly programCode: string;
  /** Values of metrics that the plan gives, by code. */
  readonly metrics: Readonly<Record<string, string>>;
}

/**
 * The activity a claim is to prove. Refuses: 404 when it is unknown, of another partner or outside the actor's programs and
 * locations, 403 without the right to claim there, 409 `wrong-status` while its plan is not approved.
 */
export async function activityToProve(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { readonly lock: boolean },
): Promise<PlannedActivity> {
  enforce(mayCreateClaim(actor));
  const uuid = uuidOf("activity", id);
  const find = options.lock ? lockPlannedActivity : findPlannedActivity;
  const planned = uuid === undefined ? undefined : await find(tx, uuid);
  if (!planned || !holds(actor, "program.view", planned.plan)) throw notFound("activity");
  enforce(mayCreateClaimFor(actor, planned.plan));
  const { status } = planned.plan;
  if (status === "approved") return planned;
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: sentence(
      "The plan of this activity is in the status “{status}”. Its activities are proved once it is approved.",
      {
        status: PLAN_LIFECYCLE.statuses[status].partner,
      },
    ),
    details: { status, allowedFrom: ["approved"] },
  });
}

/** {@link activityToProve} for a body that is not checked yet (docs/api.md, order of checks); nothing without an activity. */
export async function assertActivityInSight(tx: Tx, actor: Actor, body: () => unknown): Promise<void> {
  const asked = body();
  if (typeof asked !== "object" || asked === null) return;
  const { activity } = asked as { activity?: unknown };
  if (typeof activity === "string") await activityToProve(tx, actor, activity, { lock: false });
}

/**
 * What a claim for an activity of a plan is, as far as the plan knows it: program, place, type, name, day, amount, reach and
 * pre-approval follow from it unless said; what contradicts it is refused (422). The plan stays locked. Refuses with
 * `budget-used` (409) when nothing is left of the activity's budget or of the plan's limit (rulebook 9.30).
 */
export async function claimOfActivity(
  tx: Tx,
  actor: Actor,
  now: Date,
  input: CreateClaimBody & { readonly activity: string },
): Promise<ActivityClaim> {
  const planned = await activityToProve(tx, actor, input.activity, { lock: true });
  const { plan } = planned;
  const program = await programById(tx, plan.programId);
  if (!program) throw notFound("program");
  checkAgainstPlan(planned, program.code, input);
  const today = dateIn((await editionOfPlan(tx, plan)).document.timeZone, now);
  const { fund, day } = await fundAndDay(tx, planned, today, input);
  const edition = await editionById(tx, fund.usageEditionId);
  if (!edition) throw notFound("edition");
  checkOwnFields(edition, input.fields);
  const left = await amountLeft(tx, planned);
  const claim: NewClaim = {
    partnerId: plan.partnerId,
    programId: plan.programId,
    locationId: plan.locationId,
    fundId: fund.id,
    editionId: edition.id,
    usagePeriod: fund.usage.code,
    activityType: planned.activityType,
    planActivityId: planned.id,
    name: input.name ?? planned.name,
    executionDate: input.executionDate === undefined ? day : input.executionDate,
    currency: plan.currency,
    amountClaimed: input.amountClaimed === undefined ? left : input.amountClaimed,
    preApprovalId: input.preApprovalId === undefined ? planned.preApprovalId : input.preApprovalId,
    ...answersOf(input),
  };
  return { claim, programCode: program.code, metrics: metricsOf(planned, edition) };
}

/** The fund of a plan whose usage period holds a day; undefined when the location has none. */
export async function fundOfPlanOn(tx: Tx, planned: PlannedActivity, day: IsoDate): Promise<Fund | undefined> {
  return (await fundsOfPlan(tx, planned)).find(({ usage }) => contains(usage, day));
}

async function fundsOfPlan(tx: Tx, { plan }: PlannedActivity): Promise<Fund[]> {
  return (await fundsForPlan(tx, plan)).map(({ fund }) => fund);
}

function checkAgainstPlan(planned: PlannedActivity, programCode: string, input: CreateClaimBody): void {
  const own = { program: programCode, location: planned.plan.locationId, activityType: planned.activityType };
  const errors: FieldError[] = [];
  if (input.program !== undefined && input.program !== own.program)
    errors.push(contradictsPlan("program", own.program));
  if (input.location !== undefined && input.location !== own.location)
    errors.push(contradictsPlan("location", idText("location", own.location)));
  if (input.activityType !== undefined && input.activityType !== own.activityType)
    errors.push(contradictsPlan("activityType", own.activityType));
  const [first] = errors;
  if (first) throw invalid("invalid-body", first.message, errors);
  if (input.amountClaimed && input.amountClaimed.currency !== planned.plan.currency)
    throw otherCurrency(planned.plan.currency);
}

/**
 * The fund and the day of the work. The day is the one that was said; else the nearest to today inside the campaign and the
 * activity, not in the future where possible, on which there is a fund to use.
 */
async function fundAndDay(
  tx: Tx,
  planned: PlannedActivity,
  today: IsoDate,
  { executionDate, usagePeriod }: CreateClaimBody,
): Promise<{ fund: Fund; day: IsoDate }> {
  const all = await fundsOfPlan(tx, planned);
  const funds = usagePeriod === undefined ? all : all.filter(({ usage }) => usage.code === usagePeriod);
  const days = executionDate
    ? [{ from: executionDate, to: executionDate }]
    : [within(planned.campaign.days, planned.days), planned.campaign.days];
  for (const range of days) {
    const choices = funds.flatMap((fund) => {
      const usable = within(range, fund.usage);
      return usable.from > usable.to ? [] : [{ fund, day: nearest(usable, today) }];
    });
    const [best] = choices.sort((a, b) => (distance(a.day, today) < distance(b.day, today) ? -1 : 1));
    if (best) return best;
  }
  const field = usagePeriod === undefined ? (executionDate ? "executionDate" : "activity") : "usagePeriod";
  const day = executionDate ?? "any day of the campaign";
  throw unknownValue(field, `The location has no ${planned.plan.currency} fund to use on ${day}.`);
}

function within(a: DateRange, b: DateRange): DateRange {
  return { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
}

function nearest({ from, to }: DateRange, day: IsoDate): IsoDate {
  if (day < from) return from;
  return day > to ? to : day;
}

/** How far a day is; what is still to come is further than anything that has been. */
function distance(day: IsoDate, today: IsoDate): number {
  const days = daysBetween(day, today);
  return days >= 0 ? days : AGES - days;
}

/** What is left for another claim of the activity: the smaller of its budget and the plan's limit. */
async function amountLeft(tx: Tx, planned: PlannedActivity): Promise<Money | null> {
  const { budgetLeft, planLimitLeft } = await leftForClaim(tx, planned);
  const lefts = [budgetLeft, planLimitLeft].filter((left) => left !== null);
  const least = lefts.reduce<Money | null>((min, left) => (min === null || left.minor < min.minor ? left : min), null);
  if (least === null || least.minor > 0n) return least;
  throw new DomainError({
    code: "budget-used",
    kind: "conflict",
    message: sentence(
      "Other claims use all of this activity's budget or of the plan's limit. Nothing is left to claim.",
    ),
  });
}

function metricsOf({ activityType, expectedReach }: PlannedActivity, { document }: Edition): Record<string, string> {
  const asked = activityTypeOf(document, activityType)?.metrics.some(({ code }) => code === REACH) === true;
  return asked && expectedReach !== null ? { [REACH]: String(expectedReach) } : {};
}
