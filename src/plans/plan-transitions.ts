import type { Edge, Lifecycle } from "../kernel/index.ts";

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
    label: "Submit",
  },
  cancel: {
    from: ["editing"],
    to: "cancelled",
    by: "partner",
    event: "plan.cancelled",
    dueSide: "none",
    label: "Cancel",
  },
  resume: {
    from: ["action_required", "rejected"],
    to: "editing",
    by: "partner",
    event: "plan.resumed",
    dueSide: "partner",
    label: "Back to editing",
  },
  open: {
    from: ["submitted"],
    to: "under_review",
    by: "vendor",
    event: "plan.opened",
    dueSide: "vendor",
    label: "Open the review",
  },
  requestInformation: {
    from: ["submitted", "under_review"],
    to: "action_required",
    by: "vendor",
    event: "plan.information-requested",
    dueSide: "partner",
    label: "Ask for information",
  },
  approve: {
    from: ["under_review"],
    to: "approved",
    by: "vendor",
    event: "plan.approved",
    dueSide: "none",
    label: "Approve",
  },
  reject: {
    from: ["under_review"],
    to: "rejected",
    by: "vendor",
    event: "plan.rejected",
    dueSide: "partner",
    label: "Reject",
  },
  expire: {
    from: ["editing", "action_required"],
    to: "expired",
    by: "system",
    event: "plan.expired",
    dueSide: "none",
    label: "Expire",
  },
  close: {
    from: ["approved"],
    to: "closed",
    by: "system",
    event: "plan.closed",
    dueSide: "none",
    label: "Close",
  },
};

/** The lifecycle of a plan: the only source of its statuses, of what the buttons say and how a status looks. */
export const PLAN_LIFECYCLE: Lifecycle<PlanStatus, PlanVerb> = {
  subject: "plan",
  initial: "editing",
  statuses: {
    editing: { tone: "neutral", partner: "Editing", vendor: "Being edited by the partner", final: false },
    submitted: { tone: "in-progress", partner: "Submitted", vendor: "Submitted", final: false },
    under_review: { tone: "in-progress", partner: "Under review", vendor: "Under review", final: false },
    action_required: { tone: "needs-you", partner: "Action required", vendor: "Waiting for the partner", final: false },
    approved: { tone: "done", partner: "Approved", vendor: "Approved", final: false },
    // Not final: within the days the edition gives, the partner may take it back to editing and submit it again.
    rejected: { tone: "refused", partner: "Rejected", vendor: "Rejected", final: false },
    cancelled: { tone: "neutral", partner: "Cancelled", vendor: "Cancelled", final: true },
    expired: { tone: "refused", partner: "Expired", vendor: "Expired", final: true },
    closed: { tone: "neutral", partner: "Closed", vendor: "Closed", final: true },
  },
  edges: EDGES,
};

/** Statuses in which the partner may change the plan, its campaigns and its activities. */
export const EDITABLE: readonly PlanStatus[] = ["editing", "action_required"];
