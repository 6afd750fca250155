import { type Edge, type IsoDate, type Lifecycle, word } from "../kernel/index.ts";

/** States of an invitation (rulebook 4.5). */
export const INVITATION_STATES = ["sent", "accepted", "declined", "expired"] as const;
/** States of an invitation (rulebook 4.5). */
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What can happen to an invitation. */
export type InvitationVerb = "resend" | "accept" | "decline" | "expire";

/** An invitation of a location to a program. */
export interface Invitation {
  readonly id: string;
  readonly partnerId: string;
  readonly enrollmentId: string;
  readonly state: InvitationState;
  readonly sentAt: Date;
  readonly timesSent: number;
  /** Last day on which it can be answered, in the program's zone. */
  readonly expiresOn: IsoDate;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** Why the partner declined, in its own words. */
  readonly reason: string | null;
}

const EDGES: Record<InvitationVerb, Edge<InvitationState>> = {
  resend: {
    from: ["sent", "expired", "declined"],
    to: "sent",
    by: "vendor",
    event: "enrollment.invited",
    dueSide: "partner",
    label: word("Send again"),
  },
  accept: {
    from: ["sent"],
    to: "accepted",
    by: "partner",
    event: "enrollment.accepted",
    dueSide: "none",
    label: word("Accept"),
  },
  decline: {
    from: ["sent"],
    to: "declined",
    by: "partner",
    event: "enrollment.declined",
    dueSide: "none",
    label: word("Decline"),
  },
  expire: {
    from: ["sent"],
    to: "expired",
    by: "system",
    event: "enrollment.invitation-expired",
    dueSide: "none",
    label: word("Expire"),
  },
};

/** The lifecycle of an invitation; its events are those of the enrollment it is for. */
export const INVITATION_LIFECYCLE: Lifecycle<InvitationState, InvitationVerb> = {
  subject: "invitation",
  initial: "sent",
  statuses: {
    sent: { tone: "needs-you", partner: word("Sent"), vendor: word("Sent"), final: false },
    accepted: { tone: "done", partner: word("Accepted"), vendor: word("Accepted"), final: true },
    declined: { tone: "refused", partner: word("Declined"), vendor: word("Declined"), final: false },
    expired: { tone: "refused", partner: word("Expired"), vendor: word("Expired"), final: false },
  },
  edges: EDGES,
};
