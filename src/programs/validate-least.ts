import { amountText, isCurrency, moneyOf } from "../money/index.ts";
import type { ActivityType } from "./activity-type-schema.ts";
import { catalogueOf } from "./edition.ts";
import { type Fault, fault, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { Cap } from "./parts/cap-schema.ts";
import { bindingCaps } from "./rules/caps.ts";

/**
 * The least amount of a claim, a request and a payout can be paid: no cap lies below it. Only what the document itself tells
 * is compared; a cap that is counted from what was earned, from a field or by an expression is not known before there is a claim.
 */
export function validateLeast(document: EditionDocument): readonly Fault[] {
  const found = document.activityTypes.flatMap((type, t) => {
    if (!catalogueOf(document).includes(type)) return [];
    const limits = limitsOf(document, type, `activityTypes[${t}]`);
    return document.currencies.flatMap((currency) => [
      ...belowLeastClaim(document, type, currency, limits),
      ...belowLeastRequest(document, type, currency, limits),
    ]);
  });
  return [...firstAt(found), ...belowLeastPayout(document)];
}

/** A cap of the whole program is below the least amount for each type alike: it is said once. */
function firstAt(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((each, i) => faults.findIndex(({ field }) => field === each.field) === i);
}

/** What a cap allows one claim at most, where the document alone tells it. */
interface Limit {
  readonly at: string;
  readonly minor: bigint;
  readonly currency: string;
  /** Kinds of cost that it counts. */
  readonly expenses: readonly string[];
  /** True when what is above it keeps the claim from being submitted, for every partner. */
  readonly blocks: boolean;
}

function limitsOf(document: EditionDocument, type: ActivityType, at: string): readonly Limit[] {
  const lists = [
    { caps: type.caps, list: `${at}.caps` },
    { caps: document.programCaps ?? [], list: "programCaps" },
  ];
  return lists.flatMap(({ caps, list }) => {
    const binding = bindingCaps({ caps }, document.programClass);
    return binding.flatMap(({ cap, index }) => {
      const expenses = type.eligibleExpenses.filter((code) => cap.appliesToExpenses?.includes(code) !== false);
      const forAll = !cap.partnerTypes || type.partnerTypes?.every((code) => cap.partnerTypes?.includes(code)) === true;
      // What is cut per person is cut whatever the effect; the other kinds refuse where they say so.
      const blocks = cap.effect === "blocks" && cap.kind !== "per-person" && forAll;
      return boundsOf(
        cap,
        type,
        binding.map((each) => each.cap),
      ).map((bound) => ({
        ...bound,
        at: `${list}[${index}]`,
        expenses,
        blocks,
      }));
    });
  });
}

type Bound = Pick<Limit, "minor" | "currency">;

/** Amounts that the cap never goes above, in each currency in which that is known. */
function boundsOf(cap: Cap, type: ActivityType, beside: readonly Cap[]): readonly Bound[] {
  switch (cap.kind) {
    case "absolute":
      return times(cap, 1n);
    case "per-person":
      return personsOf(cap, beside).flatMap((persons) => times(cap, persons));
    case "per-head":
      return headsOf(type, cap.metric).flatMap((heads) => times(cap, heads));
    case "lesser-of":
      return cap.of.flatMap((part) => (part.kind === "absolute" ? times(part, 1n) : []));
    case "greater-of": {
      const all = cap.of.flatMap((part) => (part.kind === "absolute" ? times(part, 1n) : []));
      const [first] = all;
      if (!first || all.length < cap.of.length || all.some(({ currency }) => currency !== first.currency)) return [];
      return [all.reduce((greatest, each) => (each.minor > greatest.minor ? each : greatest))];
    }
    // Counted from what only a claim or a fund tells.
    case "percent-of-earned":
    case "percent-of-accrued":
    case "percent-of-cost":
    case "stated-value":
    case "computed":
    case "max-persons":
    case "unlimited":
    case "program-specific":
      return [];
    default:
      return cap satisfies never;
  }
}

function times({ amount, currency }: { amount: string; currency: string }, count: bigint): Bound[] {
  return isCurrency(currency) ? [{ minor: moneyOf(amount, currency).minor * count, currency }] : [];
}

/** Most persons that count beside a cap for each of them. */
function personsOf(cap: Cap, beside: readonly Cap[]): bigint[] {
  return beside.flatMap((other) =>
    other.kind === "max-persons" && (!other.appliesToExpenses || sameCodes(other, cap)) ? [BigInt(other.amount)] : [],
  );
}

function sameCodes(a: Cap, b: Cap): boolean {
  return b.appliesToExpenses?.every((code) => a.appliesToExpenses?.includes(code)) === true;
}

/** Most heads that the metric may count, where more are refused. */
function headsOf({ metrics }: ActivityType, code: string): bigint[] {
  const metric = metrics.find((each) => each.code === code);
  const { most, severity } = metric?.bounds ?? {};
  if (most === undefined || severity !== "blocks" || metric?.askedOn === "request") return [];
  return [BigInt(most.split(".")[0] ?? "0")];
}

/** The tightest limit on a claim of the type: of one cap that counts all of its cost, or of several that do so together. */
function tightest(
  type: ActivityType,
  limits: readonly Limit[],
): (Bound & { readonly blocks: boolean; at: string }) | undefined {
  const alone = limits.filter(({ expenses }) => expenses.length === type.eligibleExpenses.length);
  const ofEach = type.eligibleExpenses.map((code) =>
    smallest(limits.filter(({ expenses }) => expenses.includes(code))),
  );
  const together = [...new Set(ofEach.filter((limit) => limit !== undefined))];
  const [first] = together;
  const sum =
    first && !ofEach.includes(undefined)
      ? [{ ...first, minor: sumOf(together), blocks: together.every(({ blocks }) => blocks) }]
      : [];
  return smallest([...alone, ...sum]);
}

function smallest<L extends Bound>(limits: readonly L[]): L | undefined {
  return limits.reduce<L | undefined>((found, each) => (found && found.minor <= each.minor ? found : each), undefined);
}

function sumOf(limits: readonly Bound[]): bigint {
  return limits.reduce((sum, { minor }) => sum + minor, 0n);
}

function leastIn(list: readonly { amount: string; currency: string }[] | undefined, currency: string) {
  const said = list?.find((each) => each.currency === currency);
  return said && isCurrency(currency) ? moneyOf(said.amount, currency) : undefined;
}

function belowLeastClaim(
  document: EditionDocument,
  type: ActivityType,
  currency: string,
  limits: readonly Limit[],
): Fault[] {
  const least = leastIn(document.claims?.minimum, currency);
  const inCurrency = limits.filter((limit) => limit.currency === currency);
  const refusing = tightest(
    type,
    inCurrency.filter(({ blocks }) => blocks),
  );
  const cutting = tightest(type, inCurrency);
  const [found, allowed] = [(limit: Bound) => `at most ${said(limit)}`, least && `${said(least)} or more`];
  if (!least || allowed === undefined) return [];
  if (refusing && refusing.minor < least.minor) {
    return [
      fault(
        "cap.below-least",
        refusing.at,
        found(refusing),
        allowed,
        `A claim for "${type.name}" is at least ${said(least)} and at most ${said(refusing)}, so none can ever be submitted. Raise the cap, or lower the least amount of a claim.`,
      ),
    ];
  }
  if (!cutting || cutting.minor >= least.minor) return [];
  return [
    warning(
      "cap.below-least",
      cutting.at,
      found(cutting),
      allowed,
      `A claim for "${type.name}" is at least ${said(least)}, and at most ${said(cutting)} of it can be paid: every claim is cut. Raise the cap, or lower the least amount of a claim.`,
    ),
  ];
}

/** What was agreed to before the work must be at least so much, and can never be paid. */
function belowLeastRequest(
  document: EditionDocument,
  type: ActivityType,
  currency: string,
  limits: readonly Limit[],
): Fault[] {
  if (!type.requiresPreApproval && document.requests?.needed !== "always") return [];
  const least = leastIn(document.requests?.minimum, currency);
  const most = tightest(
    type,
    limits.filter((limit) => limit.currency === currency),
  );
  if (!least || !most || most.minor >= least.minor) return [];
  return [
    warning(
      "cap.below-least-request",
      most.at,
      `at most ${said(most)}`,
      `${said(least)} or more`,
      `A request for "${type.name}" is at least ${said(least)}, and at most ${said(most)} of it can be paid. Raise the cap, or lower the least amount of a request.`,
    ),
  ];
}

/** A year's cap over the whole program that does not reach the least payout. */
function belowLeastPayout(document: EditionDocument): Fault[] {
  const { programCaps = [], programClass, minimumPayout, payment } = document;
  return bindingCaps({ caps: programCaps }, programClass).flatMap(({ cap, index }) => {
    if (cap.kind !== "absolute" || cap.per?.startsWith("program-year") !== true) return [];
    if (cap.appliesToExpenses || cap.partnerTypes) return [];
    const payout = leastIn(payment?.minimum ?? [minimumPayout], cap.currency);
    const [most] = times(cap, 1n);
    if (!payout || !most || most.minor >= payout.minor) return [];
    return [
      warning(
        "cap.below-payout",
        `programCaps[${index}]`,
        `at most ${said(most)}`,
        `${said(payout)} or more`,
        `At most ${said(most)} are approved in a program year, and less than ${said(payout)} is not paid out. Raise the cap, or lower the least payout.`,
      ),
    ];
  });
}

function said({ minor, currency }: Bound): string {
  return `${amountText({ minor, currency })} ${currency}`;
}
