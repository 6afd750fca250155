import { decimalsOf, isCurrency, type Money, moneyOf, parseAmount, percentOf } from "../../money/index.ts";
import type { Cap, ProgramClass } from "../parts/cap-schema.ts";
import { type Case, minorIn } from "./case.ts";
import { amountFrom } from "./expressions/ask.ts";
import { textOf } from "./expressions/facts-of.ts";
import { metricOf } from "./judge-metrics.ts";
import type { WorkingLine } from "./working-line.ts";

/** A cap that binds this claim, with where it stands. */
export interface BindingCap<C extends Cap = Cap> {
  readonly cap: C;
  readonly at: string;
  /** True for a cap of the whole program, which counts claims of every activity type. */
  readonly ofProgram: boolean;
}

/** Kinds that limit a sum of money. */
export const TOTAL_KINDS = [
  "absolute",
  "percent-of-earned",
  "percent-of-accrued",
  "percent-of-cost",
  "per-head",
  "greater-of",
  "lesser-of",
  "stated-value",
  "computed",
] as const satisfies readonly Cap["kind"][];
/** A cap that limits a sum of money. */
export type TotalCap = Extract<Cap, { kind: (typeof TOTAL_KINDS)[number] }>;

/** A class falls back on the one it is a kind of, and on the default (catalogue: `device-distributor` is a `device`). */
const KIND_OF: Partial<Record<ProgramClass, ProgramClass>> = { "device-distributor": "device" };

/**
 * The caps that bind a program of a class: those for every class, and those of the nearest class for which the list
 * states any; none that exempts the class.
 */
export function bindingCaps(
  { caps: all }: { readonly caps: readonly Cap[] },
  programClass: ProgramClass,
): readonly { cap: Cap; index: number }[] {
  const caps = all.map((cap, index) => ({ cap, index }));
  const parent = KIND_OF[programClass];
  const nearest = [programClass, ...(parent ? [parent] : []), "default" as const].find((candidate) =>
    caps.some(({ cap }) => cap.programClass === candidate),
  );
  const isExempt = (cap: Cap) =>
    cap.exemptProgramClasses?.some((exempt) => exempt === programClass || exempt === parent) === true;
  return caps.filter(({ cap }) => !isExempt(cap) && (cap.programClass === undefined || cap.programClass === nearest));
}

/** The caps that bind a claim: those of its activity type, then those of the program, in the order of the document. */
export function allCapsOf(c: Case): readonly BindingCap[] {
  if (!c.type) return [];
  const { programCaps = [], programClass } = c.document;
  const isForPartner = (cap: Cap) =>
    !cap.partnerTypes || (c.facts.partner?.type !== undefined && cap.partnerTypes.includes(c.facts.partner.type));
  const listed = (caps: readonly Cap[], list: string, ofProgram: boolean) =>
    bindingCaps({ caps }, programClass)
      .filter(({ cap }) => isForPartner(cap))
      .map(({ cap, index }) => ({ cap, at: `${list}[${index}]`, ofProgram }));
  return [...listed(c.type.caps, `${c.typePath}.caps`, false), ...listed(programCaps, "programCaps", true)];
}

/** The caps of the given kinds that bind a claim. */
export function capsOf<Kind extends Cap["kind"]>(
  c: Case,
  ...kinds: readonly Kind[]
): readonly BindingCap<Extract<Cap, { kind: Kind }>>[] {
  const isOfKind = (cap: Cap): cap is Extract<Cap, { kind: Kind }> => kinds.some((kind) => kind === cap.kind);
  return allCapsOf(c).flatMap((binding) => (isOfKind(binding.cap) ? [{ ...binding, cap: binding.cap }] : []));
}

/** True when the cap counts the line. */
export function countsLine(cap: Cap, line: WorkingLine): boolean {
  return !cap.appliesToExpenses || (line.expenseType !== null && cap.appliesToExpenses.includes(line.expenseType));
}

/** Most minor units of the claim's currency that a cap allows; undefined when it cannot be told. */
export function limitOf(c: Case, cap: TotalCap | Extract<Cap, { kind: "per-person" }>): bigint | undefined {
  switch (cap.kind) {
    case "absolute":
    case "per-person":
      return inClaimCurrency(c, cap.amount, cap.currency);
    case "percent-of-earned":
      // What was earned for the period, not what is left of it (T49); a limit is never rounded up.
      return share(c, minorIn(c.facts.fund?.earned, c.subject.currency), cap.amount);
    case "percent-of-accrued":
      return share(c, minorIn(c.facts.fund?.accrued ?? c.facts.fund?.earned, c.subject.currency), cap.amount);
    case "percent-of-cost":
      return share(c, c.eligibleCost, cap.amount);
    case "per-head":
      return perHead(c, cap);
    case "greater-of":
    case "lesser-of":
      return best(
        cap.of.map((part) => limitOf(c, part)),
        cap.kind,
      );
    case "stated-value":
      return statedValue(c, cap.field);
    case "computed":
      return amountFrom(c, cap.limit);
    default:
      return cap satisfies never;
  }
}

/** What other claims used of a cap, in minor units of the claim's currency. */
export function usedBefore(c: Case, { cap, ofProgram }: BindingCap): bigint {
  const overProgram = ofProgram || cap.per === "usage-period-per-program" || cap.per === "program-year-per-program";
  return approvedIn(c, cap)
    .filter((before) => overProgram || before.activityType === c.subject.activityType)
    .filter(
      (before) =>
        !cap.appliesToExpenses || (before.expenseType !== null && cap.appliesToExpenses.includes(before.expenseType)),
    )
    .reduce((total, before) => total + (minorIn(before.amount, c.subject.currency) ?? 0n), 0n);
}

/** True when the cap counts more than this claim and its event. */
export function isOverPeriod(cap: Cap): boolean {
  return cap.per?.startsWith("usage-period") === true || cap.per?.startsWith("program-year") === true;
}

function approvedIn(c: Case, cap: Cap) {
  const { approvedBefore, approvedInYear = [] } = c.facts;
  switch (cap.per) {
    case "usage-period":
    case "usage-period-per-program":
      return approvedBefore;
    case "program-year":
    case "program-year-per-program":
      return [...approvedBefore, ...approvedInYear];
    case "conference":
    case "event": {
      const event = c.subject.event ?? undefined;
      return event === undefined ? [] : approvedBefore.filter((before) => before.event === event);
    }
    case "claim":
    case null:
      return [];
    default:
      return cap satisfies never;
  }
}

function share(c: Case, base: bigint | undefined, percent: string): bigint | undefined {
  const { currency } = c.subject;
  if (base === undefined || !isCurrency(currency)) return undefined;
  return percentOf({ minor: base < 0n ? 0n : base, currency }, percent, "down").minor;
}

function perHead(c: Case, cap: Extract<Cap, { kind: "per-head" }>): bigint | undefined {
  const each = inClaimCurrency(c, cap.amount, cap.currency);
  const heads = metricOf(c, cap.metric)?.value?.trim();
  if (each === undefined || heads === undefined || !/^\d{1,10}$/.test(heads)) return undefined;
  return each * BigInt(heads);
}

function best(limits: readonly (bigint | undefined)[], kind: "greater-of" | "lesser-of"): bigint | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  const [first, ...others] = known;
  if (first === undefined || known.length < limits.length) return undefined;
  return others.reduce((found, limit) => ((kind === "greater-of") === limit > found ? limit : found), first);
}

function statedValue(c: Case, field: string): bigint | undefined {
  const text = textOf(c.subject.fields ?? {}, field)?.trim();
  if (!text || !isCurrency(c.subject.currency)) return undefined;
  const amount = parseAmount(text, c.subject.currency);
  return typeof amount === "string" ? undefined : amount.minor;
}

/** An amount in another currency at the rate of the claim, in minor units of the claim's currency; undefined without one. */
export function inClaimCurrency(c: Case, amount: string, currency: string): bigint | undefined {
  const own = c.subject.currency;
  if (!isCurrency(own)) return undefined;
  const limit = moneyOf(amount, currency);
  if (currency === own) return limit.minor;
  const rate = c.facts.rates.find((candidate) => candidate.from === currency && candidate.to === own)?.rate;
  return rate === undefined ? undefined : converted(limit, own, rate);
}

/** An amount in another currency at a rate, in minor units, rounded down; undefined when the rate is no decimal text. */
function converted(amount: Money, to: string, rate: string): bigint | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(rate);
  if (!match) return undefined;
  const [, whole = "", fraction = ""] = match;
  const scaled = amount.minor * BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(to));
  return scaled / 10n ** BigInt(fraction.length + decimalsOf(amount.currency));
}
