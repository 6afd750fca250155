import { expect } from "vitest";
import { dateIn } from "../../src/kernel/index.ts";
import { closePeriod, partnerInvoiceDueOn, paymentRunOn, resolved, thresholdFor } from "../../src/programs/index.ts";
import { coopEdition, usd } from "../builders/judged-claim.ts";
import { judged, type PeerRule, requested, ruled, ruledType } from "../builders/judged-edition.ts";

/** Windows by a rule, in place of the dates of the co-op edition. */
const byRule = (windowRule: Record<string, unknown>, others: Record<string, unknown> = {}) => {
  const { windows: _dates, ...document } = coopEdition().document;
  return ruled(resolved({ ...document, ...others, windowRule }) as Record<string, unknown>);
};
const days = (from: string, count: number) => ({ from, count, unit: "days" });
const months = (from: string, count: number) => ({ from, count, unit: "months", endOfMonth: true });
const discretionary = {
  fundTypes: [{ code: "mdf", name: "MDF", planPeriodKind: "quarter", active: true, source: "request" }],
  split: null,
  planCommitment: "none",
};
const inQuarter = {
  earning: "quarter",
  usageStarts: days("earning-start", 0),
  usageEnds: days("earning-end", 0),
  claimOpens: days("usage-start", 0),
  claimCloses: days("usage-end", 14),
  proofDue: days("claim-end", 0),
};
const business = (count: number) => ({ count, unit: "business-days" }) as const;
const within = (count: number, unit: "days" | "months" = "days") => ({ within: { count, unit } }) as const;

/** Rules about days (docs/peer-rules.md, D). */
export const deadlines: readonly PeerRule[] = [
  {
    id: "D01",
    says: "co-op is used in the half-year after, and claimed until 45 days after it: day 46 is refused",
    holds: () => {
      const edition = byRule({
        earning: "half-year",
        usageStarts: days("earning-end", 1),
        usageEnds: months("earning-end", 6),
        claimOpens: days("usage-start", 0),
        claimCloses: days("usage-end", 45),
        proofDue: days("claim-end", 0),
      });
      expect(judged(edition, {}, { today: "2027-02-14" }).rules).not.toContain("claim-window.closed");
      expect(judged(edition, {}, { today: "2027-02-15" }).rules).toContain("claim-window.closed");
    },
  },
  {
    id: "D02",
    says: "below the threshold of the partner's type all of it becomes rebate",
    holds: () => {
      const { document } = ruled({
        partnerTypes: [{ code: "direct-bill", name: "Direct bill" }],
        funding: { thresholds: [{ partnerTypes: ["direct-bill"], amount: { amount: "10000.00", currency: "USD" } }] },
      });
      expect(thresholdFor(document)).toEqual(usd("1500.00"));
      expect(closePeriod(document, usd("9999.99"), "direct-bill")).toMatchObject({
        qualified: false,
        toRebate: usd("9999.99"),
      });
      expect(closePeriod(document, usd("9999.99"))).toMatchObject({ qualified: true, kept: usd("9999.99") });
    },
  },
  {
    id: "D03",
    says: "what is approved after the 14th, 23:59 in the program's zone, is paid in a later run",
    holds: () => {
      const { document } = ruled({ payment: { run: { day: 15, cutOffDay: 14 } } });
      const approvedOn = (at: string) => dateIn(document.timeZone, new Date(at));
      expect(paymentRunOn(document, approvedOn("2026-10-15T06:59:59Z"), "XX")).toBe("2026-10-15");
      expect(paymentRunOn(document, approvedOn("2026-10-15T07:00:00Z"), "XX")).toBe("2026-11-13");
    },
  },
  {
    id: "D11",
    says: "an application less than 10 business days ahead needs a reason",
    holds: () => {
      const edition = ruled({ requests: { leadTime: { least: business(10), late: "reason" } } });
      const late = { startsOn: "2026-10-22", endsOn: "2026-10-22" };
      expect(requested(edition, { ...late, startsOn: "2026-10-26", endsOn: "2026-10-26" })).toEqual([]);
      expect(requested(edition, late)).toEqual(["lead-time.reason-missing"]);
      expect(requested(edition, { ...late, reason: "The trade show moved its date." })).toEqual([]);
    },
  },
  {
    id: "D12",
    says: "another time, place, audience or form needs a new application",
    holds: () => {
      const edition = ruled({ requests: { newWhenChanged: ["time", "place", "audience", "form"] } });
      expect(requested(edition, { changes: ["supplier"] })).toEqual([]);
      expect(requested(edition, { changes: ["place"] })).toEqual(["request.changed"]);
    },
  },
  {
    id: "D13",
    says: "a claim 91 days after the end needs a director's approval that was added in time",
    holds: () => {
      const approval = {
        code: "director-approval",
        description: "Approval",
        required: false,
        alternatives: [],
        allowsLink: false,
      };
      const { evidence } = coopEdition().document.activityTypes[2] ?? { evidence: [] };
      const edition = ruledType(
        "digital-advertising",
        { evidence: [...evidence, approval] },
        {
          claims: { dueAfterActivity: { ...within(90), exception: "director-approval" } },
        },
      );
      const added = (addedOn: string) => [
        ...subjectDocuments,
        { id: "d9", evidenceCode: "director-approval", note: "Approved", kind: "file" as const, addedOn },
      ];
      expect(judged(edition, {}, { today: "2026-12-31" }).rules).toEqual([]);
      expect(judged(edition, {}, { today: "2027-01-01" }).rules).toEqual(["claim-deadline.passed"]);
      expect(judged(edition, { documents: added("2026-12-30") }, { today: "2027-01-01" }).rules).toEqual([]);
      expect(judged(edition, { documents: added("2027-01-01") }, { today: "2027-01-01" }).rules).toEqual([
        "claim-deadline.passed",
      ]);
    },
  },
  {
    id: "D14",
    says: "a rejected claim comes back within 45 days",
    holds: () => {
      const edition = ruled({ claims: { resubmission: within(45) } });
      expect(judged(edition, {}, { rejectedOn: "2026-10-20", today: "2026-12-04" }).rules).toEqual([]);
      expect(judged(edition, {}, { rejectedOn: "2026-10-20", today: "2026-12-05" }).rules).toEqual([
        "resubmission.late",
      ]);
    },
  },
  {
    id: "D15",
    says: "the partner sends its invoice within 15 days of the approval",
    holds: () => {
      const partnerInvoice = { needed: true, issuedWithin: { count: 15, unit: "days" } } as const;
      expect(partnerInvoiceDueOn(ruled({ payment: { partnerInvoice } }).document, "2026-10-10", "XX")).toBe(
        "2026-10-25",
      );
    },
  },
  {
    id: "D16",
    says: "a request that was sent back and is resumed must be 14 days ahead again",
    holds: () => {
      const least = { count: 14, unit: "days" } as const;
      const edition = ruled({ requests: { leadTime: { least, late: "refused", againAfterReturn: true } } });
      const resumed = { isReturned: true, startsOn: "2026-10-20", endsOn: "2026-10-20" };
      expect(requested(edition, resumed, { requestedOn: "2026-09-01", today: "2026-10-06" })).toEqual([]);
      expect(requested(edition, resumed, { requestedOn: "2026-09-01", today: "2026-10-07" })).toEqual([
        "lead-time.short",
      ]);
    },
  },
  {
    id: "D17",
    says: "the claim is due one month after the project ends",
    holds: () => {
      const edition = ruled({ claims: { dueAfterActivity: within(1, "months") } });
      expect(judged(edition, {}, { today: "2026-11-02" }).rules).toEqual([]);
      expect(judged(edition, {}, { today: "2026-11-03" }).rules).toEqual(["claim-deadline.passed"]);
    },
  },
  {
    id: "D18",
    says: "wallet money of a quarter is usable for twelve months, claimed four weeks after the activity",
    holds: () => {
      const edition = byRule(
        {
          earning: "quarter",
          usageStarts: days("earning-end", 1),
          usageEnds: months("earning-end", 12),
          claimOpens: days("usage-start", 0),
          claimCloses: days("usage-end", 28),
          proofDue: days("claim-end", 0),
        },
        { funding: { usage: "rolling" }, claims: { dueAfterActivity: within(28) } },
      );
      const used = { usagePeriod: "FY27-Q2", executionDate: "2027-09-30" };
      expect(judged(edition, used, { today: "2027-10-28" }).rules).toEqual([]);
      expect(judged(edition, { ...used, executionDate: "2027-10-01" }, { today: "2027-10-02" }).rules).toEqual([
        "date.outside-usage",
      ]);
      expect(judged(edition, { ...used, executionDate: "2026-10-26" }, { today: "2026-11-24" }).rules).toEqual([
        "claim-deadline.passed",
      ]);
    },
  },
  {
    id: "D19",
    says: "the activity ends in the quarter of its order, and proof after the fixed date is not paid",
    holds: () => {
      const edition = byRule(inQuarter, { ...discretionary, requests: { inOnePeriod: true } });
      const quarter = { usagePeriod: "FY27-Q2", executionDate: "2026-12-31" };
      expect(requested(edition, { startsOn: "2026-12-28", endsOn: "2027-01-02" })).toEqual(["request.over-period"]);
      expect(judged(edition, quarter, { today: "2027-01-14" }).rules).toEqual([]);
      expect(judged(edition, quarter, { today: "2027-01-15" }).rules).toEqual(["claim-window.closed"]);
    },
  },
  {
    id: "D20",
    says: "the results form of an event is due from the day itself to 7 days after it",
    holds: () => {
      const form = {
        code: "results-form",
        description: "Results form",
        required: true,
        alternatives: [],
        allowsLink: false,
        dueAfterActivity: { count: 7, unit: "days" } as const,
      };
      const edition = ruledType("digital-advertising", { evidence: [form] });
      const added = (addedOn: string) => ({
        documents: [{ id: "d1", evidenceCode: "results-form", note: "Results", kind: "file" as const, addedOn }],
      });
      expect(judged(edition, added("2026-10-09")).rules).toEqual([]);
      expect(judged(edition, added("2026-10-10")).rules).toEqual(["evidence.late"]);
    },
  },
  {
    id: "D21",
    says: "work that does not take place in its quarter is closed, and its money does not roll over",
    holds: () => {
      const edition = byRule(inQuarter, {
        ...discretionary,
        requests: { unusedClosesAt: "usage-end", inOnePeriod: true },
        funding: { rollOver: { by: "never" } },
      });
      const late = { usagePeriod: "FY27-Q1", executionDate: "2026-10-01" };
      expect(judged(edition, late, { today: "2026-10-02" }).rules).toEqual(["date.outside-usage"]);
    },
  },
  {
    id: "D23",
    says: "proof comes within 30 days after the promotion, or nothing is owed",
    holds: () => {
      const edition = ruled({ claims: { dueAfterActivity: within(30) } });
      expect(judged(edition, {}, { today: "2026-11-01" }).rules).toEqual([]);
      expect(judged(edition, {}, { today: "2026-11-02" }).rules).toEqual(["claim-deadline.passed"]);
      expect(judged(edition, {}, { today: "2026-11-05", firstClaim: true }).rules).toEqual(["claim-deadline.passed"]);
      const longer = ruled({
        claims: { dueAfterActivity: { ...within(30), firstClaimWithin: { count: 60, unit: "days" } } },
      });
      expect(judged(longer, {}, { today: "2026-11-05", firstClaim: true }).rules).toEqual([]);
    },
  },
  {
    id: "D25",
    says: "more time is a record with its own decision: what was granted holds, and nothing else",
    holds: () => {
      const edition = ruled({ claims: { dueAfterActivity: within(30) }, extensions: { allowed: true } });
      expect(judged(edition, {}, { today: "2026-11-20", extendedTo: "2026-11-20" }).rules).toEqual([]);
      expect(judged(edition, {}, { today: "2026-11-21", extendedTo: "2026-11-20" }).rules).toEqual([
        "claim-deadline.passed",
      ]);
    },
  },
];

const subjectDocuments = [
  { id: "d1", evidenceCode: "ad-screenshot", note: "The advertisement as shown", kind: "file" },
  { id: "d2", evidenceCode: "landing-page-url", note: "The page behind it", kind: "link" },
] as const;
