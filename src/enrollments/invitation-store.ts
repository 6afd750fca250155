import type { Selectable } from "kysely";
import { type Command, newUuid, step } from "../kernel/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { INVITATION_LIFECYCLE, type Invitation, type InvitationState } from "./invitation.ts";

/** Until when an invitation can be answered. */
export interface AnswerBy {
  readonly expiresOn: string;
  readonly expiresAt: Date;
}

/** The row of an invitation in the program's own words. */
export function invitationFrom(row: Selectable<DB["invitation"]>): Invitation {
  return {
    id: row.id,
    partnerId: row.partner_id,
    enrollmentId: row.enrollment_id,
    state: row.state as InvitationState, // the database checks the state
    sentAt: row.sent_at,
    timesSent: row.times_sent,
    expiresOn: row.expires_on,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    reason: row.reason,
  };
}

/** The invitation of an enrollment, if it was ever invited. Locked with the enrollment, never alone. */
export async function invitationOf(tx: Tx, enrollmentId: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom("invitation")
    .selectAll()
    .where("enrollment_id", "=", enrollmentId)
    .executeTakeFirst();
  return row && invitationFrom(row);
}

/** Sends the invitation of an enrollment, for the first time or again. */
export async function sendInvitation(
  tx: Tx,
  { actor, now }: Command,
  enrollment: Pick<Enrollment, "id" | "partnerId">,
  answerBy: AnswerBy,
): Promise<void> {
  const known = await invitationOf(tx, enrollment.id);
  const sending = {
    sent_at: now,
    sent_by: actor.personId,
    expires_on: answerBy.expiresOn,
    expires_at: answerBy.expiresAt,
  };
  if (known) {
    const { to } = step(INVITATION_LIFECYCLE, known.state, "resend");
    await tx
      .updateTable("invitation")
      .set({
        ...sending,
        state: to,
        times_sent: known.timesSent + 1,
        answered_at: null,
        answered_by: null,
        reason: null,
      })
      .where("id", "=", known.id)
      .execute();
    return;
  }
  await tx
    .insertInto("invitation")
    .values({
      id: newUuid(now),
      partner_id: enrollment.partnerId,
      enrollment_id: enrollment.id,
      state: "sent",
      ...sending,
    })
    .execute();
}

/** Writes down how an invitation was answered: by the person who answers, with a reason where it is declined. */
export async function answerInvitation(
  tx: Tx,
  { actor, now }: Command,
  invitation: Invitation,
  answer: { readonly verb: "accept" } | { readonly verb: "decline"; readonly reason: string },
): Promise<void> {
  const { to } = step(INVITATION_LIFECYCLE, invitation.state, answer.verb);
  await tx
    .updateTable("invitation")
    .set({
      state: to,
      answered_at: now,
      answered_by: actor.personId,
      reason: answer.verb === "decline" ? answer.reason : null,
    })
    .where("id", "=", invitation.id)
    .execute();
}

/** Ends an invitation that nobody answered. */
export async function expireInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  const { to } = step(INVITATION_LIFECYCLE, invitation.state, "expire");
  await tx.updateTable("invitation").set({ state: to }).where("id", "=", invitation.id).execute();
}
