import { metricInputs, putMetrics } from "../evidence/index.ts";
import { fundForClaim } from "../funds/index.ts";
import { loadLocation } from "../identity/index.ts";
import { type Command, enforce, invalid, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { editionAt, editionById, editionOfPeriod, programByCode } from "../programs/index.ts";
import { answersOf, checkActivityType, checkOwnFields, otherCurrency, unknownValue } from "./check-fields.ts";
import { type Claim, contextOf } from "./claim.ts";
import type { CreateClaimBody } from "./claim-contract.ts";
import { claimOfActivity } from "./claim-of-activity.ts";
import { mayCreateClaim, mayCreateClaimFor } from "./claim-policy.ts";
import { insertClaim, type NewClaim } from "./claim-store.ts";

/**
 * Creates a claim in editing (rulebook 4.2, first row): the partner has a fund for the usage period and may claim for the
 * program and location; or an activity of an approved plan is named, and what the plan knows is filled in. The claim keeps
 * the edition of the first day of its usage period.
 *
 * Refuses: 404 for a program, location or activity that is unknown or outside the scope; 409 when the plan is not approved or
 * nothing is left of the activity; 422 when there is no such fund, activity type, a plan is asked, or is contradicted.
 */
export async function createClaim(tx: Tx, command: Command, body: () => CreateClaimBody): Promise<Claim> {
  const { actor, now } = command;
  enforce(mayCreateClaim(actor));
  const input = body();
  const { activity } = input;
  if (activity === undefined) {
    const { claim, programCode } = await claimOnFund(tx, command, input);
    return begin(tx, command, claim, programCode);
  }
  const { claim, programCode, metrics } = await claimOfActivity(tx, actor, now, { ...input, activity });
  const begun = await begin(tx, command, claim, programCode);
  await putMetrics(tx, contextOf(begun), metricInputs(metrics));
  return begun;
}

/** A claim without a plan: from the fund of a usage period. */
async function claimOnFund(
  tx: Tx,
  { actor, now }: Command,
  input: CreateClaimBody,
): Promise<{ claim: NewClaim; programCode: string }> {
  const { usagePeriod, activityType, name } = input;
  if (input.program === undefined || input.location === undefined || activityType === undefined || name === undefined)
    throw new RangeError(
      "a claim without a plan has a program, a location, a type and a name: its schema asks for them",
    );
  const program = await programByCode(tx, input.program);
  if (!program) throw notFound("program");
  const location = await loadLocation(tx, actor, input.location);
  enforce(mayCreateClaimFor(actor, { programId: program.id, locationId: location.id }));
  await refuseWithoutPlan(tx, program.id, usagePeriod, now);
  if (usagePeriod === undefined)
    throw unknownValue("usagePeriod", "Say for which usage period you claim, such as FY27-H1.");
  const place = { locationId: location.id, programId: program.id, usagePeriod };
  // A location may hold a fund in each of several currencies: the amount says which is meant.
  const fund =
    (await fundForClaim(tx, { ...place, currency: input.amountClaimed?.currency })) ?? (await fundForClaim(tx, place));
  if (!fund)
    throw unknownValue("usagePeriod", `This location has no fund of ${program.name} to use in ${usagePeriod}.`);
  // A correction published after the fund was opened judges the claims made from then on (docs/editions.md).
  const edition = (await editionOfPeriod(tx, program.id, usagePeriod)) ?? (await editionById(tx, fund.usageEditionId));
  if (!edition) throw notFound("edition");
  checkActivityType(edition, activityType);
  checkOwnFields(edition, input.fields);
  if (input.amountClaimed && input.amountClaimed.currency !== fund.currency) throw otherCurrency(fund.currency);
  const claim = {
    partnerId: location.partnerId,
    programId: program.id,
    locationId: location.id,
    fundId: fund.id,
    editionId: edition.id,
    usagePeriod,
    activityType,
    planActivityId: null,
    name,
    executionDate: input.executionDate ?? null,
    currency: fund.currency,
    amountClaimed: input.amountClaimed ?? null,
    preApprovalId: input.preApprovalId ?? null,
    ...answersOf(input),
  };
  return { claim, programCode: program.code };
}

async function begin(tx: Tx, command: Command, of: NewClaim, program: string): Promise<Claim> {
  const claim = await insertClaim(tx, command, of);
  const { number, usagePeriod, activityType, planActivityId } = claim;
  await events.record(tx, {
    at: command.now,
    type: "claim.created",
    subjectType: "claim",
    subjectId: claim.id,
    partnerId: claim.partnerId,
    actor: command.actor,
    toStatus: claim.status,
    payload: {
      number,
      program,
      usagePeriod,
      activityType,
      ...(planActivityId === null ? {} : { planActivity: planActivityId }),
    },
  });
  return claim;
}

/** Where the edition of the period asks for a plan, a claim begins at an approved plan's activity (rulebook 9.3). */
async function refuseWithoutPlan(tx: Tx, programId: string, usagePeriod: string | undefined, now: Date): Promise<void> {
  const edition =
    usagePeriod === undefined ? await editionAt(tx, programId, now) : await editionOfPeriod(tx, programId, usagePeriod);
  if (edition?.document.planMode !== "required") return;
  throw invalid(
    "plan-required",
    `${edition.document.programName} pays for activities of an approved plan only. Begin at the plan.`,
    [{ field: "activity", code: "plan-required", message: "Name the activity of an approved plan." }],
  );
}
