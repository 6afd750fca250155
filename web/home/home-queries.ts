import { fewClaimsQuery } from "../claims/claims-api.ts";
import { fundsQuery } from "../funds/funds-api.ts";

/** What waits for the partner: the nearest date first. */
export const tasksQuery = fewClaimsQuery({ status: "action_required,editing", sort: "dueAt" }, 20);

/** What is with the vendor. */
export const flyingQuery = fewClaimsQuery({ status: "submitted,under_review", sort: "dueAt" }, 5);

/** Funds, those that expire first on top. */
export const homeFundsQuery = fundsQuery({ open: "true", sort: "expiresOn" });
