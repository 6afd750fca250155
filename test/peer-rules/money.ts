import { expect } from "vitest";
import { splitEarning } from "../../src/money/index.ts";
import { EditionShape, reachesMinimum, restsUntil, validateEdition } from "../../src/programs/index.ts";
import { coopEdition, invoice, line, usd } from "../builders/judged-claim.ts";
import { judged, type PeerRule, ruled, ruledType } from "../builders/judged-edition.ts";

const field = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  name: code,
  kind: "text" as const,
  required: false,
  ...more,
});

/** Rules about money (docs/peer-rules.md, M). */
export const money: readonly PeerRule[] = [
  {
    id: "M02",
    says: "the share is one of a list from 5 % to 100 %, by fund type",
    holds: () => {
      const percents = ["5", "10", "25", "50", "100"];
      const edition = ruled({ costShare: [{ fundTypes: ["coop"], share: { kind: "list", percents } }] });
      const known = { fund: { ...coopFund, type: "coop" } };
      expect(judged(edition, { amountClaimed: usd("250.00") }, known).rules).toEqual(["share.missing"]);
      expect(judged(edition, { amountClaimed: usd("250.00"), sharePercent: "30" }, known).rules).toEqual([
        "share.not-offered",
      ]);
      const half = judged(edition, { amountClaimed: usd("250.00"), sharePercent: "25" }, known);
      expect(half.rules).toEqual([]);
      expect(half.proofTotal).toEqual(usd("250.00"));
    },
  },
  {
    id: "M03",
    says: "an earning is split 60 to 40; the rebate leaves each month, the rest accrues",
    holds: () => {
      const { document } = ruled({ payment: { run: { day: 15, cadence: "monthly" } } });
      const { rebate, coop } = splitEarning(usd("25000.00"), document.split?.rebatePct ?? "");
      expect([rebate, coop]).toEqual([usd("15000.00"), usd("10000.00")]);
    },
  },
  {
    id: "M08",
    says: "not more than the fair market value may be claimed",
    holds: () => {
      const edition = ruledType(
        "digital-advertising",
        { caps: [{ kind: "stated-value", amount: null, currency: null, field: "market-value", per: "claim" }] },
        { claims: { fields: [field("market-value", { kind: "amount" })] } },
      );
      expect(judged(edition).rules).toEqual(["cap.base-missing"]);
      const cut = judged(edition, { fields: { "market-value": "800.00" } });
      expect(cut.rules).toEqual(["cap.stated-value"]);
      expect(cut.eligibleTotal).toEqual(usd("800.00"));
    },
  },
  {
    id: "M12",
    says: "one claim has one currency, the payment has that of the payment profile",
    holds: () => {
      const edition = ruled({ payment: { currency: "payout-profile" } });
      const euros = { invoices: [{ ...invoice([line("1000.00")]), currency: "EUR" }] };
      expect(judged(edition, euros).rules).toContain("currency.mixed");
      expect(edition.document.payment?.currency).toBe("payout-profile");
    },
  },
  {
    id: "M13",
    says: "who chose the back-end rebate has no upfront discount on the same deal",
    holds: () => {
      const edition = ruled({
        claims: { fields: [field("rebate"), field("discount")] },
        conditions: [
          {
            code: "one-benefit-a-deal",
            on: "claim",
            holds: 'claim.fields["rebate"] != "back-end" || claim.fields["discount"] != "upfront"',
            severity: "blocks",
            field: "fields.discount",
            message: "One benefit for one deal",
            remedy: "Take one of the two back.",
          },
        ],
      });
      expect(judged(edition, { fields: { rebate: "back-end" } }).rules).toEqual([]);
      expect(judged(edition, { fields: { rebate: "back-end", discount: "upfront" } }).rules).toEqual([
        "condition.one-benefit-a-deal",
      ]);
    },
  },
  {
    id: "M14",
    says: "a fund that partners ask for is not given by the vendor besides",
    holds: () => {
      const [fundType] = coopEdition().document.fundTypes;
      const both = { ...coopEdition().document, fundTypes: [{ ...fundType, source: ["request", "allocation"] }] };
      expect(validateEdition(both).map(({ rule, field: at }) => `${rule} ${at}`)).toEqual([
        "edition.form fundTypes[0].source",
      ]);
    },
  },
  {
    id: "M15",
    says: "bounties skip the time of rest, commissions for sales do not",
    holds: () => {
      const holding = [
        { earningTypes: ["sale", "lead", "click"], span: { count: 30, unit: "days" } as const },
        { earningTypes: ["bounty"], span: { count: 0, unit: "days" } as const },
      ];
      const { document } = ruled({ payment: { holding } });
      expect(restsUntil(document, "bounty", "2026-10-01", "XX")).toBe("2026-10-01");
      expect(restsUntil(document, "sale", "2026-10-01", "XX")).toBe("2026-10-31");
    },
  },
  {
    id: "M16",
    says: "the time of rest is 0 to 90 days, the least payout 0 to 100 USD",
    holds: () => {
      for (const count of [0, 7, 14, 30, 60, 90]) {
        for (const amount of ["0.00", "10.00", "20.00", "50.00", "100.00"]) {
          const holding = [{ earningTypes: ["sale"], span: { count, unit: "days" } as const }];
          const payment = { holding, minimum: [{ amount, currency: "USD" }] };
          expect(EditionShape.safeParse({ ...coopEdition().document, payment }).success).toBe(true);
          const document = { ...coopEdition().document, payment };
          expect(reachesMinimum(document, usd(amount))).toBe(true);
          if (amount !== "0.00")
            expect(reachesMinimum(document, { ...usd(amount), minor: usd(amount).minor - 1n })).toBe(false);
        }
      }
    },
  },
  {
    id: "M17",
    says: "a paid reward is not taken back",
    holds: () => expect(ruled({ payment: { recoupment: "never" } }).document.payment?.recoupment).toBe("never"),
  },
  {
    id: "M18",
    says: "money is for the activity that was agreed to, and what was paid in advance and not spent is returned",
    holds: () => {
      const edition = ruled({ funding: { unspentReturns: true }, requests: { needed: "always" } });
      const given = {
        state: "approved",
        activityType: "print-advertising",
        approvedOn: "2026-09-01",
        validTo: null,
        amount: null,
        sharePercent: null,
      } as const;
      expect(judged(edition, { preApprovalId: "A-7" }, { preApproval: given }).rules).toEqual([
        "pre-approval.mismatch",
      ]);
      expect(edition.document.funding?.unspentReturns).toBe(true);
    },
  },
];

const coopFund = {
  currency: "USD",
  available: usd("12000.00"),
  earned: usd("12000.00"),
  qualified: true,
  threshold: null,
};
