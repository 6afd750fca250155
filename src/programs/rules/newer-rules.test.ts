import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Canonical, canonicalJson, type Finding } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";
import { claimAsks } from "../claim-asks.ts";
import type { JudgingEdition } from "../edition.ts";
import { EditionShape } from "../edition-schema.ts";
import { readSource } from "../edition-source.ts";
import { evaluate } from "./evaluate.ts";
import { evaluateRequest } from "./evaluate-request.ts";
import type { ClaimFacts } from "./facts.ts";
import type { RequestFacts, RequestSubject } from "./request.ts";
import type { ClaimSubject } from "./subject.ts";

// Fields of the program, shares, sponsors, events, heads, consents, excluded cost, conditions: what the newer editions rule.

const shipped = (file: string): JudgingEdition => {
  const text = readFileSync(new URL(`../../../programs/${file}`, import.meta.url), "utf8");
  return { version: 1, document: EditionShape.parse(readSource({ format: "yaml", text }).document) };
};
const EDITIONS = { events: shipped("events.yaml"), mdf: shipped("mdf.yaml"), wallet: shipped("wallet.yaml") };
const edition = fc.constantFrom(...(Object.keys(EDITIONS) as (keyof typeof EDITIONS)[]));
const documents = Object.values(EDITIONS).map(({ document }) => document);
const types = documents.flatMap(({ activityTypes }) => activityTypes.map(({ code }) => code));
const expenses = documents.flatMap(({ expenseTypes }) => expenseTypes.map(({ code }) => code));
const slots = documents.flatMap(({ activityTypes }) =>
  activityTypes.flatMap(({ evidence }) => evidence.flatMap(({ code, alternatives }) => [code, ...alternatives])),
);
const metrics = documents.flatMap(({ activityTypes }) =>
  activityTypes.flatMap((type) => type.metrics.map(({ code }) => code)),
);
const fields = documents.flatMap(({ claims }) => (claims?.fields ?? []).map(({ code }) => code));

/** Mostly what people enter, sometimes nonsense. */
const text = (...usual: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, fc.string(), fc.constant("__proto__"));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const currency = text("GBP", "GBP", "EUR", "USD");
const amount: fc.Arbitrary<Money> = fc.record({
  minor: fc.oneof(fc.bigInt({ min: -100n, max: 3_000_000n }), fc.bigInt()),
  currency,
});
const date = maybe(text("2026-09-02", "2026-07-01", "2027-06-30", "2027-07-01", "2026-02-30"));
const metricValues = fc.dictionary(
  text(...metrics),
  fc.record({ value: maybe(text("12", "0", "-1", "1e9", "many")), fileId: maybe(fc.string()) }),
  { maxKeys: 4 },
);
const ownFields = fc.dictionary(text(...fields), text("O-123456", "250.00", "yes", "autumn", ""), { maxKeys: 4 });
const notNumbers = fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e300);
const sponsors = rarely(fc.oneof(fc.integer({ min: -2, max: 6 }), fc.double(), notNumbers));
const share = maybe(text("25", "50", "75", "33.3333", "101", "-5"));
const event = maybe(text("fair", "summit", ""));
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T; // sound: optional fields are left out

const line = fc.record({
  id: fc.uuid(),
  description: text("Room", "Wine and beer", "Gift card", "Bier"),
  expenseType: maybe(text(...expenses)),
  quantity: maybe(text("1", "2.5", "NaN")),
  unitPrice: maybe(amount),
  lineAmount: maybe(amount),
  person: maybe(text("Ada", "Ben", "Cem", "")),
});
const claim: fc.Arbitrary<ClaimSubject> = fc
  .record({
    activityType: text(...types),
    usagePeriod: text("FY27", "FY27-Q1", "FY27-Q2"),
    executionDate: date,
    currency,
    amountClaimed: maybe(amount),
    preApprovalId: maybe(fc.string()),
    name: rarely(text("Autumn Event - Northwind", "x")),
    fields: rarely(ownFields),
    sponsors,
    sharePercent: share,
    event,
    planActivity: fc.constant(null),
    invoices: fc.array(
      fc.record({
        id: fc.uuid(),
        supplierName: fc.string(),
        number: fc.string(),
        date,
        billedTo: text("Northwind"),
        currency,
        subtotal: maybe(amount),
        tax: maybe(amount),
        total: maybe(amount),
        hasFile: fc.boolean(),
        lines: fc.array(line, { maxLength: 5 }),
      }),
      { maxLength: 3 },
    ),
    certifications: fc.constant([]),
    documents: fc.array(
      fc
        .record({
          id: fc.uuid(),
          evidenceCode: text(...slots),
          note: fc.string(),
          kind: fc.constantFrom("file" as const, "link" as const),
          url: rarely(text("https://northwind.example/a", "https://elsewhere.example", "not an address")),
          mediaType: rarely(text("application/pdf")),
          addedOn: rarely(text("2026-09-10", "2027-09-10")),
          shownOn: rarely(text("2026-09-01")),
        })
        .map(given),
      { maxLength: 5 },
    ),
    metrics: metricValues,
  })
  .map(given) as fc.Arbitrary<ClaimSubject>; // sound: only optional fields are left out

const before = fc.array(
  fc.record({
    activityType: text(...types),
    expenseType: maybe(text(...expenses)),
    event: text("fair", "summit"),
    amount,
  }),
  { maxLength: 3 },
);
const world: fc.Arbitrary<ClaimFacts> = fc
  .record({
    today: fc.constantFrom("2026-07-01", "2026-10-10", "2027-08-15", "2028-01-01"),
    stage: fc.constantFrom("draft" as const, "returned" as const, "review" as const),
    submittedOn: date,
    fund: maybe(
      fc.record({
        currency,
        type: text("sponsoring", "mdf", "wallet"),
        available: amount,
        earned: amount,
        qualified: fc.boolean(),
        threshold: fc.constant(null),
      }),
    ),
    reservedByThisClaim: maybe(amount),
    approvedBefore: before,
    approvedInYear: rarely(before),
    duplicates: fc.constant([]),
    enrolled: fc.boolean(),
    payoutReady: fc.boolean(),
    partnerNames: fc.constant([]),
    partner: rarely(fc.record({ type: text("reseller", "distributor"), market: text("GB", "DE", "XX") })),
    standing: rarely(fc.array(fc.string(), { maxLength: 2 })),
    firstClaim: rarely(fc.boolean()),
    preApproval: rarely(
      maybe(
        fc.record({
          state: fc.constantFrom(
            "requested" as const,
            "approved" as const,
            "rejected" as const,
            "expired" as const,
            "used" as const,
          ),
          activityType: text(...types),
          approvedOn: date,
          validTo: date,
          amount: maybe(amount),
          sharePercent: share,
        }),
      ),
    ),
    extendedTo: rarely(date),
    counts: rarely(fc.dictionary(text("events-a-quarter"), fc.nat(6))),
    holidays: rarely(fc.record({ days: fc.constant(["2026-08-31", "2026-12-25"]) })),
    rates: fc.array(fc.record({ from: currency, to: currency, rate: text("1.0850", "0", "x") }), { maxLength: 2 }),
  })
  .map(given) as fc.Arbitrary<ClaimFacts>; // sound: only optional fields are left out

const textOf = (value: unknown) => canonicalJson(value as Canonical);
/** A finding names its rule, where the rule stands, and what would change the answer. */
const isWhole = ({ rule, source, remedy }: Finding) =>
  /^[a-z-]+\.[a-z0-9-]+$/.test(rule) && source.length > 0 && remedy.length > 0;

/** Where a cut stands in the order of rulebook 6 (T50); of the caps only those for each person have a place of their own. */
function rankOf(rule: string): number {
  if (/^(expense|certification)\./.test(rule)) return 1;
  if (rule === "share.vendor-part") return 2;
  if (rule === "cap.per-person") return 3;
  if (rule.startsWith("cap.")) return 4;
  return { "pre-approval.amount": 5, "amount.claimed": 6, "balance.exceeded": 7 }[rule] ?? 0;
}

describe("what the newer editions rule", () => {
  it("is answered for every claim, complete or contradictory, twice the same", () => {
    fc.assert(
      fc.property(edition, claim, world, (name, said, known) => {
        const once = evaluate(EDITIONS[name], said, known);
        expect(textOf(evaluate(EDITIONS[name], said, known))).toBe(textOf(once));
        expect(once.findings.filter((finding) => !isWhole(finding))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("never loses or makes a cent, and lowers lines in the order of the rule book (T50)", () => {
    fc.assert(
      fc.property(edition, claim, world, (name, said, known) => {
        const { lines, eligibleTotal, proofTotal } = evaluate(EDITIONS[name], said, known);
        for (const { claimed, eligible, cuts } of lines) {
          expect(eligible.minor + cuts.reduce((sum, cut) => sum + cut.amount.minor, 0n)).toBe(claimed.minor);
          expect(eligible.minor >= 0n && cuts.every((cut) => cut.amount.minor > 0n)).toBe(true);
          const ranks = cuts.map(({ rule }) => rankOf(rule));
          expect(ranks).not.toContain(0);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        }
        expect(lines.reduce((sum, each) => sum + each.eligible.minor, 0n)).toBe(eligibleTotal.minor);
        expect(eligibleTotal.minor <= proofTotal.minor).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("pays no more the more sponsors there are, where each pays an equal part", () => {
    fc.assert(
      fc.property(claim, world, fc.integer({ min: 1, max: 8 }), (said, known, number) => {
        const conference = { ...said, activityType: "conference", sponsors: number };
        const more = { ...conference, sponsors: number + 1 };
        const [few, many] = [conference, more].map((each) => evaluate(EDITIONS.events, each, known).proofTotal.minor);
        expect(many !== undefined && few !== undefined && many <= few).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is asked of every claim without an error, whatever activity it names", () => {
    fc.assert(
      fc.property(edition, text(...types), fc.string(), maybe(fc.integer()), (name, activityType, fundType, number) => {
        const asks = claimAsks(EDITIONS[name].document, { activityType, fundType, sponsors: number });
        expect(asks.fields.every(({ askedOn }) => askedOn !== "request")).toBe(true);
      }),
    );
  });

  const request = fc
    .record({
      activityType: text(...types),
      name: rarely(fc.string()),
      currency,
      amount: maybe(amount),
      startsOn: date,
      endsOn: date,
      reason: maybe(fc.string()),
      isReturned: fc.boolean(),
      changes: fc.subarray(["time", "place", "audience", "form"] as const),
      sponsors,
      sharePercent: share,
      event,
      fields: rarely(ownFields),
      metrics: metricValues,
    })
    .map(given) as fc.Arbitrary<RequestSubject>; // sound: only optional fields are left out
  const around = fc
    .record({
      today: fc.constantFrom("2026-07-01", "2026-10-10", "2027-08-15"),
      requestedOn: date,
      fundType: rarely(text("sponsoring", "mdf")),
      refused: rarely(maybe(fc.constantFrom("rejected" as const, "declined" as const))),
      enrolled: fc.boolean(),
      firstClaim: rarely(fc.boolean()),
      counts: rarely(fc.dictionary(text("events-a-quarter"), fc.nat(6))),
      rates: fc.constant([]),
    })
    .map(given) as fc.Arbitrary<RequestFacts>; // sound: only optional fields are left out

  it("is answered for every request before the work, twice the same", () => {
    fc.assert(
      fc.property(edition, request, around, (name, said, known) => {
        const once = evaluateRequest(EDITIONS[name], said, known);
        expect(textOf(evaluateRequest(EDITIONS[name], said, known))).toBe(textOf(once));
        expect(once.filter((finding) => !isWhole(finding))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
