import { expect } from "vitest";
import {
  type EditionDocument,
  heldUntil,
  paymentDisputeEndsOn,
  paymentDueOn,
  paymentRunOn,
  reachesMinimum,
  serviceDeadline,
} from "../../src/programs/index.ts";
import { coopEdition, usd } from "../builders/judged-claim.ts";
import { judged, type PeerRule, ruled } from "../builders/judged-edition.ts";

const days = (count: number) => ({ count, unit: "days" }) as const;
const record = (associations: NonNullable<EditionDocument["associations"]>) =>
  ruled({ associations }).document.associations;

/** Rules about payment, and about being the partner of record (docs/peer-rules.md, P). */
export const payments: readonly PeerRule[] = [
  {
    id: "P01",
    says: "below 200 USD it waits for later months; exactly 200 is paid",
    holds: () => {
      const { document } = ruled({
        payment: { minimum: [{ amount: "200.00", currency: "USD" }], belowMinimum: "carried" },
      });
      expect([reachesMinimum(document, usd("195.00")), reachesMinimum(document, usd("200.00"))]).toEqual([false, true]);
    },
  },
  {
    id: "P02",
    says: "without bank or tax data money is held for 180 days",
    holds: () => {
      const { document } = ruled({ payment: { withoutProfile: { heldFor: days(180), afterwards: "forfeited" } } });
      expect(heldUntil(document, "2024-01-15")).toBe("2024-07-13");
      expect(judged({ document, version: 1 }, {}, { payoutReady: false }).rules).toEqual(["payout-data.missing"]);
    },
  },
  {
    id: "P03",
    says: "paid within 60 days of the period's end, from 100 USD on, with bank data by day 45, at the corporate rate",
    holds: () => {
      const payment = {
        within: days(60),
        countedFrom: "period-end",
        minimum: [{ amount: "100.00", currency: "USD" }],
        bankDataBy: days(45),
        exchangeRate: "corporate",
      } as const;
      const { document } = ruled({ payment: { ...payment, minimum: [...payment.minimum] } });
      expect(paymentDueOn(document, { approvedOn: "2026-10-20", periodEndsOn: "2026-12-31", market: "XX" })).toBe(
        "2027-03-01",
      );
      expect(paymentDueOn(document, { approvedOn: "2026-10-20", market: "XX" })).toBeUndefined();
      expect(reachesMinimum(document, usd("99.99"))).toBe(false);
    },
  },
  {
    id: "P04",
    says: "a payment is disputed within 45 days, and never later than 105 days after the period",
    holds: () => {
      const { document } = ruled({ payment: { disputeWithin: days(45), disputeNotAfter: days(105) } });
      const ends = (sentOn: string) =>
        paymentDisputeEndsOn(document, { sentOn, periodEndsOn: "2026-12-31", market: "XX" });
      expect([ends("2027-02-01"), ends("2027-03-20")]).toEqual(["2027-03-18", "2027-04-15"]);
    },
  },
  {
    id: "P05",
    says: "earned in a month, reviewed for a week of the next, paid on the 13th, from 5 USD on",
    holds: () => {
      const { document } = ruled({
        payment: {
          run: { day: 13, cutOffDay: 8, whenClosed: "after" },
          minimum: [{ amount: "5.00", currency: "USD" }],
        },
      });
      expect(paymentRunOn(document, "2026-10-08", "XX")).toBe("2026-10-13");
      expect(paymentRunOn(document, "2026-10-09", "XX")).toBe("2026-11-13");
      expect(paymentRunOn(document, "2026-11-09", "XX")).toBe("2026-12-14");
    },
  },
  {
    id: "P06",
    says: "changed bank data is verified within 48 hours",
    holds: () => {
      const { serviceLevels: base } = coopEdition().document;
      const { serviceLevels } = ruled({
        serviceLevels: { ...base, bankChange: { kind: "hours", hours: 48 } },
      }).document;
      const due =
        serviceLevels.bankChange &&
        serviceDeadline(serviceLevels.bankChange, {
          from: new Date("2026-10-05T12:00:00Z"),
          market: "XX",
          zone: "UTC",
        });
      expect(due?.dueAt.toISOString()).toBe("2026-10-07T12:00:00.000Z");
    },
  },
  {
    id: "P07",
    says: "US payees need a 1099-NEC from 600 USD a year on, others a W-8",
    holds: () => {
      const taxForms = [
        { market: "US", form: "1099-NEC", above: "600.00", currency: "USD" },
        { market: "DE", form: "W-8" },
      ];
      expect(ruled({ payment: { taxForms } }).document.payment?.taxForms).toEqual(taxForms);
    },
  },
  {
    id: "P08",
    says: "a milestone is paid within 45 days after its month",
    holds: () => {
      const { document } = ruled({ payment: { within: days(45), countedFrom: "month-end" } });
      expect(paymentDueOn(document, { approvedOn: "2026-10-05", market: "XX" })).toBe("2026-12-15");
    },
  },
  {
    id: "P14",
    says: "the customer is told, silence is consent, and a later no ends it",
    holds: () => {
      const rules = {
        exclusivePer: "workload",
        contest: "newest-proof",
        customerConsent: "silence-is-consent",
        optOutAnyTime: true,
      } as const;
      expect(record(rules)).toEqual(rules);
    },
  },
  {
    id: "P15",
    says: "one partner for a workload or subscription; in a contest the newest proof is weighed",
    holds: () => {
      const rules = { exclusivePer: "subscription", contest: "newest-proof", customerConsent: "not-asked" } as const;
      expect(record(rules)?.contest).toBe("newest-proof");
    },
  },
  {
    id: "P16",
    says: "a deal is registered for 60 days, each step takes at most 3 business days, the first one wins",
    holds: () => {
      const steps = ["review", "decision"].map((code) => ({ code, within: { kind: "business" as const, days: 3 } }));
      const found = record({
        exclusivePer: "opportunity",
        contest: "first-registrant",
        customerConsent: "not-asked",
        validFor: days(60),
        steps,
      });
      const [first] = found?.steps ?? [];
      const due =
        first && serviceDeadline(first.within, { from: new Date("2026-10-09T12:00:00Z"), market: "XX", zone: "UTC" });
      expect(due?.dueOn).toBe("2026-10-14");
    },
  },
  {
    id: "P17",
    says: "100 units at least, 90 days, decided in 2 hours; a second partner gets half",
    holds: () => {
      const steps = [{ code: "decision", within: { kind: "hours" as const, hours: 2 } }];
      const rules = {
        exclusivePer: "opportunity",
        contest: "review",
        customerConsent: "not-asked",
        leastUnits: 100,
        validFor: days(90),
        secondPartnerShare: "50",
        steps,
      } as const;
      expect(record({ ...rules, steps: [...steps] })).toMatchObject({ leastUnits: 100, secondPartnerShare: "50" });
    },
  },
  {
    id: "P18",
    says: "a customer is known by name and country; decided in 48 hours, kept for 90 days",
    holds: () => {
      const steps = [{ code: "decision", within: { kind: "hours" as const, hours: 48 } }];
      expect(
        record({
          exclusivePer: "customer",
          contest: "first-registrant",
          customerConsent: "not-asked",
          validFor: days(90),
          steps,
        })?.exclusivePer,
      ).toBe("customer");
    },
  },
  {
    id: "P20",
    says: "a decided registration comes back a limited number of times, a withdrawn one never",
    holds: () => {
      const rules = {
        exclusivePer: "opportunity",
        contest: "first-registrant",
        customerConsent: "not-asked",
        resubmissions: 2,
        withdrawnMayReturn: false,
      } as const;
      expect(record(rules)).toMatchObject({ resubmissions: 2, withdrawnMayReturn: false });
    },
  },
  {
    id: "P23",
    says: "the approved partner is the one of record for the opportunity, whoever fulfils it",
    holds: () => {
      const rules = { exclusivePer: "opportunity", contest: "first-registrant", customerConsent: "not-asked" } as const;
      expect(record(rules)?.exclusivePer).toBe("opportunity");
    },
  },
];
