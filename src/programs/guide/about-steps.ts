import { addMonths, dateIn } from "../../kernel/index.ts";
import { catalogueOf } from "../edition.ts";
import type { EditionDocument } from "../edition-schema.ts";
import { type GuideClock, promise } from "./promise.ts";
import type { ClaimStatement, KeepingStatement, StepStatement } from "./statements.ts";

/** What a claim carries, in the order of its form (rulebook 3.4, 6.4 to 6.6). */
export function claimStatements(document: EditionDocument): ClaimStatement[] {
  const catalogue = catalogueOf(document);
  const certified = catalogue.filter(({ certificationAllowed }) => certificationAllowed);
  const certifiable = document.expenseTypes
    .filter(({ csrAllowed, code }) => csrAllowed && certified.some((type) => type.eligibleExpenses.includes(code)))
    .map(({ code, name }) => ({ code, name }));
  const certification: ClaimStatement[] =
    certifiable.length === 0
      ? []
      : [
          { code: "certification", expenseTypes: certifiable },
          { code: "certification-shows", items: named(document.claims?.certificationMustShow) },
        ];
  const approvedBefore = catalogue
    .filter(({ requiresPreApproval }) => requiresPreApproval)
    .map(({ code, name }) => ({ code, name }));
  const above = catalogue.some(({ preApprovalAbove }) => preApprovalAbove !== undefined);
  return [
    { code: "one-activity" },
    { code: "execution-date" },
    { code: "amount" },
    { code: "cost-proof" },
    { code: "invoice-shows", items: named(document.claims?.invoiceMustShow) },
    { code: "same-currency" },
    ...certification,
    { code: "proof-note" },
    { code: "results" },
    ...(approvedBefore.length > 0 || above
      ? [{ code: "pre-approval", activityTypes: approvedBefore } as const satisfies ClaimStatement]
      : []),
  ];
}

const named = (statements: readonly { code: string; name: string }[] = []) =>
  statements.map(({ code, name }) => ({ code, name }));

/** What happens to a claim, and to a plan where the program has plans, with the edition's promises of time (rulebook 4.1, 4.2, 5.9). */
export function stepStatements(document: EditionDocument, clock: GuideClock): StepStatement[] {
  const levels = document.serviceLevels;
  const plan: StepStatement[] =
    document.planMode === "none"
      ? []
      : [
          { code: "plan-submitted", ...promise(levels.planReview, clock) },
          { code: "plan-sent-back", ...promise(levels.planAnswer, clock) },
          { code: "plan-approved" },
          { code: "plan-rejected" },
        ];
  return [
    ...plan,
    { code: "draft" },
    { code: "submitted", ...promise(levels.claimDecision, clock) },
    { code: "withdrawn" },
    { code: "sent-back", ...promise(levels.claimAnswer, clock) },
    { code: "approved", ...promise(levels.payment, clock) },
    { code: "cut" },
    { code: "rejected" },
    ...disputeStatement(document, clock),
    { code: "expired" },
  ];
}

/** How a decision may be objected to, unless the edition lets nobody object (rulebook 9.11). */
function disputeStatement({ disputes, serviceLevels }: EditionDocument, clock: GuideClock): StepStatement[] {
  if (disputes?.times === 0) return [];
  const { level: open, counted } = promise(serviceLevels.disputeOpen, clock);
  return [{ code: "disputed", open, decision: serviceLevels.disputeDecision, counted, final: disputes?.final ?? true }];
}

/** What is confirmed on submission, and how long originals are kept (rulebook 5.8, T33). */
export function keepingStatements(document: EditionDocument, clock: GuideClock): KeepingStatement[] {
  const from = dateIn(clock.zone, clock.now);
  return [
    ...document.acknowledgements.map(
      (acknowledgement): KeepingStatement => ({ code: "acknowledgement", acknowledgement }),
    ),
    {
      code: "retention",
      months: document.retentionMonths,
      counted: { from, until: addMonths(from, document.retentionMonths) },
    },
  ];
}
