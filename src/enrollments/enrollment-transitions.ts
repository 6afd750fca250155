import { type Edge, type Lifecycle, word } from "../kernel/index.ts";
import type { EnrollmentStatus } from "./enrollment.ts";

/** Steps an enrollment can take. */
export type EnrollmentVerb =
  | "invite"
  | "accept"
  | "join"
  | "decline"
  | "expire"
  | "complete"
  | "requireAction"
  | "confirmPayout"
  | "lapse"
  | "inviteAgain"
  | "readmit"
  | "discontinue";

const EDGES: Record<EnrollmentVerb, Edge<EnrollmentStatus>> = {
  invite: {
    from: ["inactive", "ineligible"],
    to: "invited",
    by: "vendor",
    event: "enrollment.invited",
    dueSide: "partner",
    label: word("Invite"),
  },
  accept: {
    from: ["invited"],
    to: "validating",
    by: "partner",
    event: "enrollment.accepted",
    dueSide: "none",
    label: word("Accept"),
  },
  join: {
    from: ["inactive"],
    to: "validating",
    by: "partner",
    event: "enrollment.joined",
    dueSide: "none",
    label: word("Take part"),
  },
  decline: {
    from: ["invited"],
    to: "inactive",
    by: "partner",
    event: "enrollment.declined",
    dueSide: "none",
    label: word("Decline"),
  },
  expire: {
    from: ["invited", "ineligible"],
    to: "inactive",
    by: "system",
    event: "enrollment.invitation-expired",
    dueSide: "none",
    label: word("Expire"),
  },
  complete: {
    from: ["validating"],
    to: "enrolled",
    by: "system",
    event: "enrollment.completed",
    dueSide: "none",
    label: word("Complete"),
  },
  requireAction: {
    from: ["validating", "enrolled"],
    to: "action_required",
    by: "system",
    event: "enrollment.action-required",
    dueSide: "partner",
    label: word("Ask for what is missing"),
  },
  confirmPayout: {
    from: ["action_required"],
    to: "validating",
    by: "vendor",
    event: "enrollment.payout-confirmed",
    dueSide: "none",
    label: word("Confirm payout data"),
  },
  lapse: {
    from: ["invited", "action_required", "validating", "enrolled"],
    to: "ineligible",
    by: "system",
    event: "enrollment.lapsed",
    dueSide: "none",
    label: word("Requirements no longer met"),
  },
  inviteAgain: {
    from: ["ineligible"],
    to: "invited",
    by: "system",
    event: "enrollment.invited-again",
    dueSide: "partner",
    label: word("Invite again"),
  },
  readmit: {
    from: ["ineligible"],
    to: "validating",
    by: "system",
    event: "enrollment.readmitted",
    dueSide: "none",
    label: word("Requirements met again"),
  },
  discontinue: {
    from: ["invited", "ineligible", "inactive", "action_required", "validating", "enrolled"],
    to: "discontinued",
    by: "vendor",
    event: "enrollment.discontinued",
    dueSide: "none",
    label: word("Discontinue"),
  },
};

/** The lifecycle of an enrollment (rulebook 4.6): the only source of its statuses, of what buttons say and how a status looks. */
export const ENROLLMENT_LIFECYCLE: Lifecycle<EnrollmentStatus, EnrollmentVerb> = {
  subject: "enrollment",
  initial: "invited",
  statuses: {
    invited: { tone: "needs-you", partner: word("Invited"), vendor: word("Invited"), final: false },
    ineligible: { tone: "refused", partner: word("Not eligible"), vendor: word("Not eligible"), final: false },
    inactive: { tone: "neutral", partner: word("Inactive"), vendor: word("Inactive"), final: false },
    action_required: {
      tone: "needs-you",
      partner: word("Action required"),
      vendor: word("Waits for the partner"),
      final: false,
    },
    validating: { tone: "in-progress", partner: word("Validating"), vendor: word("Validating"), final: false },
    enrolled: { tone: "done", partner: word("Enrolled"), vendor: word("Enrolled"), final: false },
    discontinued: { tone: "refused", partner: word("Discontinued"), vendor: word("Discontinued"), final: true },
  },
  edges: EDGES,
};
