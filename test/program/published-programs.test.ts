import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nothingBlocks } from "../../src/kernel/index.ts";
import {
  type ClaimFacts,
  type ClaimSubject,
  type EditionDocument,
  EditionShape,
  evaluate,
  isTextFault,
  readText,
  resolved,
  validateEdition,
} from "../../src/programs/index.ts";
import { facts, fund, invoice, line, usd } from "../builders/judged-claim.ts";

// Two rule books that were written from public pages of other vendors alone (test/fixtures/editions names them), without a
// line of code: each sentence of the page is a row.

function editionFrom(file: string): EditionDocument {
  const text = readFileSync(new URL(`../fixtures/editions/${file}`, import.meta.url), "utf8");
  const read = readText(text, "yaml");
  if (isTextFault(read)) throw new Error(`${file}: ${read.message}`);
  const document = resolved(read.document);
  expect(nothingBlocks(validateEdition(document))).toBe(true);
  return EditionShape.parse(document);
}

const file = (evidenceCode: string, mediaType = "application/pdf") =>
  ({ id: evidenceCode, evidenceCode, note: "As it was shown", kind: "file", mediaType }) as const;

interface Row {
  readonly says: string;
  readonly claim?: Partial<ClaimSubject>;
  readonly known?: Partial<ClaimFacts>;
  /** Rules that block or cut; none for a claim that passes whole. */
  readonly rules: readonly string[];
  /** What is paid, where it matters. */
  readonly paid?: string;
}

function judge(document: EditionDocument, claim: ClaimSubject, known: ClaimFacts) {
  const { findings, eligibleTotal } = evaluate({ document, version: 1 }, claim, known);
  const rules = findings.filter(({ severity }) => severity === "blocks" || severity === "cuts").map(({ rule }) => rule);
  return { rules: [...new Set(rules)], paid: eligibleTotal };
}

describe("a dealer's co-op budget for advertising space", () => {
  const document = editionFrom("dealer-space.yaml");
  const claim: ClaimSubject = {
    activityType: "print-ad",
    usagePeriod: "FY26",
    executionDate: "2026-05-10",
    currency: "USD",
    amountClaimed: usd("1000.00"),
    preApprovalId: null,
    planActivity: null,
    fields: { "vendor-space": "100" },
    invoices: [invoice([line("1000.00", { expenseType: "space" })], { date: "2026-05-12" })],
    certifications: [],
    documents: [file("tear-sheet"), file("purchases")],
    metrics: {},
  };
  const known = facts({ today: "2026-06-01", fund: fund({ threshold: null }) });
  const broadcast = {
    activityType: "broadcast",
    documents: [file("affidavit"), file("purchases")],
    invoices: [invoice([line("1000.00", { expenseType: "air-time" })], { date: "2026-05-12" })],
  };

  const ROWS: readonly Row[] = [
    { says: "pays the cost of the space", rules: [], paid: "1000.00" },
    {
      says: "pays only the space that shows its products",
      claim: { fields: { "vendor-space": "40" } },
      rules: ["cap.computed"],
      paid: "400.00",
    },
    { says: "asks how much that is", claim: { fields: {} }, rules: ["field.missing"] },
    {
      says: "takes a part of at most all",
      claim: { fields: { "vendor-space": "140" } },
      rules: ["condition.vendor-space-is-a-part"],
    },
    {
      says: "pays no agency commission",
      claim: {
        amountClaimed: usd("900.00"),
        invoices: [
          invoice(
            [
              line("900.00", { expenseType: "space" }),
              line("100.00", { expenseType: "space", description: "Agency commission" }),
            ],
            { date: "2026-05-12" },
          ),
        ],
      },
      rules: ["expense.excluded"],
      paid: "900.00",
    },
    {
      says: "pays up to the budget of 3 % of purchases",
      known: { fund: fund({ threshold: null, available: usd("300.00"), earned: usd("300.00") }) },
      rules: ["balance.exceeded"],
      paid: "300.00",
    },
    {
      says: "takes no ad before 1 March",
      claim: { executionDate: "2026-02-28" },
      rules: ["date.outside-usage", "claim-deadline.passed"],
    },
    { says: "takes a claim on the 60th day after the ad", known: { today: "2026-07-09" }, rules: [] },
    { says: "takes no claim on the 61st", known: { today: "2026-07-10" }, rules: ["claim-deadline.passed"] },
    {
      says: "takes no claim for the year before",
      claim: { executionDate: "2026-10-31" },
      known: { today: "2027-01-02" },
      rules: ["claim-window.closed", "claim-deadline.passed"],
    },
    {
      says: "takes no claim under 25 dollars",
      claim: {
        amountClaimed: usd("24.99"),
        invoices: [invoice([line("24.99", { expenseType: "space" })], { date: "2026-05-12" })],
      },
      rules: ["amount.below-minimum"],
    },
    { says: "asks for the tear sheet", claim: { documents: [file("purchases")] }, rules: ["evidence.missing"] },
    {
      says: "takes no message in its place",
      claim: { documents: [file("tear-sheet", "message/rfc822"), file("purchases")] },
      rules: ["evidence.wrong-type"],
    },
    { says: "asks for proof of purchases", claim: { documents: [file("tear-sheet")] }, rules: ["evidence.missing"] },
    { says: "pays broadcast only when it agreed before", claim: broadcast, rules: ["pre-approval.missing"] },
    {
      says: "pays broadcast that it agreed to",
      claim: { ...broadcast, preApprovalId: "A-1" },
      rules: [],
      paid: "1000.00",
    },
  ];

  test.each(ROWS)("$says", ({ claim: changes, known: world, rules, paid }) => {
    const judged = judge(document, { ...claim, ...changes }, { ...known, ...world });
    expect(judged.rules).toEqual(rules);
    if (paid !== undefined) expect(judged.paid).toEqual(usd(paid));
  });
});

describe("a distributor's funds of which the vendor bears half", () => {
  const document = editionFrom("distributor-funds.yaml");
  const claim: ClaimSubject = {
    activityType: "event",
    usagePeriod: "FY26",
    executionDate: "2026-05-10",
    currency: "USD",
    amountClaimed: usd("500.00"),
    preApprovalId: "R-17",
    planActivity: null,
    invoices: [invoice([line("1000.00", { expenseType: "fees" })], { date: "2026-05-12" })],
    certifications: [],
    documents: [file("event-picture", "image/png")],
    metrics: {},
  };
  const known = facts({ today: "2026-06-01", fund: fund({ threshold: null }) });

  const ROWS: readonly Row[] = [
    { says: "pays half", rules: [], paid: "500.00" },
    {
      says: "pays what else was agreed in writing",
      claim: { sharePercent: "75", amountClaimed: usd("750.00") },
      rules: [],
      paid: "750.00",
    },
    { says: "pays no less than half", claim: { sharePercent: "40" }, rules: ["share.not-offered"] },
    { says: "pays nothing without a request before", claim: { preApprovalId: null }, rules: ["pre-approval.missing"] },
    {
      says: "pays no freight",
      claim: {
        amountClaimed: usd("450.00"),
        invoices: [
          invoice([line("900.00", { expenseType: "fees" }), line("100.00", { expenseType: "freight" })], {
            date: "2026-05-12",
          }),
        ],
      },
      rules: ["expense.ineligible"],
      paid: "450.00",
    },
    { says: "pays within the year alone", known: { today: "2027-01-01" }, rules: ["claim-window.closed"] },
    {
      says: "pays what is left, first come first served",
      known: { fund: fund({ threshold: null, available: usd("200.00") }) },
      rules: ["balance.exceeded"],
    },
  ];

  test.each(ROWS)("$says", ({ claim: changes, known: world, rules, paid }) => {
    const judged = judge(document, { ...claim, ...changes }, { ...known, ...world });
    expect(judged.rules).toEqual(rules);
    if (paid !== undefined) expect(judged.paid).toEqual(usd(paid));
  });

  test("answers a request within 30 business days, and loses at the year's end what is left", () => {
    expect(document.serviceLevels.preApprovalDecision).toEqual({ kind: "business", days: 30 });
    expect(document.funding).toMatchObject({ forfeiture: { after: "usage-end" }, rollOver: { by: "never" } });
  });
});
