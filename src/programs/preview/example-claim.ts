import { addDays } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";
import type { EditionDocument } from "../edition-schema.ts";
import type { ClaimFacts } from "../rules/facts.ts";
import type { ClaimSubject } from "../rules/subject.ts";
import type { Example } from "./preview-contract.ts";

/** A made-up claim as the engine reads it: of a partner in good standing, new to the fund, with a plan where one is needed. */
export function exampleClaim(
  document: EditionDocument,
  example: Example,
): { subject: ClaimSubject; facts: ClaimFacts } {
  return { subject: subjectOf(document, example), facts: factsOf(document, example) };
}

const isPlanned = (document: EditionDocument): boolean => document.planMode === "required";

/** The days of the made-up campaign around the work. */
const campaignAround = (day: string) => ({ from: addDays(day, -30), to: addDays(day, 30) });

function subjectOf(document: EditionDocument, example: Example): ClaimSubject {
  const { executionDate, evidence, metrics, amount } = example;
  const invoiced: Money = example.invoiced ?? amount;
  const line = {
    id: "line-1",
    description: "Line of the example",
    expenseType: example.expenseType,
    quantity: null,
    unitPrice: null,
    lineAmount: invoiced,
    person: "Person of the example",
  };
  return {
    activityType: example.activityType,
    usagePeriod: example.usagePeriod,
    executionDate,
    currency: amount.currency,
    amountClaimed: amount,
    preApprovalId: null,
    name: "Example",
    planActivity: isPlanned(document) ? campaignAround(executionDate) : null,
    invoices: [
      {
        id: "invoice-1",
        supplierName: "Supplier of the example",
        number: "1",
        date: executionDate,
        billedTo: "Partner of the example",
        currency: invoiced.currency,
        subtotal: invoiced,
        tax: { minor: 0n, currency: invoiced.currency },
        total: invoiced,
        hasFile: true,
        lines: [line],
      },
    ],
    certifications: [],
    documents: evidence.map((code) => ({
      id: `document-${code}`,
      evidenceCode: code,
      note: "Proof of the example",
      kind: "file",
      mediaType: "application/pdf",
    })),
    metrics: Object.fromEntries(metrics.map((code) => [code, { value: "100", fileId: null }])),
  };
}

function factsOf(document: EditionDocument, example: Example): ClaimFacts {
  const { available } = example;
  return {
    today: example.today,
    stage: "draft",
    submittedOn: null,
    fund: { currency: available.currency, available, earned: available, qualified: true, threshold: null },
    planActivity: isPlanned(document)
      ? {
          planStatus: "approved",
          proofAfterPayment: document.poeTiming === "after-payment",
          activityType: example.activityType,
          days: campaignAround(example.executionDate),
          budgetLeft: available,
          planLimitLeft: available,
          committedLeft: document.poeTiming === "after-payment" ? null : available,
        }
      : null,
    reservedByThisClaim: null,
    approvedBefore: [],
    duplicates: [],
    enrolled: true,
    payoutReady: true,
    partnerNames: ["Partner of the example"],
    firstClaim: true,
    rates: [],
  };
}
