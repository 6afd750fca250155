import { addDays } from "../../kernel/index.ts";
import { amountText, type Money } from "../../money/index.ts";
import type { EditionDocument } from "../edition-schema.ts";
import type { ClaimField } from "../parts/field-schema.ts";
import type { ClaimFacts } from "../rules/facts.ts";
import { shareOf } from "../rules/share.ts";
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
    // Consent is there where it is asked for, like everything else of the example.
    preApprovalId: "Consent of the example",
    name: document.claims?.name?.example ?? "Example",
    fields: fieldsOf(document, example),
    sharePercent: agreedShare(document, example.activityType),
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

/** A share that may be agreed, where the edition leaves the choice; null where it says one. */
function agreedShare({ costShare }: EditionDocument, activityType: string): string | null {
  const found = shareOf(costShare, { activityType, fundType: undefined, sponsors: 1, chosen: undefined })?.share;
  if (found?.kind === "list") return found.usual ?? found.percents.at(-1) ?? null;
  return found?.kind === "range" ? (found.usual ?? found.to) : null;
}

/** A right answer to each field that the program asks for. */
function fieldsOf({ claims }: EditionDocument, { amount, executionDate }: Example): Record<string, string> {
  const answer = ({ kind, choices = [], pattern }: ClaimField): string => {
    switch (kind) {
      case "text":
        return (pattern ?? "*").replaceAll("*", "Example").replaceAll("#", "1");
      case "number":
        return "1";
      case "date":
        return executionDate;
      case "amount":
        return amountText(amount);
      case "choice":
        return choices[0]?.code ?? "";
      case "yes-no":
        return "yes";
      default:
        return kind satisfies never;
    }
  };
  return Object.fromEntries((claims?.fields ?? []).map((field) => [field.code, answer(field)]));
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
