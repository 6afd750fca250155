import { type Edge, type Lifecycle, word } from "../kernel/index.ts";

/** Statuses of a claim (rulebook 4.2 up to approved and rejected). */
export type ClaimStatus =
  | "editing"
  | "submitted"
  | "under_review"
  | "action_required"
  | "approved"
  | "rejected"
  | "cancelled"
  | "expired";

/** Steps a claim can take. */
export type ClaimVerb =
  | "submit"
  | "withdraw"
  | "cancel"
  | "resume"
  | "open"
  | "requestInformation"
  | "approve"
  | "reject"
  | "expire";

const EDGES: Record<ClaimVerb, Edge<ClaimStatus>> = {
  submit: {
    from: ["editing", "action_required"],
    to: "submitted",
    by: "partner",
    event: "claim.submitted",
    dueSide: "vendor",
    label: word("Submit"),
  },
  withdraw: {
    from: ["submitted"],
    to: "editing",
    by: "partner",
    event: "claim.withdrawn",
    dueSide: "none",
    label: word("Withdraw"),
  },
  cancel: {
    from: ["editing"],
    to: "cancelled",
    by: "partner",
    event: "claim.cancelled",
    dueSide: "none",
    label: word("Cancel"),
  },
  resume: {
    from: ["action_required"],
    to: "editing",
    by: "partner",
    event: "claim.resumed",
    dueSide: "partner",
    label: word("Back to editing"),
  },
  open: {
    from: ["submitted"],
    to: "under_review",
    by: "vendor",
    event: "claim.opened",
    dueSide: "vendor",
    label: word("Open the review"),
  },
  requestInformation: {
    from: ["submitted", "under_review"],
    to: "action_required",
    by: "vendor",
    event: "claim.information-requested",
    dueSide: "partner",
    label: word("Ask for information"),
  },
  approve: {
    from: ["under_review"],
    to: "approved",
    by: "vendor",
    event: "claim.approved",
    dueSide: "none",
    label: word("Approve"),
  },
  reject: {
    from: ["under_review"],
    to: "rejected",
    by: "vendor",
    event: "claim.rejected",
    dueSide: "none",
    label: word("Reject"),
  },
  expire: {
    from: ["editing", "action_required"],
    to: "expired",
    by: "system",
    event: "claim.expired",
    dueSide: "none",
    label: word("Expire"),
  },
};

/** The lifecycle of a claim: the only source of its statuses, of what the buttons say and how a status looks. */
export const CLAIM_LIFECYCLE: Lifecycle<ClaimStatus, ClaimVerb> = {
  subject: "claim",
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
    approved: { tone: "done", partner: word("Approved"), vendor: word("Approved"), final: true },
    rejected: { tone: "refused", partner: word("Rejected"), vendor: word("Rejected"), final: true },
    cancelled: { tone: "neutral", partner: word("Cancelled"), vendor: word("Cancelled"), final: true },
    expired: { tone: "refused", partner: word("Expired"), vendor: word("Expired"), final: true },
  },
  edges: EDGES,
};

/** Statuses in which the partner may change the claim and its proof. */
export const EDITABLE: readonly ClaimStatus[] = ["editing", "action_required"];

/** Statuses in which an amount is reserved for the claim, unless it was never submitted. */
export const OPEN_STATUSES: readonly ClaimStatus[] = ["submitted", "under_review", "action_required", "editing"];
