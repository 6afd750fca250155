/**
 * How long a full check of one claim takes: 20 lines, 15 documents, an edition that uses expressions, shares and caps. Target:
 * under 2 ms. Reference beside it: writing the same claim as canonical JSON, which is the price of keeping it.
 *
 * Run: `node bench/evaluate.ts`
 */
import { readFileSync } from "node:fs";
import { type Canonical, canonicalJson } from "../src/kernel/index.ts";
import { moneyOf } from "../src/money/index.ts";
import {
  type ClaimFacts,
  type ClaimSubject,
  EditionShape,
  evaluate,
  readText,
  resolved,
} from "../src/programs/index.ts";

const RUNS = 5_000;
const WARM_UP = 1_000;

/** Prints middle and slow end of some times in milliseconds. */
function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3);
  console.log(`${what.padEnd(44)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms`);
}

function timed(run: () => unknown): number[] {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + RUNS; i += 1) {
    const start = performance.now();
    run();
    if (i >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}

function editionOf(file: string, format: "json" | "yaml") {
  const read = readText(readFileSync(new URL(`../programs/${file}`, import.meta.url), "utf8"), format);
  if ("message" in read) throw new Error(read.message);
  return { document: EditionShape.parse(resolved(read.document)), version: 1 };
}

function claimOf(activityType: string, expenseType: string, evidenceCode: string, currency: string): ClaimSubject {
  const each = moneyOf("100.00", currency);
  const total = moneyOf("2000.00", currency);
  return {
    activityType,
    usagePeriod: "FY27-H1",
    executionDate: "2026-10-02",
    currency,
    amountClaimed: moneyOf("900.00", currency),
    preApprovalId: "A-1",
    planActivity: null,
    invoices: [
      {
        id: "i1",
        supplierName: "Bright Media",
        number: "2026-118",
        date: "2026-10-05",
        billedTo: "Northwind Traders",
        currency,
        subtotal: total,
        tax: null,
        total,
        hasFile: true,
        lines: Array.from({ length: 20 }, (_, n) => ({
          id: `l${n}`,
          description: `Part ${n} of the work`,
          expenseType,
          quantity: "1",
          unitPrice: each,
          lineAmount: each,
          person: `Person ${n % 3}`,
        })),
      },
    ],
    certifications: [],
    documents: Array.from({ length: 15 }, (_, n) => ({
      id: `d${n}`,
      evidenceCode: n === 0 ? evidenceCode : "other",
      note: "What it shows",
      kind: "file" as const,
    })),
    metrics: {},
  };
}

function factsOf(currency: string): ClaimFacts {
  const money = moneyOf("12000.00", currency);
  return {
    today: "2026-10-10",
    stage: "draft",
    submittedOn: null,
    fund: { currency, available: money, earned: money, qualified: true, threshold: null },
    reservedByThisClaim: null,
    approvedBefore: [],
    duplicates: [],
    enrolled: true,
    payoutReady: true,
    partnerNames: ["Northwind Traders"],
    rates: [],
  };
}

const CASES = [
  {
    name: "coop, conference",
    edition: editionOf("coop.json", "json"),
    type: "vendor-hosted-conference",
    expense: "travel-hotel",
    proof: "registration-confirmation",
    currency: "USD",
    period: "FY27-H1",
  },
  {
    name: "wallet, campaign (with an expression)",
    edition: editionOf("wallet.yaml", "yaml"),
    type: "campaign",
    expense: "media",
    proof: "proof-of-activity",
    currency: "USD",
    period: "FY27-Q1",
  },
  {
    name: "events, conference (shares, five caps)",
    edition: editionOf("events.yaml", "yaml"),
    type: "conference",
    expense: "travel",
    proof: "sponsor-list",
    currency: "GBP",
    period: "FY27",
  },
] as const;

console.log(`20 lines, 15 documents; one after the other, ${RUNS} times`);
for (const { name, edition, type, expense, proof, currency, period } of CASES) {
  const claim = { ...claimOf(type, expense, proof, currency), usagePeriod: period };
  const facts = factsOf(currency);
  report(
    name,
    timed(() => evaluate(edition, claim, facts)),
  );
}
const written = claimOf("vendor-hosted-conference", "travel-hotel", "other", "USD") as unknown as Canonical;
report(
  "reference: the claim as canonical JSON",
  timed(() => canonicalJson(written)),
);
