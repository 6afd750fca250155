import { decimalsOf, isCurrency, type Money, moneyOf, percentOf } from "../../money/index.ts";
import type { ActivityType, Cap, ProgramClass } from "../activity-type-schema.ts";
import { type Case, minorIn } from "./case.ts";
import type { WorkingLine } from "./working-line.ts";

/** A cap that binds this program, with where it stands. */
export interface BindingCap<Kind extends Cap["kind"] = Cap["kind"]> {
  readonly cap: Extract<Cap, { kind: Kind }>;
  readonly at: string;
}

/** A class falls back on the one it is a kind of, and on the default (catalogue: `device-distributor` is a `device`). */
const KIND_OF: Partial<Record<ProgramClass, ProgramClass>> = { "device-distributor": "device" };

/**
 * The caps that bind a program of a class: those for every class, and those of the nearest class for which the type
 * states any.
 */
export function bindingCaps(type: ActivityType, programClass: ProgramClass): readonly { cap: Cap; index: number }[] {
  const caps = type.caps.map((cap, index) => ({ cap, index }));
  const parent = KIND_OF[programClass];
  const nearest = [programClass, ...(parent ? [parent] : []), "default" as const].find((candidate) =>
    caps.some(({ cap }) => cap.programClass === candidate),
  );
  return caps.filter(({ cap }) => cap.programClass === undefined || cap.programClass === nearest);
}

/** The binding caps of the given kinds, in the order of the document. */
export function capsOf<Kind extends Cap["kind"]>(c: Case, ...kinds: readonly Kind[]): readonly BindingCap<Kind>[] {
  if (!c.type) return [];
  const isOfKind = (cap: Cap): cap is Extract<Cap, { kind: Kind }> => kinds.some((kind) => kind === cap.kind);
  return bindingCaps(c.type, c.document.programClass).flatMap(({ cap, index }) =>
    isOfKind(cap) ? [{ cap, at: `${c.typePath}.caps[${index}]` }] : [],
  );
}

/** True when the cap counts the line. */
export function countsLine(cap: Cap, line: WorkingLine): boolean {
  return !cap.appliesToExpenses || (line.expenseType !== null && cap.appliesToExpenses.includes(line.expenseType));
}

/** Most minor units of the claim's currency that a cap of an amount, a percentage, or the greater of some, allows; undefined when it cannot be told. */
export function limitOf(
  c: Case,
  cap: Extract<Cap, { kind: "absolute" | "percent-of-earned" | "greater-of" | "per-person" }>,
): bigint | undefined {
  switch (cap.kind) {
    case "absolute":
    case "per-person":
      return inClaimCurrency(c, cap.amount, cap.currency);
    case "percent-of-earned": {
      // What was earned for the period, not what is left of it (T49); a limit is never rounded up.
      const earned = minorIn(c.facts.fund?.earned, c.subject.currency);
      if (earned === undefined) return undefined;
      return percentOf({ minor: earned < 0n ? 0n : earned, currency: c.subject.currency }, cap.amount, "down").minor;
    }
    case "greater-of": {
      const limits = cap.of.map((part) => limitOf(c, part));
      if (limits.some((limit) => limit === undefined)) return undefined;
      return limits.reduce<bigint>((most, limit) => (limit !== undefined && limit > most ? limit : most), 0n);
    }
    default:
      return cap satisfies never;
  }
}

/** What other claims of the usage period used of a cap, in minor units of the claim's currency. */
export function usedBefore(c: Case, cap: Cap): bigint {
  if (cap.per !== "usage-period" && cap.per !== "usage-period-per-program") return 0n;
  return c.facts.approvedBefore
    .filter((before) => cap.per === "usage-period-per-program" || before.activityType === c.subject.activityType)
    .filter(
      (before) =>
        !cap.appliesToExpenses || (before.expenseType !== null && cap.appliesToExpenses.includes(before.expenseType)),
    )
    .reduce((total, before) => total + (minorIn(before.amount, c.subject.currency) ?? 0n), 0n);
}

function inClaimCurrency(c: Case, amount: string, currency: string): bigint | undefined {
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
