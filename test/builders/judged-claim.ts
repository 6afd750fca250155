import { readFileSync } from "node:fs";
import { type Money, moneyOf } from "../../src/money/index.ts";
import {
  type ClaimFacts,
  type ClaimSubject,
  type EditionDocument,
  EditionShape,
  editionForYear,
  type FundFacts,
  type JudgingEdition,
  type SubjectCertification,
  type SubjectInvoice,
  type SubjectLine,
} from "../../src/programs/index.ts";

/** Plain data for the rules engine: a claim with nothing to object to, to be spoilt by each test in its own way. */

const read = (file: string): EditionDocument =>
  EditionShape.parse(JSON.parse(readFileSync(new URL(`../../programs/${file}`, import.meta.url), "utf8")));

/** The example edition of the co-op program for a program year. */
export function coopEdition(programYear = "FY27", changes: Partial<EditionDocument> = {}): JudgingEdition {
  return { document: { ...editionForYear(read("coop.json"), programYear), ...changes }, version: 2 };
}

/** The example edition of the program that needs a plan. */
export function plansEdition(programYear = "FY27"): JudgingEdition {
  return { document: editionForYear(read("plans.json"), programYear), version: 1 };
}

/** Dollars from text. */
export const usd = (text: string): Money => moneyOf(text, "USD");

let next = 0;
const id = (kind: string): string => `${kind}-${(next += 1)}`;

/** A line of an invoice; media placement unless said otherwise. */
export function line(amount: string, changes: Partial<SubjectLine> = {}): SubjectLine {
  return {
    id: id("line"),
    description: "Placement of the advertisement",
    expenseType: "media-placement",
    quantity: null,
    unitPrice: null,
    lineAmount: usd(amount),
    person: null,
    ...changes,
  };
}

/** An invoice over some lines, without tax, that adds up. */
export function invoice(lines: readonly SubjectLine[], changes: Partial<SubjectInvoice> = {}): SubjectInvoice {
  const sum = usd("0");
  const total = { ...sum, minor: lines.reduce((all, each) => all + (each.lineAmount?.minor ?? 0n), 0n) };
  return {
    id: id("invoice"),
    supplierName: "Bright Media",
    number: "2026-118",
    date: "2026-10-05",
    billedTo: "Northwind Traders",
    currency: "USD",
    subtotal: total,
    tax: usd("0.00"),
    total,
    hasFile: true,
    lines,
    ...changes,
  };
}

/** A certification of in-house cost: 20 hours at 50.00. */
export function certification(changes: Partial<SubjectCertification> = {}): SubjectCertification {
  return {
    id: id("certification"),
    from: "2026-09-01",
    to: "2026-09-05",
    personOrRole: "Designer",
    workDone: "Designed the landing page",
    expenseType: "programming-development",
    unit: "hours",
    quantity: "20",
    unitCost: usd("50.00"),
    total: usd("1000.00"),
    certifierName: "Head of marketing",
    certifiedOn: "2026-09-06",
    accepted: true,
    ...changes,
  };
}

/** A complete claim of digital advertising over 1,000.00 in FY27-H1. */
export function subject(changes: Partial<ClaimSubject> = {}): ClaimSubject {
  return {
    activityType: "digital-advertising",
    usagePeriod: "FY27-H1",
    executionDate: "2026-10-02",
    currency: "USD",
    amountClaimed: usd("1000.00"),
    preApprovalId: null,
    planActivity: null,
    invoices: [invoice([line("1000.00")])],
    certifications: [],
    documents: [
      { id: "d1", evidenceCode: "ad-screenshot", note: "The advertisement as shown", kind: "file" },
      { id: "d2", evidenceCode: "landing-page-url", note: "The page behind it", kind: "link" },
    ],
    metrics: { "results-summary": { value: "1,240 clicks", fileId: null } },
    ...changes,
  };
}

/** A fund with 12,000.00 earned and left. */
export function fund(changes: Partial<FundFacts> = {}): FundFacts {
  return {
    currency: "USD",
    available: usd("12000.00"),
    earned: usd("12000.00"),
    qualified: true,
    threshold: { amount: usd("1500.00"), source: "edition coop/FY26 v1, threshold" },
    ...changes,
  };
}

/** A partner in good standing on 10 October 2026, drafting. */
export function facts(changes: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    today: "2026-10-10",
    stage: "draft",
    submittedOn: null,
    fund: fund(),
    reservedByThisClaim: null,
    approvedBefore: [],
    duplicates: [],
    enrolled: true,
    payoutReady: true,
    partnerNames: ["Northwind Traders"],
    rates: [],
    ...changes,
  };
}
