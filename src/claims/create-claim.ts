import { fundForClaim } from "../funds/index.ts";
import { loadLocation } from "../identity/index.ts";
import { type Command, enforce, invalid, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import {
  activityTypeOf,
  type Edition,
  editionAt,
  editionById,
  editionOfPeriod,
  programByCode,
} from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { CreateClaimBody } from "./claim-contract.ts";
import { mayCreateClaim, mayCreateClaimFor } from "./claim-policy.ts";
import { insertClaim } from "./claim-store.ts";

/**
 * Creates a claim in editing (rulebook 4.2, first row): the partner has a fund for the usage period and may claim for the
 * program and location. The claim keeps the edition of the first day of its usage period.
 *
 * Refuses: 404 for a program, location or activity that is unknown or outside the scope; 422 when there is no such fund, activity type, or a plan is asked.
 */
export async function createClaim(tx: Tx, command: Command, body: () => CreateClaimBody): Promise<Claim> {
  const { actor } = command;
  enforce(mayCreateClaim(actor));
  const input = body();
  const program = await programByCode(tx, input.program);
  if (!program) throw notFound("program");
  const location = await loadLocation(tx, actor, input.location);
  enforce(mayCreateClaimFor(actor, { programId: program.id, locationId: location.id }));
  const { usagePeriod } = input;
  // No plan has been approved yet, so that no activity of one is known (the slice `plans` will look it up here).
  if (input.activity !== undefined) throw notFound("activity");
  await refuseWithoutPlan(tx, program.id, usagePeriod, command.now);
  if (usagePeriod === undefined)
    throw unknownField("usagePeriod", "Say for which usage period you claim, such as FY27-H1.");
  const place = { locationId: location.id, programId: program.id, usagePeriod };
  // A location may hold a fund in each of several currencies: the amount says which is meant.
  const fund =
    (await fundForClaim(tx, { ...place, currency: input.amountClaimed?.currency })) ?? (await fundForClaim(tx, place));
  if (!fund)
    throw unknownField("usagePeriod", `This location has no fund of ${program.name} to use in ${usagePeriod}.`);
  // A correction published after the fund was opened judges the claims made from then on (docs/editions.md).
  const edition = (await editionOfPeriod(tx, program.id, usagePeriod)) ?? (await editionById(tx, fund.usageEditionId));
  if (!edition) throw notFound("edition");
  checkActivityType(edition, input.activityType);
  if (input.amountClaimed && input.amountClaimed.currency !== fund.currency) throw otherCurrency(fund.currency);
  const claim = await insertClaim(tx, command, {
    partnerId: location.partnerId,
    programId: program.id,
    locationId: location.id,
    fundId: fund.id,
    editionId: edition.id,
    usagePeriod,
    activityType: input.activityType,
    planActivityId: null,
    name: input.name,
    executionDate: input.executionDate ?? null,
    currency: fund.currency,
    amountClaimed: input.amountClaimed ?? null,
    preApprovalId: input.preApprovalId ?? null,
  });
  await events.record(tx, {
    at: command.now,
    type: "claim.created",
    subjectType: "claim",
    subjectId: claim.id,
    partnerId: claim.partnerId,
    actor,
    toStatus: claim.status,
    payload: {
      number: claim.number,
      program: program.code,
      usagePeriod: claim.usagePeriod,
      activityType: claim.activityType,
    },
  });
  return claim;
}

/** Refuses an activity type that the catalogue of the edition does not have. */
export function checkActivityType(edition: Edition, code: string): void {
  if (activityTypeOf(edition.document, code)) return;
  throw unknownField("activityType", `The program has no activity type "${code}". Choose one of its catalogue.`);
}

/** Refuses an amount of another currency than the fund's: one claim, one currency (rulebook 3.4). */
export function otherCurrency(expected: string) {
  return invalid("invalid-body", `This fund is in ${expected}: claim in ${expected}.`, [
    { field: "amountClaimed.currency", code: "currency-mismatch", message: `Must be ${expected}.` },
  ]);
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

function unknownField(field: string, message: string) {
  return invalid("invalid-body", message, [{ field, code: "unknown-value", message }]);
}
