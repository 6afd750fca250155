import { holds, permission } from "../identity/index.ts";
import {
  type Ability,
  type Actor,
  ALLOWED,
  all,
  canStep,
  denied,
  notFound,
  type Permission,
  type Scope,
  type StatusFace,
  type StepBy,
  sentence,
  word,
} from "../kernel/index.ts";
import type { Enrollment, EnrollmentStatus } from "./enrollment.ts";
import { ENROLLMENT_LIFECYCLE, type EnrollmentVerb } from "./enrollment-transitions.ts";
import { INVITATION_LIFECYCLE, type Invitation } from "./invitation.ts";

/** Whether the actor may look at enrollments at all, or at those of a program and location. */
export function mayView(actor: Actor, pair?: Scope): Permission {
  return permission(actor, "program.view", word("view enrollments"), pair);
}

/** Whether the actor may enrol and invite by himself: the vendor's program manager, and the program itself. */
export function mayEnroll(actor: Actor, programId: string): Permission {
  return permission(actor, "program.maintain", word("enrol a partner"), { programId });
}

/** Whether the actor may accept, decline and join for a location: the partner's incentives admin (rulebook 2.3). */
export function mayAnswer(actor: Actor, pair: Scope): Permission {
  return permission(actor, "enrollment.answer", word("answer invitations to programs"), pair);
}

/** Whether the actor may answer for any location at all. */
export function mayAnswerAnywhere(actor: Actor): Permission {
  return permission(actor, "enrollment.answer", word("answer invitations to programs"));
}

/** Whether the actor may invite to any program at all. */
export function mayEnrollAnywhere(actor: Actor): Permission {
  return permission(actor, "program.maintain", word("enrol a partner"));
}

/** Whether the actor may record what is known of partners: the vendor's program managers. */
export function mayRecordFacts(actor: Actor): Permission {
  return permission(actor, "program.maintain", word("record what is known of partners"));
}

/** Refuses what lies outside the actor's programs and locations as if it did not exist. */
export function assertInScope(actor: Actor, pair: Scope): void {
  if (!holds(actor, "program.view", pair)) throw notFound("enrollment");
}

/** Refuses an enrollment that is unknown or lies outside the actor's programs and locations. */
export function assertSees(actor: Actor, enrollment: Enrollment | undefined): asserts enrollment is Enrollment {
  if (!enrollment) throw notFound("enrollment");
  if (actor.side === "partner" && actor.organisationId !== enrollment.partnerId) throw notFound("enrollment");
  assertInScope(actor, enrollment);
}

const OTHER_SIDE: Readonly<Record<StepBy, Permission>> = {
  partner: denied("role-missing", sentence("Only the partner answers its invitations.")),
  vendor: denied("role-missing", sentence("Only the vendor does this with an enrollment.")),
  system: denied("system-only", sentence("This happens by itself.")),
  customer: denied("role-missing", sentence("Only the customer does this.")),
};

/** May the actor take this step, whatever the status? */
export function mayStep(actor: Actor, verb: EnrollmentVerb, enrollment: Enrollment): Permission {
  const { by } = ENROLLMENT_LIFECYCLE.edges[verb];
  if (actor.side !== by && !(by === "vendor" && actor.side === "system")) return OTHER_SIDE[by];
  switch (verb) {
    case "accept":
    case "decline":
    case "join":
      return mayAnswer(actor, enrollment);
    case "invite":
    case "discontinue":
      return mayEnroll(actor, enrollment.programId);
    case "confirmPayout":
      return mayConfirmPayout(actor, enrollment.programId);
    case "expire":
    case "complete":
    case "requireAction":
    case "lapse":
    case "inviteAgain":
    case "readmit":
      return ALLOWED;
  }
}

/** Whether the actor may say that bank and tax data are complete or no longer so: the vendor's finance. */
export function mayConfirmPayout(actor: Actor, programId: string): Permission {
  return permission(actor, "enrollment.confirm-payout", word("confirm payout data"), { programId });
}

const ENROLLING: StatusFace = { tone: "in-progress", partner: "Enrolling", vendor: "Enrolling", final: false };

/**
 * How a status looks to the reader. A person of the partner who cannot do anything about it sees only that enrolment is
 * under way (rulebook 4.6, "enrolling": computed per viewer, never stored).
 */
export function faceFor(
  actor: Actor,
  status: EnrollmentStatus,
  pair: Scope,
): { tone: StatusFace["tone"]; label: string } {
  const underWay = status === "action_required" || status === "validating";
  const onlooker = actor.side === "partner" && underWay && !holds(actor, "enrollment.answer", pair);
  const { tone, partner, vendor } = onlooker ? ENROLLING : ENROLLMENT_LIFECYCLE.statuses[status];
  return { tone, label: actor.side === "partner" ? partner : vendor };
}

/** What the actor may do with an enrollment now, and why not: policy first, then the transition table, then the invitation. */
export function enrollmentAbilities(
  actor: Actor,
  enrollment: Enrollment,
  invitation: Invitation | undefined,
): Record<string, Ability> {
  const { partner, vendor } = ENROLLMENT_LIFECYCLE.statuses[enrollment.status];
  const wrongStatus = denied(
    "wrong-status",
    sentence("This is not possible in the status “{status}”.", { status: actor.side === "partner" ? partner : vendor }),
  );
  const can = (verb: EnrollmentVerb): Permission =>
    all(
      mayStep(actor, verb, enrollment),
      canStep(ENROLLMENT_LIFECYCLE, enrollment.status, verb) ? ALLOWED : wrongStatus,
    );
  const maySend = mayStep(actor, "invite", enrollment);
  const sendable =
    enrollment.status === "invited" ||
    (canStep(ENROLLMENT_LIFECYCLE, enrollment.status, "invite") && enrollment.acceptedAt === null);
  return {
    accept: can("accept"),
    decline: can("decline"),
    invite: all(
      maySend,
      sendable && (!invitation || canStep(INVITATION_LIFECYCLE, invitation.state, "resend")) ? ALLOWED : wrongStatus,
    ),
    confirmPayout: all(
      mayStep(actor, "confirmPayout", enrollment),
      ["action_required", "enrolled"].includes(enrollment.status) ? ALLOWED : wrongStatus,
    ),
    setPartnerFacts: actor.side === "partner" ? OTHER_SIDE.vendor : mayEnroll(actor, enrollment.programId),
    discontinue: can("discontinue"),
  };
}
