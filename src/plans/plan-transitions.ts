import { type Edge, type Lifecycle, word } from "../kernel/index.ts";

/** Statuses of a plan (rulebook 4.1). */
export type PlanStatus =
  | "editing"
  | "submitted"
  | "under_review"
  | "action_required"
  | "approved"
  | "rejected"
  | "cancelled"
  | "expired"
  | "closed";

/** Steps a plan can take. */
export type PlanVerb =
  | "submit"
  | "cancel"
  | "resume"
  | "open"
  | "requestInformation"
  | "approve"
  | "reject"
  | "expire"
  | "close";

const EDGES: Record<PlanVerb, Edge<PlanStatus>> = {
  submit: {
    from: ["editing", "action_required"],
    to: "submitted",
    by: "partner",
    event: "plan.submitted",
    dueSide: "vendor",
    label: word("Submit"),
  },
  cancel: {
    from: ["editing"],
    to: "cancelled",
    by: "partner",
    event: "plan.cancelled",
    dueSide: "none",
    label: word("Cancel"),
  },
  resume: {
    from: ["action_required", "rejected"],
    to: "editing",
    by: "partner",
    event: "plan.resumed",
    dueSide: "partner",
    label: word("Back to editing"),
  },
  open: {
    from: ["submitted"],
    to: "under_review",
    by: "vendor",
    event: "plan.opened",
    dueSide: "vendor",
    label: word("Open the review"),
  },
  requestInformation: {
    from: ["submitted", "under_review"],
    to: "action_required",
    by: "vendor",
    event: "plan.information-requested",
    dueSide: "partner",
    label: word("Ask for information"),
  },
  approve: {
    from: ["under_review"],
    to: "approved",
    by: "vendor",
    event: "plan.approved",
    dueSide: "none",
    label: word("Approve"),
  },
  reject: {
    from: ["under_review"],
    to: "rejected",
    by: "vendor",
    event: "plan.rejected",
    dueSide: "partner",
    label: word("Reject"),
  },
  expire: {
    from: ["editing", "action_required"],
    to: "expired",
    by: "system",
    event: "plan.expired",
    dueSide: "none",
    label: word("Expire"),
  },
  close: {
    from: ["approved"],
    to: "closed",
    by: "system",
    event: "plan.closed",
    dueSide: "none",
    label: word("Close"),
  },
};

/** The lifecycle of a plan: the only source of its statuses, of what the buttons say and how a status looks. */
export const PLAN_LIFECYCLE: Lifecycle<PlanStatus, PlanVerb> = {
  subject: "plan",
  initial: "editing",
  statuses: {
    editing: { tone: "neutral", partner: word("Editing"), vendor: word("Being edited by the partner"), final: false },
    submitted: { tone: "in-progress", partner: word("Submitted"), vendor: word("Submitted"), final: false },
    under_review: { tone: "in-progress", partner: word("Under review"), vendor: word("Under review"), final: false },
    action_required: {
      tone: "needs-you",
      partner: word("Action required"),
      vendor: word("Waiting for the partner"),
      final: false,
    },
    approved: { tone: "done", partner: word("Approved"), vendor: word("Approved"), final: false },
    // Not final: within the days the edition gives, the partner may take it back to editing and submit it again.
    rejected: { tone: "refused", partner: word("Rejected"), vendor: word("Rejected"), final: false },
    cancelled: { tone: "neutral", partner: word("Cancelled"), vendor: word("Cancelled"), final: true },
    expired: { tone: "refused", partner: word("Expired"), vendor: word("Expired"), final: true },
    closed: { tone: "neutral", partner: word("Closed"), vendor: word("Closed"), final: true },
  },
  edges: EDGES,
};

/** Statuses in which the partner may change the plan, its campaigns and its activities. */
export const EDITABLE: readonly PlanStatus[] = ["editing", "action_required"];
