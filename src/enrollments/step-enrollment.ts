import type { Edge } from "../kernel/index.ts";
import { type Canonical, type Command, checkVersion, enforce, step } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { Enrollment, EnrollmentStatus } from "./enrollment.ts";
import { assertSees, mayStep } from "./enrollment-policy.ts";
import { type EnrollmentChange, lockEnrollment, saveEnrollment } from "./enrollment-store.ts";
import { ENROLLMENT_LIFECYCLE, type EnrollmentVerb } from "./enrollment-transitions.ts";

/** A locked enrollment that may take the step that was asked for. */
export interface ReadyEnrollment {
  readonly enrollment: Enrollment;
  readonly edge: Edge<EnrollmentStatus>;
}

type Payload = { readonly [key: string]: Canonical | undefined };

/**
 * The beginning of every step of a person, always in this order (docs/api.md, order of checks): lock and reload (404), ask the
 * policy (403), ask the transition table and what else the enrollment's state must allow (409), compare the version the caller has
 * seen (412).
 */
export async function beginStep(
  tx: Tx,
  { actor, seen }: Command,
  id: string,
  verb: EnrollmentVerb,
  assertPossible: (enrollment: Enrollment) => Promise<void> = () => Promise.resolve(),
): Promise<ReadyEnrollment> {
  const enrollment = await lockEnrollment(tx, id);
  assertSees(actor, enrollment);
  enforce(mayStep(actor, verb, enrollment));
  const edge = step(ENROLLMENT_LIFECYCLE, enrollment.status, verb);
  await assertPossible(enrollment);
  checkVersion(seen, enrollment.version);
  return { enrollment, edge };
}

/** A step that follows by itself from what is known, in the same transaction and on a row that is locked. */
export async function followingStep(
  tx: Tx,
  command: Command,
  enrollment: Enrollment,
  verb: EnrollmentVerb,
  change: EnrollmentChange = {},
  payload: Payload = {},
): Promise<Enrollment> {
  const edge = step(ENROLLMENT_LIFECYCLE, enrollment.status, verb);
  return finishStep(tx, command, { enrollment, edge }, change, payload);
}

/** The end of every step: saves the next version in its new status and records the event, in the caller's transaction. */
export async function finishStep(
  tx: Tx,
  { actor, now }: Command,
  { enrollment, edge }: ReadyEnrollment,
  change: EnrollmentChange,
  payload: Payload = {},
): Promise<Enrollment> {
  const saved = await saveEnrollment(tx, now, enrollment, { ...change, status: edge.to });
  await recordOf(tx, { actor, now }, saved, edge.event, enrollment.status, payload);
  return saved;
}

/** Records an event about an enrollment as it stands now. */
export async function recordOf(
  tx: Tx,
  { actor, now }: Command,
  enrollment: Enrollment,
  type: string,
  fromStatus: EnrollmentStatus | undefined,
  payload: Payload = {},
): Promise<void> {
  await events.record(tx, {
    at: now,
    type,
    subjectType: "enrollment",
    subjectId: enrollment.id,
    partnerId: enrollment.partnerId,
    actor,
    ...(fromStatus === undefined ? {} : { fromStatus }),
    toStatus: enrollment.status,
    payload: {
      program: enrollment.programId,
      location: enrollment.locationId,
      programYear: enrollment.programYear,
      ...payload,
    },
  });
}
