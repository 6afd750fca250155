import type { Claim } from "../claims/index.ts";
import { mayReview } from "../identity/index.ts";
import { type Command, checkVersion, enforce, invalid } from "../kernel/index.ts";
import { assignReviewer } from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { AssignmentBody } from "./review-contract.ts";
import { checkOpen, mayAssign } from "./review-policy.ts";
import { assertSubmitted, subjectOf } from "./review-subject.ts";

/**
 * Puts a review into somebody's hands (oneself, a colleague) or back to everybody. Of two who take the same review at once
 * having seen the same version, the second is refused (412).
 *
 * For a claim it says who works on it and does not keep others from deciding: the claim's own lock does that. For a plan it
 * says who decides: a command of plans makes that person its reviewer.
 */
export async function assignReview(tx: Tx, command: Command, id: string, body: () => AssignmentBody): Promise<void> {
  const subject = await subjectOf(tx, command.actor, id);
  assertSubmitted(subject);
  const assignee = (): string | null => {
    const { assignee: person } = body();
    return person === "me" ? command.actor.personId : person;
  };
  if (subject.kind === "plan") await assignReviewer(tx, command, id, assignee);
  else await assignClaim(tx, command, subject.claim, assignee);
}

async function assignClaim(tx: Tx, command: Command, claim: Claim, assignee: () => string | null): Promise<void> {
  const { actor, now, seen } = command;
  const claimId = claim.id;
  enforce(mayAssign(actor, claim));
  checkOpen(claim);
  const version = await lockAssignment(tx, command, claim);
  checkVersion(seen, version);
  const person = assignee();
  if (person !== null && person !== actor.personId && !(await mayReview(tx, "claim.review", person, claim, now))) {
    throw invalid("invalid-body", "This person is not a reviewer of this program.", [
      { field: "assignee", code: "not-a-reviewer", message: "Choose a reviewer." },
    ]);
  }
  await tx
    .updateTable("review_assignment")
    .set({ assignee_id: person, assigned_at: now, assigned_by: actor.personId, version: version + 1 })
    .where("subject_id", "=", claimId)
    .execute();
  await events.record(tx, {
    at: now,
    type: "review.assigned",
    subjectType: "review",
    subjectId: claimId,
    partnerId: claim.partnerId,
    actor,
    payload: { assignee: person },
  });
}

/** The version of the assignment, locked; the row is made when nobody ever had the review in hand. */
async function lockAssignment(tx: Tx, { actor, now }: Command, claim: Claim): Promise<number> {
  await tx
    .insertInto("review_assignment")
    .values({
      subject_type: "claim",
      subject_id: claim.id,
      partner_id: claim.partnerId,
      assignee_id: null,
      assigned_at: now,
      assigned_by: actor.personId,
      version: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom("review_assignment")
    .select("version")
    .where("subject_id", "=", claim.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.version;
}
