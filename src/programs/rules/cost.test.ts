import { describe, expect, it } from "vitest";
import {
  certification,
  coopEdition,
  facts,
  fund,
  invoice,
  line,
  subject,
  usd,
} from "../../../test/builders/judged-claim.ts";
import { moneyOf } from "../../money/index.ts";
import { evaluate } from "./evaluate.ts";
import type { ClaimFacts } from "./facts.ts";
import type { ClaimSubject } from "./subject.ts";

const judge = (changes: Partial<ClaimSubject>, known: Partial<ClaimFacts> = {}) =>
  evaluate(coopEdition(), subject(changes), facts(known));
const said = (changes: Partial<ClaimSubject>, known: Partial<ClaimFacts> = {}) =>
  judge(changes, known).findings.map(({ rule, field }) => `${rule} ${field}`);

describe("proof of cost", () => {
  it("asks for an invoice or a certification", () => {
    expect(said({ invoices: [] })).toEqual(["cost-proof.missing invoices"]);
  });

  it("asks for every detail of an invoice, and for the invoice itself", () => {
    const bare = invoice([line("1000.00")], {
      supplierName: " ",
      number: "",
      date: "2026-02-30",
      billedTo: "",
      hasFile: false,
    });
    expect(said({ invoices: [bare] })).toEqual([
      "invoice.incomplete invoices[0].supplierName",
      "invoice.incomplete invoices[0].number",
      "invoice.incomplete invoices[0].date",
      "invoice.incomplete invoices[0].billedTo",
      "invoice.file-missing invoices[0].file",
    ]);
  });

  it("says which sum does not add up and what it would be", () => {
    const wrong = invoice([line("600.00", { quantity: "3", unitPrice: usd("200.00") }), line("401.00")], {
      subtotal: usd("1000.00"),
      tax: usd("190.00"),
      total: usd("1190.01"),
    });
    expect(judge({ invoices: [wrong], amountClaimed: usd("1001.00") }).findings).toMatchObject([
      { rule: "invoice.sum-mismatch", field: "invoices[0].subtotal", found: "1000.00", allowed: "1001.00" },
      { rule: "invoice.sum-mismatch", field: "invoices[0].total", found: "1190.01", allowed: "1190.00" },
    ]);
  });

  it("rounds quantity times price half up to the cent", () => {
    const third = (amount: string) =>
      invoice([line(amount, { quantity: "2.5", unitPrice: usd("0.33") }), line("1000.00")]);
    expect(said({ invoices: [third("0.83")] })).toEqual(["amount.claimed invoices[0].lines[1]"]);
    expect(said({ invoices: [third("0.82")] })).toContain("invoice.sum-mismatch invoices[0].lines[0].lineAmount");
  });

  it("refuses lines of nothing or less", () => {
    const invoices = [invoice([line("1000.00"), line("0.00"), line("-5.00")])];
    expect(said({ invoices })).toEqual([
      "amount.not-positive invoices[0].lines[1].lineAmount",
      "amount.not-positive invoices[0].lines[2].lineAmount",
    ]);
  });

  it("keeps a claim to one currency, that of its fund", () => {
    const euros = { ...line("1.00"), lineAmount: moneyOf("500.00", "EUR") };
    expect(said({ invoices: [invoice([line("1000.00"), euros])] })).toContain("currency.mixed invoices[0].currency");
    expect(
      said(
        {},
        { fund: fund({ currency: "EUR", available: moneyOf("9000.00", "EUR"), earned: moneyOf("9000.00", "EUR") }) },
      ),
    ).toContain("currency.mixed amountClaimed");
  });

  it("warns of what was seen before, is billed to somebody else, or is of another time, and stops nothing", () => {
    const odd = invoice([line("1000.00")], { billedTo: "Another Company", date: "2024-01-05" });
    const { findings } = judge({ invoices: [odd] }, { duplicates: [{ id: odd.id, code: "same-supplier-and-number" }] });
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warns invoice.duplicate",
      "warns invoice.not-partner",
      "warns invoice.outside-period",
    ]);
  });

  it("takes the partner's name with its legal form as the partner's name", () => {
    expect(said({ invoices: [invoice([line("1000.00")], { billedTo: "northwind traders, Inc." })] })).toEqual([]);
  });
});

describe("expenses that are not reimbursed", () => {
  it("cuts the whole line to nothing and names the reason", () => {
    const invoices = [
      invoice([line("1000.00"), line("200.00", { expenseType: "giveaways" }), line("50.00", { expenseType: null })]),
    ];
    const result = judge({ invoices });
    expect(result.findings).toMatchObject([
      {
        rule: "expense.ineligible",
        severity: "cuts",
        field: "invoices[0].lines[1]",
        found: "200.00",
        allowed: "0.00",
        effect: { amount: "-200.00", currency: "USD" },
        source: "edition coop/FY27 v2, activityTypes[2].eligibleExpenses",
        reasonCode: "expense-ineligible",
      },
      { rule: "expense.ineligible", field: "invoices[0].lines[2]" },
    ]);
    expect(result.lines.map((each) => each.eligible)).toEqual([usd("1000.00"), usd("0.00"), usd("0.00")]);
    expect(result.proofTotal).toEqual(usd("1000.00"));
  });

  it("names what is reimbursed as people call it, not by codes", () => {
    const { findings } = judge({
      invoices: [invoice([line("1000.00"), line("200.00", { expenseType: "giveaways" })])],
    });
    const { remedy } = findings.find(({ rule }) => rule === "expense.ineligible") ?? {};
    expect(remedy).toBe(
      "Only these are reimbursed for Digital advertising: Third-party media placement, Agency fee: marketing and creative services.",
    );
  });

  it("blocks an amount above the eligible cost that is proved", () => {
    const invoices = [invoice([line("900.00"), line("200.00", { expenseType: "giveaways" })])];
    expect(judge({ invoices }).findings[0]).toMatchObject({
      rule: "amount.above-proof",
      severity: "blocks",
      found: "1000.00",
      allowed: "900.00",
    });
  });

  it.each([null, usd("0.00"), usd("-1.00")])("blocks an amount that is not above 0", (amountClaimed) => {
    expect(said({ amountClaimed })).toContain("amount.not-positive amountClaimed");
  });
});

describe("certification of in-house cost", () => {
  const web = {
    activityType: "partner-website-and-search",
    invoices: [],
    documents: [{ id: "d", evidenceCode: "page-url", note: "The page", kind: "link" }],
  } as const;

  it("stands in place of an invoice, as a line under its own id", () => {
    const csr = certification();
    const result = judge({ ...web, certifications: [csr] });
    expect(result.findings).toEqual([]);
    expect(result.lines).toMatchObject([
      { lineId: csr.id, kind: "certification", field: "certifications[0]", eligible: usd("1000.00") },
    ]);
  });

  it("counts for the first certifiable expense of the activity when none is named", () => {
    expect(judge({ ...web, certifications: [certification({ expenseType: null })] }).lines[0]?.expenseType).toBe(
      "programming-development",
    );
  });

  it("is refused for cost that only a supplier can prove, and counts for nothing then", () => {
    const result = judge({ ...web, certifications: [certification({ expenseType: "seo-fee" })] });
    expect(result.findings.map((finding) => finding.rule)).toContain("certification.not-allowed");
    expect(result.eligibleTotal).toEqual(usd("0.00"));
    expect(said({ certifications: [certification()] })).toContain("certification.not-allowed certifications[0]");
  });

  it.each([
    ["certification.sum", { total: usd("999.99") }],
    ["certification.not-accepted", { accepted: false }],
    ["certification.dates", { from: "2026-06-30" }],
    ["certification.dates", { from: "2026-09-06" }],
    ["certification.dates", { certifiedOn: "2026-09-04" }],
    ["certification.incomplete", { workDone: "" }],
    ["certification.incomplete", { quantity: "many" }],
  ] as const)("finds %s", (rule, changes) => {
    const { findings } = judge({ ...web, amountClaimed: usd("900.00"), certifications: [certification(changes)] });
    expect(findings.filter((finding) => finding.severity === "blocks").map((finding) => finding.rule)).toEqual([rule]);
  });
});

describe("the balance of the fund", () => {
  it("T15: 3,000.01 against 3,000.00 is refused with the balance shown, 3,000.00 is accepted", () => {
    const claim = (amount: string) => ({ amountClaimed: usd(amount), invoices: [invoice([line("5000.00")])] });
    const left = { fund: fund({ available: usd("3000.00") }) };
    expect(judge(claim("3000.01"), left).findings[0]).toMatchObject({
      rule: "balance.exceeded",
      severity: "blocks",
      field: "amountClaimed",
      found: "3000.01",
      allowed: "3000.00",
      reasonCode: "balance-exceeded",
    });
    expect(said(claim("3000.00"), left)).toEqual(["amount.claimed invoices[0].lines[0]"]);
  });

  it("T15: counts what the claim itself holds reserved", () => {
    const known = { fund: fund({ available: usd("0.00") }), reservedByThisClaim: usd("1000.00") };
    expect(said({}, known)).toEqual([]);
    expect(said({ amountClaimed: usd("1000.01") }, known)).toContain("balance.exceeded amountClaimed");
  });

  it("T11: blocks a fund that closed below its threshold, naming the edition that set it", () => {
    const known = { fund: fund({ earned: usd("1499.99"), qualified: false }) };
    expect(judge({}, known).findings).toMatchObject([
      { rule: "fund.below-threshold", found: "1499.99", allowed: "1500.00", source: "edition coop/FY26 v1, threshold" },
    ]);
  });
});
