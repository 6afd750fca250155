import { expect } from "vitest";
import {
  approvalSteps,
  closePeriod,
  EditionShape,
  isAutomatic,
  lastDayOf,
  lostAtDecision,
  lostAtEnd,
  mayDecideOver,
  rollsOver,
  serviceDeadline,
} from "../../src/programs/index.ts";
import { coopEdition, fund, invoice, line, usd } from "../builders/judged-claim.ts";
import { judged, type PeerRule, requested, ruled, ruledType } from "../builders/judged-edition.ts";

/** Rules about who decides (docs/peer-rules.md, S). */
export const people: readonly PeerRule[] = [
  {
    id: "S01",
    says: "a dispute is answered within 5 business days",
    holds: () => {
      const { serviceLevels, timeZone } = ruled({ disputes: { times: 1, final: false } }).document;
      const start = { from: new Date("2026-10-05T12:00:00Z"), market: "XX", zone: timeZone };
      expect(serviceDeadline(serviceLevels.disputeDecision, start).dueOn).toBe("2026-10-12");
    },
  },
  {
    id: "S03",
    says: "a claim is approved by itself only where funds and the limit suffice",
    holds: () => {
      const { document } = ruled({ approvals: { automaticUpTo: { amount: "1000.00", currency: "USD" } } });
      const edition = { document, version: 1 };
      expect(isAutomatic(document, usd("1000.00"), judged(edition).findings)).toBe(true);
      expect(isAutomatic(document, usd("1000.01"), judged(edition).findings)).toBe(false);
      expect(
        isAutomatic(document, usd("1000.00"), judged(edition, {}, { fund: fund({ available: usd("1.00") }) }).findings),
      ).toBe(false);
    },
  },
  {
    id: "S05",
    says: "the approved amount starts from 0",
    holds: () => expect(ruled({ approvals: { suggested: "zero" } }).document.approvals?.suggested).toBe("zero"),
  },
  {
    id: "S06",
    says: "an approver has a limit, and the fund stays above 0 unless it may go below",
    holds: () => {
      const limits = [{ role: "reviewer", upTo: { amount: "5000.00", currency: "USD" } }];
      const { document } = ruled({ approvals: { limits } });
      expect([
        mayDecideOver(document, "reviewer", usd("5000.00")),
        mayDecideOver(document, "reviewer", usd("5000.01")),
      ]).toEqual([true, false]);
      const poor = { fund: fund({ available: usd("10.00") }) };
      expect(judged(ruled({}), {}, poor).rules).toEqual(["balance.exceeded"]);
      expect(judged(ruled({ funding: { mayGoNegative: true } }), {}, poor).eligibleTotal).toEqual(usd("1000.00"));
    },
  },
  {
    id: "S07",
    says: "rejected may come back, declined may not; an approval has an end and a greatest share",
    holds: () => {
      const edition = ruled({
        requests: { needed: "always", afterRefusal: { rejected: "may-resubmit", declined: "final" } },
      });
      expect(requested(edition, {}, { refused: "rejected" })).toEqual([]);
      expect(requested(edition, {}, { refused: "declined" })).toEqual(["request.refused"]);
      const given = {
        state: "approved",
        activityType: "digital-advertising",
        approvedOn: "2026-09-01",
        validTo: "2026-10-01",
        amount: usd("400.00"),
        sharePercent: null,
      } as const;
      const late = judged(edition, { preApprovalId: "A-1" }, { preApproval: given });
      expect(late.rules).toEqual(["pre-approval.expired", "pre-approval.amount"]);
      expect(late.eligibleTotal).toEqual(usd("400.00"));
    },
  },
  {
    id: "S11",
    says: "a bounty is rejected with one of five reasons, some of them for good",
    holds: () => {
      const codes = ["invalid-proof", "duplicate", "out-of-time", "criteria-not-met", "other-reason"];
      const bounty = codes.map((code) => ({
        code,
        label: code,
        whatToDo: "Look again.",
        usedFor: ["reject" as const],
        final: code === "duplicate",
      }));
      const { reasonCodes } = ruled({ reasonCodes: [...coopEdition().document.reasonCodes, ...bounty] }).document;
      expect(reasonCodes.filter(({ final }) => final === true).map(({ code }) => code)).toEqual(["duplicate"]);
    },
  },
  {
    id: "S15",
    says: "k of N people agree at a level, N from 1 to 5",
    holds: () => {
      const steps = [
        { code: "manager", name: "Manager", of: ["reviewer"], needed: 1 },
        {
          code: "board",
          name: "Board",
          of: ["a", "b", "c", "d", "e"],
          needed: 3,
          above: { amount: "5000.00", currency: "USD" },
        },
      ];
      const { document } = ruled({ approvals: { steps } });
      expect(approvalSteps(document, usd("5000.00")).map(({ code }) => code)).toEqual(["manager"]);
      expect(approvalSteps(document, usd("5000.01")).map(({ code, needed }) => `${code} ${needed}`)).toEqual([
        "manager 1",
        "board 3",
      ]);
      const six = { ...document, approvals: { steps: [{ ...steps[1], needed: 6 }] } };
      expect(EditionShape.safeParse(six).success).toBe(false);
    },
  },
];

/** Rules about funds (docs/peer-rules.md, F). */
export const funds: readonly PeerRule[] = [
  {
    id: "F04",
    says: "budgets stand at most 5 levels deep, inside and at partners",
    holds: () => {
      const { document } = ruled({ funding: { levels: { internal: 5, partner: 5 } } });
      expect(document.funding?.levels).toEqual({ internal: 5, partner: 5 });
    },
  },
  {
    id: "F07",
    says: "a claim takes the money that ends first",
    holds: () => expect(ruled({ funding: { draw: "soonest-to-end" } }).document.funding?.draw).toBe("soonest-to-end"),
  },
  {
    id: "F08",
    says: "what is unused at the end of the period is lost; giving it back is a step of its own",
    holds: () => {
      const { document } = ruled({
        funding: { forfeiture: { after: "usage-end", reinstatement: true }, rollOver: { by: "never" } },
      });
      const [window] = document.windows;
      expect(window && lastDayOf(document, window)).toBe("2026-12-31");
      const left = { earned: usd("12000.00"), approved: usd("7500.00"), reserved: usd("2000.00") };
      expect(lostAtEnd(left)).toEqual(usd("2500.00"));
      expect(lostAtDecision(usd("2000.00"), usd("1800.00"))).toEqual(usd("200.00"));
      expect(rollsOver(document, { earned: usd("12000.00"), left: usd("2500.00") })).toEqual(usd("0.00"));
    },
  },
  {
    id: "F10",
    says: "above the quota a claim is refused, not warned about",
    holds: () => {
      const caps = [
        {
          kind: "absolute" as const,
          amount: "900.00",
          currency: "USD",
          per: "usage-period" as const,
          effect: "blocks" as const,
        },
      ];
      const { findings } = judged(ruledType("digital-advertising", { caps }));
      expect(findings.filter(({ rule }) => rule === "cap.absolute").map(({ severity }) => severity)).toEqual([
        "blocks",
      ]);
    },
  },
  {
    id: "F11",
    says: "overdue bills freeze every benefit, and paying them unfreezes it",
    holds: () => {
      const standing = [
        { code: "overdue-bills", meaning: "Bills are overdue", severity: "blocks" as const, remedy: "Pay them." },
      ];
      const edition = ruled({ standing });
      expect(judged(edition, {}, { standing: ["overdue-bills"] }).rules).toEqual(["standing.overdue-bills"]);
      expect(requested(edition, {}, { standing: ["overdue-bills"] })).toEqual(["standing.overdue-bills"]);
      expect(judged(edition, {}, { standing: [] }).rules).toEqual([]);
    },
  },
  {
    id: "F13",
    says: "a pooled fund falls at approval, and what is not spent returns",
    holds: () => {
      const { funding } = ruled({ funding: { reservedAt: "approval", unspentReturns: true } }).document;
      expect(funding).toEqual({ reservedAt: "approval", unspentReturns: true });
    },
  },
  {
    id: "F14",
    says: "a prepaid card is activated at least 3 business days away, and its limit leaves the balance at approval",
    holds: () => {
      const leadTime = { least: { count: 3, unit: "business-days" }, late: "refused" } as const;
      const edition = ruled({
        requests: { leadTime },
        funding: { reservedAt: "approval" },
        payment: { methods: [{ method: "prepaid-card" }] },
      });
      const on = (startsOn: string) =>
        requested(edition, { startsOn, endsOn: startsOn }, { requestedOn: "2026-10-09", today: "2026-10-09" });
      expect([on("2026-10-14"), on("2026-10-13")]).toEqual([[], ["lead-time.short"]]);
    },
  },
];

/** Rules about counts and splits that touch claims (docs/peer-rules.md, P11 and P21) and what becomes of periods. */
export const counts: readonly PeerRule[] = [
  {
    id: "P11",
    says: "the same event, purpose and time over several claims is shown to people",
    holds: () => {
      const sign = [{ id: "claim", code: "same-event" as const }];
      expect(judged(ruled({}), {}, { duplicates: sign }).rules).toEqual(["claim.possible-split"]);
      const caps = [{ kind: "absolute" as const, amount: "1500.00", currency: "USD", per: "event" as const }];
      const before = [{ activityType: "digital-advertising", expenseType: null, event: "fair", amount: usd("900.00") }];
      const second = judged(
        ruledType("digital-advertising", { caps }),
        { event: "fair", invoices: [invoice([line("1000.00")])] },
        { approvedBefore: before },
      );
      expect(second.eligibleTotal).toEqual(usd("600.00"));
    },
  },
  {
    id: "P21",
    says: "at most 35 nominations a week, and the end user's name matches exactly",
    holds: () => {
      const edition = ruled({
        claims: {
          counts: [{ code: "nominations", counts: "requests", most: 35, per: "week" }],
          fields: [{ code: "end-user", name: "End user", kind: "text", required: true, askedOn: "both" }],
        },
        conditions: [
          {
            code: "end-user-as-named",
            on: "request",
            holds: 'request.fields["end-user"] == request.event',
            severity: "blocks",
            field: "fields.end-user",
            message: "The name of the order",
            remedy: "Write the name exactly as in the order.",
          },
        ],
      });
      const named = { fields: { "end-user": "Contoso" }, event: "Contoso" };
      expect(requested(edition, named, { counts: { nominations: 34 } })).toEqual([]);
      expect(requested(edition, named, { counts: { nominations: 35 } })).toEqual(["count.exceeded"]);
      expect(requested(edition, { ...named, event: "Contoso Ltd" })).toEqual(["condition.end-user-as-named"]);
      expect(closePeriod(edition.document, usd("1500.00")).qualified).toBe(true);
    },
  },
];
