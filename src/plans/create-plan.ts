import { enrollmentOf } from "../enrollments/index.ts";
import { type Location, loadLocation, reviewerByEmail } from "../identity/index.ts";
import {
  type Command,
  contains,
  DomainError,
  dateIn,
  endOfDay,
  enforce,
  type FieldError,
  idText,
  invalid,
  notFound,
  type Period,
  sentence,
} from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { type Edition, type Program, periodOf, programByCode, publishedEditions } from "../programs/index.ts";
import type { Plan } from "./plan.ts";
import type { CreatePlanBody } from "./plan-bodies.ts";
import { firstSubmissionUntil, planPeriod } from "./plan-period.ts";
import { mayCreatePlan, mayCreatePlanFor } from "./plan-policy.ts";
import { findPlanInPlace, insertPlan } from "./plan-store.ts";

/** Where a plan is made, as far as it is known to exist. */
interface Place {
  readonly program: Program;
  readonly location: Location;
}

/**
 * Creates a plan in editing (rulebook 4.1, first row; 9.2): the location is enrolled, the program has plans, today lies in the
 * program year of the period. The plan keeps the edition of the first day of its period.
 *
 * Refuses: 404 for a program or location that is unknown or outside the scope; 422 by field; 409 `plan-exists` with the plan that
 * is there already (T23).
 */
export async function createPlan(tx: Tx, command: Command, body: () => CreatePlanBody): Promise<Plan> {
  const { actor } = command;
  enforce(mayCreatePlan(actor));
  const input = body();
  const program = await programByCode(tx, input.program);
  if (!program) throw notFound("program");
  const location = await loadLocation(tx, actor, input.location);
  enforce(mayCreatePlanFor(actor, { programId: program.id, locationId: location.id }));
  const { edition, period } = await checkPlace(tx, command, { program, location }, input);
  const reviewerId = await checkReviewer(tx, command, program.id, input.reviewerEmail);
  checkCurrency(edition, input.currency);
  const place = { locationId: location.id, programId: program.id, fundType: input.fundType, period };
  const dueOn = firstSubmissionUntil(edition.document);
  const plan = await insertPlan(tx, command, {
    ...place,
    partnerId: location.partnerId,
    name: input.name,
    editionId: edition.id,
    currency: input.currency,
    reviewerEmail: input.reviewerEmail,
    reviewerId,
    dueOn,
    dueAt: endOfDay(edition.document.timeZone, dueOn),
  });
  if (!plan) throw await planExists(tx, place);
  await events.record(tx, {
    at: command.now,
    type: "plan.created",
    subjectType: "plan",
    subjectId: plan.id,
    partnerId: plan.partnerId,
    actor,
    toStatus: plan.status,
    payload: { number: plan.number, program: program.code, fundType: plan.fundType, period: plan.period.code },
  });
  return plan;
}

/** The edition and period of a new plan, or what is in its way, by field. */
async function checkPlace(
  tx: Tx,
  { now }: Command,
  { program, location }: Place,
  input: CreatePlanBody,
): Promise<{ edition: Edition; period: Period }> {
  const edition = (await publishedEditions(tx, program.id)).find(({ document }) => {
    const period = periodOf(input.period, Number(document.startsOn.slice(5, 7)));
    return period !== undefined && contains({ from: document.startsOn, to: document.endsOn }, period.from);
  });
  if (!edition)
    throw refused(
      "period",
      "unknown-value",
      `${program.name} has no period "${input.period}". Write a program year such as FY27, or a half-year such as FY27-H1.`,
    );
  const { document } = edition;
  if (document.planMode === "none")
    throw refused(
      "program",
      "plans-not-offered",
      `${program.name} has no plans: claim what you have done without one.`,
    );
  const fundType = document.fundTypes.find(({ code, active }) => code === input.fundType && active);
  if (!fundType) {
    const offered = document.fundTypes.filter(({ active }) => active).map(({ code }) => code);
    throw refused(
      "fundType",
      "unknown-value",
      `${program.name} has no fund type "${input.fundType}". Choose one of: ${offered.join(", ")}.`,
    );
  }
  const period = planPeriod(document, fundType.planPeriodKind, input.period);
  if (!period) {
    const kind = fundType.planPeriodKind;
    const example = `${document.programYear}${EXAMPLE[kind]}`;
    throw refused("period", "wrong-kind", `Plans of the ${fundType.name} are for a ${kind}, such as ${example}.`);
  }
  const today = dateIn(document.timeZone, now);
  if (today > document.endsOn)
    throw refused(
      "period",
      "program-year-over",
      `A plan of ${document.programYear} could be created until ${document.endsOn}. Make a plan for the present program year.`,
    );
  if (today < document.startsOn)
    throw refused(
      "period",
      "program-year-not-begun",
      `A plan of ${document.programYear} can be created from ${document.startsOn}.`,
    );
  const enrollment = await enrollmentOf(tx, {
    locationId: location.id,
    programId: program.id,
    programYear: edition.programYear,
  });
  if (enrollment?.status !== "enrolled")
    throw refused(
      "location",
      "not-enrolled",
      `${location.name} is not enrolled in ${program.name} for ${edition.programYear}. An incentives admin can enrol it.`,
    );
  return { edition, period };
}

const EXAMPLE = { "program-year": "", "half-year": "-H1", quarter: "-Q1" } as const;

/** The reviewer behind an address; refused in words that do not tell whether the address exists elsewhere (rulebook 3.3). */
export async function checkReviewer(tx: Tx, { now }: Command, programId: string, email: string): Promise<string> {
  const id = await reviewerByEmail(tx, "plan.review", email, { programId }, now);
  if (id !== undefined) return id;
  throw refused(
    "reviewerEmail",
    "not-a-reviewer",
    "Nobody at the vendor reviews plans of this program under this address. Ask your account manager which address to use.",
  );
}

/** Refuses a currency that the edition's funds do not have. */
export function checkCurrency({ document }: Edition, currency: string): void {
  if (document.currencies.includes(currency)) return;
  throw refused("currency", "unknown-value", `Plans are in one of: ${document.currencies.join(", ")}.`);
}

async function planExists(tx: Tx, place: Parameters<typeof findPlanInPlace>[1]): Promise<DomainError> {
  const existing = await findPlanInPlace(tx, place);
  if (!existing)
    return new DomainError({
      code: "plan-exists",
      kind: "conflict",
      message: sentence("There is a plan for this fund and period already. Open it instead."),
    });
  const { id, number, status } = existing;
  return new DomainError({
    code: "plan-exists",
    kind: "conflict",
    message: sentence("There is a plan for this fund and period already: {number}. Open it instead.", { number }),
    details: { plan: idText("plan", id), number, status },
  });
}

/** A refusal of one field. */
export function refused(field: string, code: string, message: string): DomainError {
  const error: FieldError = { field, code, message };
  return invalid("invalid-body", message, [error]);
}
