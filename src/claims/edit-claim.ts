import { type Command, checkVersion, DomainError, enforce, type IsoDate, invalid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { checkActivityType, checkOwnFields, contradictsPlan, otherCurrency } from "./check-fields.ts";
import type { Claim, ClaimAnswers, ClaimChange } from "./claim.ts";
import type { EditClaimBody } from "./claim-contract.ts";
import { fundOfPlanOn } from "./claim-of-activity.ts";
import { planOfClaim } from "./claim-plan.ts";
import { assertSees, mayEdit } from "./claim-policy.ts";
import { lockClaim, saveClaim } from "./claim-store.ts";
import { CLAIM_LIFECYCLE, EDITABLE } from "./claim-transitions.ts";
import { editionOf } from "./judge-claim.ts";

/**
 * A claim that is locked and open for changes of its content, after scope, right and status were asked. `known` refuses a
 * part of the claim that is not there: 404 comes before right and status (docs/api.md, order of checks).
 */
export async function lockForEditing(
  tx: Tx,
  { actor }: Command,
  id: string,
  known?: () => Promise<unknown>,
): Promise<Claim> {
  const claim = await lockClaim(tx, id);
  assertSees(actor, claim);
  await known?.();
  enforce(mayEdit(actor, claim));
  if (EDITABLE.includes(claim.status)) return claim;
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: `This claim is ${CLAIM_LIFECYCLE.statuses[claim.status].vendor.toLowerCase()} and locked. ${
      claim.status === "submitted" ? "Withdraw it to change it." : "It cannot be changed."
    }`,
    details: { status: claim.status, allowedFrom: EDITABLE },
  });
}

/**
 * Changes what the partner says about the claim. Fields left out stay as they are. Drafts may be incomplete. A claim under a
 * plan that was never submitted goes over to the fund of the usage period its new day lies in.
 */
export async function editClaim(tx: Tx, command: Command, id: string, body: () => EditClaimBody): Promise<Claim> {
  const claim = await lockForEditing(tx, command, id);
  checkVersion(command.seen, claim.version);
  const { activityType, executionDate, amountClaimed, ...said } = body();
  if (activityType !== undefined) await checkType(tx, claim, activityType);
  if (amountClaimed && amountClaimed.currency !== claim.currency) throw otherCurrency(claim.currency);
  if (said.fields !== undefined) checkOwnFields(await editionOf(tx, claim), said.fields);
  const change = {
    ...whatIsSaid(said),
    ...(activityType === undefined ? {} : { activityType }),
    ...(executionDate === undefined ? {} : { executionDate }),
    ...(amountClaimed === undefined ? {} : { amountClaimed }),
    ...(executionDate ? await fundOfNewDay(tx, claim, executionDate) : {}),
  };
  if (Object.keys(change).length === 0) return claim;
  const saved = await saveClaim(tx, command.now, claim, change);
  await events.record(tx, {
    at: command.now,
    type: "claim.edited",
    subjectType: "claim",
    subjectId: claim.id,
    partnerId: claim.partnerId,
    actor: command.actor,
    payload: { fields: Object.keys(change) },
  });
  return saved;
}

/** Fields that were named, and only those. */
function whatIsSaid(said: Pick<EditClaimBody, "name" | "preApprovalId" | keyof ClaimAnswers>): ClaimChange {
  const { name, preApprovalId, fields, sponsors, sharePercent, event } = said;
  return {
    ...(name === undefined ? {} : { name }),
    ...(preApprovalId === undefined ? {} : { preApprovalId }),
    ...(fields === undefined ? {} : { fields }),
    ...(sponsors === undefined ? {} : { sponsors }),
    ...(sharePercent === undefined ? {} : { sharePercent }),
    ...(event === undefined ? {} : { event }),
  };
}

async function checkType(tx: Tx, claim: Claim, code: string): Promise<void> {
  checkActivityType(await editionOf(tx, claim), code);
  const plan = await planOfClaim(tx, claim, { lock: false });
  if (!plan || plan.planned.activityType === code) return;
  const error = contradictsPlan("activityType", plan.planned.activityType);
  throw invalid("invalid-body", error.message, [error]);
}

/** Once something was submitted, reserved and judged, the fund stays; the rules say where the day does not fit it. */
async function fundOfNewDay(tx: Tx, claim: Claim, day: IsoDate): Promise<ClaimChange> {
  const plan = claim.round === 0 ? await planOfClaim(tx, claim, { lock: false }) : null;
  const fund = plan && (await fundOfPlanOn(tx, plan.planned, day));
  if (!fund || fund.id === claim.fundId) return {};
  return { fundId: fund.id, editionId: fund.usageEditionId, usagePeriod: fund.usage.code };
}
