export type { SubjectBalance } from "./balances.ts";
export type { AccountRef, Entry, SourceType, Transfer } from "./entry.ts";
export { type AccountKind, FLOWS, type Flow, type TemplateName } from "./flows.ts";
export type { FundLine, LineFilter, LinePosition } from "./fund-lines.ts";
export type { FundTotals } from "./fund-totals.ts";
export type { JournalLine, PayingShare } from "./journal.ts";
export * as ledger from "./ledger.ts";
export type { PlanRef, ProofEvent } from "./plan-templates.ts";
export type { ClaimRef, FundRef } from "./templates.ts";
