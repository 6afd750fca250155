/**
 * Kinds of accounts (ARCHITECTURE.md, "The ledger"). All but `program-expense` have a balance that
 * cannot go below zero.
 */
export type AccountKind =
  | "program-expense"
  | "budget"
  | "fund-available"
  | "fund-forfeited"
  | "rebate-payable"
  | "plan-committed"
  | "plan-payable"
  | "plan-unproven"
  | "claim-reserved"
  | "claim-payable"
  | "in-flight"
  | "paid"
  | "receivable";

/** Business events that move money; each has a template function. */
export type TemplateName =
  | "accrue"
  | "adjust"
  | "commit"
  | "uncommit"
  | "reserve"
  | "reserve-again"
  | "release"
  | "approve"
  | "pay-plan"
  | "prove"
  | "demand-back";

/** From which kind of account to which. */
export type Flow = readonly [from: AccountKind, to: AccountKind];

/**
 * Which accounts may face each other, in which direction, under which template: a list, not an if. The database holds the
 * same list (table ledger_flow) and refuses the rest; a test holds the two together. A new flow comes with a migration.
 */
export const FLOWS: Readonly<Record<TemplateName, readonly Flow[]>> = {
  accrue: [["program-expense", "fund-available"]],
  adjust: [
    ["program-expense", "fund-available"],
    ["fund-available", "program-expense"],
  ],
  commit: [["fund-available", "plan-committed"]],
  uncommit: [["plan-committed", "fund-available"]],
  reserve: [
    ["fund-available", "claim-reserved"],
    ["plan-committed", "claim-reserved"],
  ],
  "reserve-again": [
    ["claim-reserved", "fund-available"],
    ["fund-available", "claim-reserved"],
    ["claim-reserved", "plan-committed"],
    ["plan-committed", "claim-reserved"],
  ],
  release: [
    ["claim-reserved", "fund-available"],
    ["claim-reserved", "plan-committed"],
  ],
  approve: [
    ["claim-reserved", "claim-payable"],
    ["claim-reserved", "fund-available"],
    ["claim-reserved", "plan-committed"],
  ],
  "pay-plan": [
    ["fund-available", "plan-payable"],
    ["plan-payable", "in-flight"],
    ["in-flight", "plan-unproven"],
  ],
  prove: [["plan-unproven", "paid"]],
  "demand-back": [["plan-unproven", "receivable"]],
};
