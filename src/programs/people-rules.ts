import { addDays, type Finding, type IsoDate } from "../kernel/index.ts";
import { compare, type Money, moneyOf } from "../money/index.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { PARTNER_ROLES, Reminder, SwitchedVerb } from "./parts/people-schema.ts";

type PartnerRole = (typeof PARTNER_ROLES)[number];

/** Whether the edition lets a role of a partner do something; it narrows the rights of the role, and never widens them (rulebook 9.5). */
export function editionLets(document: EditionDocument, verb: SwitchedVerb, role: PartnerRole): boolean {
  const named = document.whoMay?.[verb];
  if (named) return named.includes(role);
  return verb === "submit-claim" || verb === "dispute-claim"
    ? role !== "incentives-user" || document.incentivesUserMaySubmit
    : true;
}

/** One step of an approval: who may give it, and how many must. */
export interface ApprovalStep {
  readonly code: string;
  readonly of: readonly string[];
  readonly needed: number;
}

/** The steps that a claim over an amount must pass, in order: a single reviewer unless the edition says otherwise (peer rule S15). */
export function approvalSteps(document: EditionDocument, amount: Money): readonly ApprovalStep[] {
  const steps = document.approvals?.steps;
  if (!steps) return [{ code: "review", of: ["reviewer"], needed: 1 }];
  return steps
    .filter(
      ({ above }) =>
        !above || above.currency !== amount.currency || compare(amount, moneyOf(above.amount, above.currency)) > 0,
    )
    .map(({ code, of, needed }) => ({ code, of, needed }));
}

/** Whether a role may decide over an amount; where the edition gives no limit to the role, it may (peer rules S03, S06). */
export function mayDecideOver(document: EditionDocument, role: string, amount: Money): boolean {
  const limits = (document.approvals?.limits ?? []).filter((limit) => limit.role === role);
  return limits.every(
    ({ upTo }) => upTo.currency !== amount.currency || compare(amount, moneyOf(upTo.amount, upTo.currency)) <= 0,
  );
}

/** Whether a claim needs nobody: below the edition's limit, and with nothing to look at (peer rule S03). */
export function isAutomatic(document: EditionDocument, amount: Money, findings: readonly Finding[]): boolean {
  const limit = document.approvals?.automaticUpTo;
  if (!limit || limit.currency !== amount.currency) return false;
  return (
    compare(amount, moneyOf(limit.amount, limit.currency)) <= 0 &&
    findings.every(({ severity }) => severity === "informs" || severity === "cuts")
  );
}

/** Days on which people are reminded of an event, the earliest first; those already past are left out. */
export function remindersOf(
  document: EditionDocument,
  event: { readonly of: Reminder["of"]; readonly on: IsoDate; readonly today: IsoDate },
): readonly IsoDate[] {
  const days = (document.reminders ?? [])
    .filter(({ of }) => of === event.of)
    .flatMap(({ daysBefore }) => daysBefore.map((count) => addDays(event.on, -count)));
  return [...new Set(days)].filter((day) => day >= event.today).sort();
}
