import { type Command, checkVersion, DomainError, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { Claim } from "./claim.ts";
import type { EditClaimBody } from "./claim-contract.ts";
import { assertSees, mayEdit } from "./claim-policy.ts";
import { lockClaim, saveClaim } from "./claim-store.ts";
import { CLAIM_LIFECYCLE, EDITABLE } from "./claim-transitions.ts";
import { checkActivityType, otherCurrency } from "./create-claim.ts";
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

/** Changes what the partner says about the claim. Fields left out stay as they are. Drafts may be incomplete. */
export async function editClaim(tx: Tx, command: Command, id: string, body: () => EditClaimBody): Promise<Claim> {
  const claim = await lockForEditing(tx, command, id);
  checkVersion(command.seen, claim.version);
  const { name, activityType, executionDate, amountClaimed, preApprovalId } = body();
  if (activityType !== undefined) checkActivityType(await editionOf(tx, claim), activityType);
  if (amountClaimed && amountClaimed.currency !== claim.currency) throw otherCurrency(claim.currency);
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(activityType === undefined ? {} : { activityType }),
    ...(executionDate === undefined ? {} : { executionDate }),
    ...(amountClaimed === undefined ? {} : { amountClaimed }),
    ...(preApprovalId === undefined ? {} : { preApprovalId }),
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
