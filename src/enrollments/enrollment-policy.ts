import { holds, permission } from "../identity/index.ts";
import { type Actor, notFound, type Permission, type Scope, type StatusFace, word } from "../kernel/index.ts";
import { ENROLLMENT_FACES, type EnrollmentStatus } from "./enrollment.ts";

/** Whether the actor may look at enrollments at all, or at those of a program and location. */
export function mayView(actor: Actor, pair?: Scope): Permission {
  return permission(actor, "program.view", word("view enrollments"), pair);
}

/** Whether the actor may enrol a location by himself: the vendor's program manager, and the program itself. */
export function mayEnroll(actor: Actor, programId: string): Permission {
  return permission(actor, "program.maintain", word("enrol a partner"), { programId });
}

/** Refuses what lies outside the actor's programs and locations as if it did not exist. */
export function assertInScope(actor: Actor, pair: Scope): void {
  if (!holds(actor, "program.view", pair)) throw notFound("enrollment");
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
  const face = onlooker ? ENROLLING : ENROLLMENT_FACES[status];
  return { tone: face.tone, label: actor.side === "partner" ? face.partner : face.vendor };
}
