import type { z } from "zod";
import { holds } from "../identity/index.ts";
import { type Actor, faceFor as faceOf, idText, type Sentence, sentence } from "../kernel/index.ts";
import type { Edition } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import type { EnrollmentResource, InvitedWire } from "./enrollment-contract.ts";
import { enrollmentAbilities, faceFor } from "./enrollment-policy.ts";
import { INVITATION_LIFECYCLE, type Invitation } from "./invitation.ts";
import type { Invited } from "./invited.ts";

/** An enrollment on the wire. */
export type EnrollmentOut = z.input<typeof EnrollmentResource>;

/** An enrollment with what its resource shows beside it. */
export interface NamedEnrollment {
  readonly enrollment: Enrollment;
  readonly invitation: Invitation | undefined;
  readonly programCode: string;
  readonly programName: string;
  readonly locationName: string;
  readonly partnerNumber: string;
  readonly partnerName: string;
}

/** The resource of an enrollment, for the reader. */
export function enrollmentOut(
  actor: Actor,
  named: NamedEnrollment,
  edition: Edition | undefined,
  options: { readonly abilities: boolean },
): EnrollmentOut {
  const { enrollment, invitation } = named;
  const nameOf = namesOfRequirements(edition);
  return {
    id: idText("enrollment", enrollment.id),
    program: named.programCode,
    programName: named.programName,
    programYear: enrollment.programYear,
    location: {
      id: idText("location", enrollment.locationId),
      name: named.locationName,
      partnerId: named.partnerNumber,
    },
    partner: { id: idText("organisation", enrollment.partnerId), name: named.partnerName },
    status: enrollment.status,
    face: faceFor(actor, enrollment.status, enrollment),
    payoutReady: enrollment.payoutReady,
    acceptedAt: enrollment.acceptedAt?.toISOString() ?? null,
    earningsStartOn: enrollment.earningsStartOn,
    expiresOn: enrollment.expiresOn,
    partnerType: enrollment.partnerType,
    partnerTier: enrollment.partnerTier,
    standing: [...enrollment.standing],
    invitation: invitation ? invitationOut(actor, invitation) : null,
    requiredActions: requiredActions(actor, named),
    checkedAt: enrollment.checkedAt?.toISOString() ?? null,
    unmet: enrollment.unmet.map((code) => ({ code, name: nameOf(code) })),
    version: enrollment.version,
    ...(options.abilities ? { abilities: enrollmentAbilities(actor, enrollment, invitation) } : {}),
  };
}

function invitationOut(actor: Actor, invitation: Invitation): EnrollmentOut["invitation"] {
  return {
    state: invitation.state,
    face: faceOf(actor, INVITATION_LIFECYCLE.statuses[invitation.state]),
    sentAt: invitation.sentAt.toISOString(),
    timesSent: invitation.timesSent,
    expiresOn: invitation.expiresOn,
    answeredAt: invitation.answeredAt?.toISOString() ?? null,
    reason: invitation.reason,
  };
}

/** What the partner has to do (rulebook 3.2). Who cannot do it sees that enrolment is under way, and nothing to do. */
function requiredActions(actor: Actor, { enrollment, invitation }: NamedEnrollment): EnrollmentOut["requiredActions"] {
  if (actor.side === "partner" && !holds(actor, "enrollment.answer", enrollment)) return [];
  const link = `/enrollments/${idText("enrollment", enrollment.id)}`;
  const action = (code: EnrollmentOut["requiredActions"][number]["code"], { text, words }: Sentence) => [
    { code, text, words, link },
  ];
  switch (enrollment.status) {
    case "invited":
      return action(
        "answer-invitation",
        invitation
          ? sentence("Accept or decline the invitation by {day}.", { day: invitation.expiresOn })
          : sentence("Accept or decline the invitation."),
      );
    case "action_required":
      return action(
        "payout-data",
        sentence("Bank and tax data are missing. Send them to the vendor's finance, which confirms them."),
      );
    case "ineligible":
      return action("requirements", sentence("Meet the requirements that are not ticked."));
    case "inactive":
    case "validating":
    case "enrolled":
    case "discontinued":
      return [];
  }
}

/** Names of requirements by code; the code where the edition no longer knows it. */
function namesOfRequirements(edition: Edition | undefined): (code: string) => string {
  const names = new Map<string, string>();
  type Node = {
    readonly kind: string;
    readonly code?: string;
    readonly name?: string | undefined;
    readonly of?: readonly Node[];
  };
  const walk = (nodes: readonly Node[]): void => {
    for (const { code, name, of } of nodes) {
      if (code !== undefined && name !== undefined) names.set(code, name);
      if (of) walk(of);
    }
  };
  walk(edition?.document.enrollment?.requirements?.of ?? []);
  return (code) => names.get(code) ?? code;
}

/** What came of an invitation on the wire. */
export function invitedOut({
  locationId,
  enrollmentId,
  outcome,
  message,
  unmet,
}: Invited): z.input<typeof InvitedWire> {
  return {
    location: idText("location", locationId),
    outcome,
    enrollment: enrollmentId === null ? null : idText("enrollment", enrollmentId),
    message: message.text,
    words: message.words,
    unmet: [...unmet],
  };
}
