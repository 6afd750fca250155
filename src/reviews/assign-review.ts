import { getClaim } from "../claims/index.ts";
import { mayReviewClaims } from "../identity/index.ts";
import { type Command, checkVersion, enforce, invalid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { AssignmentBody } from "./review-contract.ts";
import { mayAssign } from "./review-policy.ts";

/**
 * Puts a review into somebody's hands (oneself, a colleague) or back to everybody. It says who works on it; it does not keep
 * others from deciding: the claim's own lock does that.
 */
export async function assignReview(
  tx: Tx,
  { actor, now, seen }: Command,
  claimId: string,
  body: () => AssignmentBody,
): Promise<void> {
  const claim = await getClaim(tx, actor, claimId);
  enforce(mayAssign(actor, claim));
  const present = await tx
    .selectFrom("review_assignment")
    .select("version")
    .where("subject_id", "=", claimId)
    .forUpdate()
    .executeTakeFirst();
  checkVersion(seen, present?.version ?? 0);
  const { assignee } = body();
  const person = assignee === "me" ? actor.personId : assignee;
  if (person === null) {
    await tx.deleteFrom("review_assignment").where("subject_id", "=", claimId).execute();
  } else {
    if (person !== actor.personId && !(await mayReviewClaims(tx, person, claim, now))) {
      throw invalid("invalid-body", "This person is not a reviewer of this program.", [
        { field: "assignee", code: "not-a-reviewer", message: "Choose a reviewer." },
      ]);
    }
    await tx
      .insertInto("review_assignment")
      .values({
        subject_type: "claim",
        subject_id: claimId,
        partner_id: claim.partnerId,
        assignee_id: person,
        assigned_at: now,
        assigned_by: actor.personId,
      })
      .onConflict((oc) =>
        oc.column("subject_id").doUpdateSet((eb) => ({
          assignee_id: person,
          assigned_at: now,
          assigned_by: actor.personId,
          version: eb("review_assignment.version", "+", 1),
        })),
      )
      .execute();
  }
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
