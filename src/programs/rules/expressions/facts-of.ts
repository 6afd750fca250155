import { isCurrency } from "../../../money/index.ts";
import type { EditionDocument } from "../../edition-schema.ts";
import { type Case, dayOf, minorIn } from "../case.ts";
import type { ClaimFacts } from "../facts.ts";
import { type SubjectMetric, sponsorsOf } from "../subject.ts";

/** Values by name, as the expressions read them (docs/programs.md). */
export type ExpressionFacts = Readonly<Record<string, unknown>>;

/** The facts of a claim. Every name is there: a missing text is empty, a missing amount or number is 0. */
export function claimFactsFor(c: Case): ExpressionFacts {
  const { subject } = c;
  const own = (amount: Parameters<typeof minorIn>[0]) => minorIn(amount, subject.currency) ?? 0n;
  return {
    claim: {
      ...commonFacts(c.document, subject),
      usagePeriod: subject.usagePeriod,
      amount: own(subject.amountClaimed),
      hasAmount: minorIn(subject.amountClaimed, subject.currency) !== undefined,
      preApprovalId: subject.preApprovalId ?? "",
      executedOn: dayOf(subject.executionDate) ?? "",
      cost: c.eligibleCost ?? 0n,
      proofTotal: c.proofTotal ?? 0n,
      lines: c.lines.map((line) => ({
        amount: line.claimed,
        expenseType: line.expenseType ?? "",
        person: line.person,
        description: line.description,
        inHouse: line.kind === "certification",
      })),
      invoices: subject.invoices.map((invoice) => ({
        supplier: invoice.supplierName,
        number: invoice.number,
        date: dayOf(invoice.date) ?? "",
        billedTo: invoice.billedTo,
        net: own(invoice.subtotal),
        tax: own(invoice.tax),
        total: own(invoice.total),
      })),
      documents: subject.documents.map((document) => ({
        code: document.evidenceCode,
        note: document.note,
        isLink: document.kind === "link",
        url: document.url ?? "",
        addedOn: dayOf(document.addedOn ?? null) ?? "",
      })),
    },
    ...worldFacts(c.facts, subject.currency),
    period: {
      usageFrom: c.window?.usagePeriod.from ?? "",
      usageTo: c.window?.usagePeriod.to ?? "",
      claimFrom: c.window?.claimWindow.from ?? "",
      claimTo: c.window?.claimWindow.to ?? "",
      proofDeadline: c.window?.proofDeadline ?? "",
    },
  };
}

/** What a claim and a request have in common. */
export function commonFacts(
  document: EditionDocument,
  subject: {
    readonly activityType: string;
    readonly name?: string;
    readonly currency: string;
    readonly sponsors?: number;
    readonly sharePercent?: string | null;
    readonly event?: string | null;
    readonly fields?: Readonly<Record<string, string>>;
    readonly metrics: Readonly<Record<string, SubjectMetric>>;
  },
): ExpressionFacts {
  const fields = (document.claims?.fields ?? []).map(
    ({ code }) => [code, textOf(subject.fields ?? {}, code) ?? ""] as const,
  );
  const metrics = document.activityTypes.flatMap((type) => type.metrics.map((metric) => metric.code));
  const numbers = metrics.map((code) => [code, numberOf(textOf(subject.metrics, code)?.value)] as const);
  return {
    activityType: subject.activityType,
    name: subject.name ?? "",
    currency: subject.currency,
    sponsors: BigInt(sponsorsOf(subject)),
    sharePercent: subject.sharePercent ?? "",
    event: subject.event ?? "",
    fields: Object.fromEntries(fields),
    numbers: Object.fromEntries(numbers),
  };
}

/** The world around it. */
export function worldFacts(facts: ClaimFacts, currency: string): ExpressionFacts {
  const fund = facts.fund;
  const own = (amount: Parameters<typeof minorIn>[0]) =>
    isCurrency(currency) ? (minorIn(amount, currency) ?? 0n) : 0n;
  return {
    partner: {
      type: facts.partner?.type ?? "",
      tier: facts.partner?.tier ?? "",
      market: facts.partner?.market ?? "",
      firstClaim: facts.firstClaim ?? false,
    },
    fund: {
      exists: fund !== null,
      type: fund?.type ?? "",
      currency: fund?.currency ?? "",
      available: own(fund?.available),
      earned: own(fund?.earned),
      accrued: own(fund?.accrued ?? fund?.earned),
      qualified: fund?.qualified ?? false,
    },
    today: facts.today,
    stage: facts.stage,
  };
}

/** The value under a code of an object that came from outside: its own, never one it inherits. */
export function textOf<T>(values: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(values, code) ? values[code] : undefined;
}

function numberOf(text: string | null | undefined): bigint {
  const trimmed = text?.trim() ?? "";
  return /^\d{1,15}$/.test(trimmed) ? BigInt(trimmed) : 0n;
}
