import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certification,
  coopEdition,
  facts,
  fund,
  invoice,
  line,
  plansEdition,
  subject,
  usd,
} from "../../../test/builders/judged-claim.ts";
import { type Canonical, canonicalJson, type Finding } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";
import { evaluate } from "./evaluate.ts";
import type { ClaimFacts } from "./facts.ts";
import type { ClaimSubject, SubjectCertification, SubjectDocument, SubjectInvoice, SubjectLine } from "./subject.ts";

const coop = coopEdition();
const types = coop.document.activityTypes.map((type) => type.code);
const expenses = coop.document.expenseTypes.map((type) => type.code);
const evidence = coop.document.activityTypes.flatMap((type) =>
  type.evidence.flatMap((slot) => [slot.code, ...slot.alternatives]),
);
const metrics = coop.document.activityTypes.flatMap((type) => type.metrics.map((metric) => metric.code));

/** Mostly what people enter, sometimes nonsense. */
const text = (...usual: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, fc.string(), fc.constant("__proto__"));
const currency = text("USD", "USD", "USD", "USD", "EUR", "JPY");
const amount: fc.Arbitrary<Money> = fc.record({
  minor: fc.oneof(fc.bigInt({ min: -100n, max: 2_000_000n }), fc.bigInt()),
  currency,
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const date = maybe(text("2026-10-02", "2026-07-01", "2026-12-31", "2027-01-01", "2026-02-30"));
const quantity = maybe(text("1", "2.5", "0", "-3", "1e9", "NaN"));

const subjectLine: fc.Arbitrary<SubjectLine> = fc.record({
  id: fc.uuid(),
  description: fc.string(),
  expenseType: maybe(text(...expenses)),
  quantity,
  unitPrice: maybe(amount),
  lineAmount: maybe(amount),
  person: maybe(text("Ada", "Ben", "Cem", "Dora")),
});
const subjectInvoice: fc.Arbitrary<SubjectInvoice> = fc.record({
  id: fc.uuid(),
  supplierName: fc.string(),
  number: fc.string(),
  date,
  billedTo: text("Northwind Traders"),
  currency,
  subtotal: maybe(amount),
  tax: maybe(amount),
  total: maybe(amount),
  hasFile: fc.boolean(),
  lines: fc.array(subjectLine, { maxLength: 5 }),
});
const csr: fc.Arbitrary<SubjectCertification> = fc.record({
  id: fc.uuid(),
  from: date,
  to: date,
  personOrRole: fc.string(),
  workDone: fc.string(),
  expenseType: maybe(text(...expenses)),
  unit: fc.string(),
  quantity,
  unitCost: maybe(amount),
  total: maybe(amount),
  certifierName: fc.string(),
  certifiedOn: date,
  accepted: fc.boolean(),
});
const proof: fc.Arbitrary<SubjectDocument> = fc.record({
  id: fc.uuid(),
  evidenceCode: text("other", ...evidence),
  note: fc.string(),
  kind: fc.constantFrom("file", "link"),
});
const claim: fc.Arbitrary<ClaimSubject> = fc.record({
  activityType: text(...types),
  usagePeriod: text("FY27-H1", "FY27-H2"),
  executionDate: date,
  currency,
  amountClaimed: maybe(amount),
  preApprovalId: maybe(fc.string()),
  planActivity: maybe(fc.record({ from: fc.string(), to: fc.string() })),
  invoices: fc.array(subjectInvoice, { maxLength: 3 }),
  certifications: fc.array(csr, { maxLength: 2 }),
  documents: fc.array(proof, { maxLength: 5 }),
  metrics: fc.dictionary(
    text(...metrics),
    fc.record({ value: maybe(text("12", "many", "0")), fileId: maybe(fc.string()) }),
  ),
});
const world: fc.Arbitrary<ClaimFacts> = fc.record({
  today: fc.constantFrom("2026-07-01", "2026-10-10", "2027-02-15", "2027-04-01"),
  stage: fc.constantFrom("draft", "returned", "review"),
  submittedOn: date,
  fund: maybe(
    fc.record({
      currency,
      available: amount,
      earned: amount,
      qualified: fc.boolean(),
      threshold: maybe(fc.record({ amount, source: fc.constant("edition coop/FY26 v1, threshold") })),
    }),
  ),
  reservedByThisClaim: maybe(amount),
  approvedBefore: fc.array(fc.record({ activityType: text(...types), expenseType: maybe(text(...expenses)), amount }), {
    maxLength: 3,
  }),
  duplicates: fc.constant([]),
  enrolled: fc.boolean(),
  payoutReady: fc.boolean(),
  partnerNames: fc.array(fc.string(), { maxLength: 2 }),
  rates: fc.array(fc.record({ from: currency, to: currency, rate: text("1.0850", "0", "x") }), { maxLength: 2 }),
});
/** Editions by name, so that a counterexample can be read. */
const editions = {
  coop,
  plans: plansEdition(),
  distributor: coopEdition("FY27", { programClass: "device-distributor" }),
  hosting: coopEdition("FY27", { programClass: "hosting" }),
};
const edition = fc.constantFrom("coop" as const, "plans" as const, "distributor" as const, "hosting" as const);

const textOf = (value: object) => canonicalJson(value as unknown as Canonical);
/** A finding names its rule, where the rule stands, and what would change the answer. */
const isWhole = ({ rule, source, remedy }: Finding) =>
  /^[a-z-]+\.[a-z0-9-]+$/.test(rule) && source.length > 0 && remedy.length > 0;

describe("the rules engine", () => {
  it("answers every claim, complete or contradictory, and answers it twice the same", () => {
    fc.assert(
      fc.property(edition, claim, world, (name, said, known) => {
        const rules = editions[name];
        const once = evaluate(rules, said, known);
        expect(textOf(evaluate(rules, said, known))).toBe(textOf(once));
        expect(once.findings.filter((finding) => !isWhole(finding))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never loses or makes a cent: what is left and what was cut are what was claimed, line by line", () => {
    fc.assert(
      fc.property(edition, claim, world, (name, said, known) => {
        const rules = editions[name];
        const { lines, eligibleTotal, proofTotal } = evaluate(rules, said, known);
        for (const each of lines) {
          const cut = each.cuts.reduce((sum, one) => sum + one.amount.minor, 0n);
          expect(each.eligible.minor + cut).toBe(each.claimed.minor);
          expect(each.eligible.minor >= 0n).toBe(true);
          expect(each.cuts.every((one) => one.amount.minor > 0n)).toBe(true);
        }
        expect(lines.reduce((sum, each) => sum + each.eligible.minor, 0n)).toBe(eligibleTotal.minor);
        expect(eligibleTotal.minor <= proofTotal.minor).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("never leaves more than was claimed, nor more than the fund holds for the claim", () => {
    fc.assert(
      fc.property(edition, claim, fc.bigInt({ min: 0n, max: 1_000_000n }), (name, said, left) => {
        const rules = editions[name];
        const own = { ...said, currency: "USD" };
        const known = facts({ fund: fund({ available: { minor: left, currency: "USD" } }) });
        const { eligibleTotal } = evaluate(rules, own, known);
        expect(eligibleTotal.minor <= left).toBe(true);
        const asked = own.amountClaimed;
        if (asked?.currency === "USD") expect(eligibleTotal.minor <= (asked.minor > 0n ? asked.minor : 0n)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("says the same to the partner before submission and to the reviewer after it", () => {
    const claimed = subject({
      invoices: [invoice([line("800.00"), line("300.00", { expenseType: "giveaways" })])],
      amountClaimed: usd("800.00"),
    });
    const live = evaluate(coop, claimed, facts());
    const review = evaluate(
      coop,
      claimed,
      facts({
        stage: "review",
        submittedOn: "2026-10-10",
        today: "2026-10-13",
        reservedByThisClaim: usd("800.00"),
        fund: fund({ available: usd("11200.00") }),
      }),
    );
    expect(review).toEqual(live);
  });

  it("judges a claim with 20 lines in under 2 milliseconds", () => {
    const lines = Array.from({ length: 19 }, (_, i) =>
      line("50.00", { expenseType: "travel-transport", person: `Person ${i % 5}` }),
    );
    const big = subject({
      activityType: "vendor-hosted-conference",
      invoices: [invoice(lines)],
      certifications: [certification()],
    });
    const known = facts({
      approvedBefore: Array.from({ length: 50 }, () => ({
        activityType: "vendor-hosted-conference",
        expenseType: "travel-hotel",
        amount: usd("10.00"),
      })),
    });
    const runs = Array.from({ length: 200 }, () => {
      const start = performance.now();
      evaluate(coop, big, known);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(runs[100]).toBeLessThan(2);
  });
});
