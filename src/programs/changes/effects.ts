import { isAbsent, isFields, type TreeChange } from "./tree-changes.ts";

/** What a change means for partners. `neutral`: nothing, or it depends. */
export type Effect = "better" | "worse" | "neutral";

/** Numbers of which more is better for partners. */
const MORE_IS_BETTER = new Set([
  "preApprovalAbove",
  "planResubmissionDays",
  "invitationDays",
  "claimAnswer",
  "disputeOpen",
  "planAnswer",
  "associationAnswer",
  "associationDispute",
  "paymentDispute",
  "dueAfterActivity",
  "within",
  "firstClaimWithin",
  "most",
  "mostLinks",
  "times",
  "validFor",
  "share",
  "percent",
  "rate",
  "disputeWithin",
  "disputeNotAfter",
  "automaticUpTo",
  "upTo",
  "secondPartnerShare",
  "resubmissions",
]);

/** Numbers of which less is better for partners. */
const LESS_IS_BETTER = new Set([
  "threshold",
  "minimumPayout",
  "minimum",
  "least",
  "stillFor",
  "retentionMonths",
  "claimDecision",
  "disputeDecision",
  "planReview",
  "profileValidation",
  "payment",
  "preApprovalDecision",
  "extensionDecision",
  "proofDecision",
  "associationStart",
  "associationReview",
  "bankChange",
  "paidWithin",
  "heldFor",
]);

/** Switches that are better for partners when they are on. */
const ON_IS_BETTER = new Set([
  "openEnrollment",
  "incentivesUserMaySubmit",
  "allowsLink",
  "certificationAllowed",
  "csrAllowed",
  "active",
  "partnerMayAct",
  "reinstatement",
  "cuts",
  "allowed",
  "otherReviewer",
]);

/** Switches that are worse for partners when they are on. */
const ON_IS_WORSE = new Set([
  "required",
  "requiresPreApproval",
  "newerThanActivity",
  "needed",
  "final",
  "againAfterReturn",
  "inOnePeriod",
  "invoiceRequired",
  "customerSurveyRequired",
  "partnerSurveyRequired",
]);

/** Lists of which more items are better for partners. */
const ITEMS_ARE_GOOD = new Set([
  "activityTypes",
  "windows",
  "currencies",
  "fundTypes",
  "eligibleExpenses",
  "alternatives",
  "alternativeSets",
  "metricsWaivedForExpenses",
  "methods",
  "formerNames",
  "engagements",
  "levers",
]);

/** Lists of which more items are worse for partners. */
const ITEMS_ARE_BAD = new Set([
  "excludedExpenses",
  "coreRequirements",
  "caps",
  "programCaps",
  "mustShow",
  "invoiceMustShow",
  "certificationMustShow",
  "standing",
  "eligibility",
  "counts",
  "excludedProgramClasses",
  "newWhenChanged",
]);

/** Choices from the best to the worst for partners. */
const RANKED: Readonly<Record<string, readonly string[]>> = {
  planMode: ["none", "optional", "required"],
  poeTiming: ["after-payment", "before-payment"],
  severity: ["informs", "warns", "cuts", "blocks"],
  belowThreshold: ["kept", "rebate", "forfeited"],
  recoupment: ["never", "allowed"],
  reimbursableTax: ["non-recoverable", "none"],
  balance: ["cuts", "blocks"],
  late: ["warned", "reason", "refused"],
  needed: ["by-type", "always"],
  belowMinimum: ["carried", "forfeited-at-year-end"],
};

/** Days of a window that are better for partners when they come later, and those better earlier. */
const LATER_IS_BETTER = ["usagePeriod.to", "claimWindow.to", "proofDeadline"];
const EARLIER_IS_BETTER = ["usagePeriod.from", "claimWindow.from"];

/** What a change means for partners, judged from the field alone: a hint for people, no rule. */
export function effectOf(change: TreeChange): Effect {
  const { keys, kind, before, after } = change;
  const last = keys.at(-1) ?? "";
  if (kind === "reordered") return "neutral";
  if (keys[0] === "windows" && keys.length > 2) return ofDay(keys.slice(2).join("."), before, after);
  if (kind === "changed") return ofValue(change, last);
  const item = ofItem(change);
  if (item !== "neutral") return kind === "added" ? item : turned(item);
  // A limit that comes or goes weighs like the worst or best value it could have.
  const limit = MORE_IS_BETTER.has(last) || LESS_IS_BETTER.has(last) ? "worse" : "neutral";
  return kind === "added" ? limit : turned(limit);
}

function ofDay(field: string, before: unknown, after: unknown): Effect {
  if (typeof before !== "string" || typeof after !== "string") return "neutral";
  const later = before < after;
  if (LATER_IS_BETTER.includes(field)) return later ? "better" : "worse";
  if (EARLIER_IS_BETTER.includes(field)) return later ? "worse" : "better";
  return "neutral";
}

/** An item of a list, when it is added. */
function ofItem({ keys, before, after }: TreeChange): Effect {
  const list = keys.at(-2) ?? "";
  const item = isAbsent(after) ? before : after;
  if (list === "evidence" || list === "metrics" || list === "fields")
    return isFields(item) && item["required"] === true ? "worse" : "neutral";
  if (list === "conditions") return isFields(item) && item["severity"] === "blocks" ? "worse" : "neutral";
  if (ITEMS_ARE_GOOD.has(list)) return "better";
  return ITEMS_ARE_BAD.has(list) ? "worse" : "neutral";
}

function ofValue(change: TreeChange, last: string): Effect {
  const { keys, before, after } = change;
  if (typeof before === "boolean" && typeof after === "boolean") {
    if (ON_IS_BETTER.has(last)) return after ? "better" : "worse";
    return ON_IS_WORSE.has(last) ? (after ? "worse" : "better") : "neutral";
  }
  if (Array.isArray(before) && Array.isArray(after)) return ofList(last, before, after);
  const ranks = RANKED[last];
  if (ranks && typeof before === "string" && typeof after === "string") {
    const [from, to] = [ranks.indexOf(before), ranks.indexOf(after)];
    return from < 0 || to < 0 || from === to ? "neutral" : to < from ? "better" : "worse";
  }
  const more = isMore(before, after);
  if (more === undefined) return "neutral";
  const isCap = keys.at(-3) === "caps" || keys[0] === "programCaps";
  if (MORE_IS_BETTER.has(last) || (isCap && last === "amount")) return more ? "better" : "worse";
  return LESS_IS_BETTER.has(last) ? (more ? "worse" : "better") : "neutral";
}

function ofList(last: string, before: readonly unknown[], after: readonly unknown[]): Effect {
  const more = after.some((item) => !before.includes(item));
  const fewer = before.some((item) => !after.includes(item));
  if (more === fewer) return "neutral";
  const good = ITEMS_ARE_GOOD.has(last);
  return good || ITEMS_ARE_BAD.has(last) ? (more === good ? "better" : "worse") : "neutral";
}

/** How much something is, exactly, and of what: only sizes of one measure are compared. */
export interface Size {
  readonly value: bigint;
  readonly measure: string;
}

/** The size of a number, a decimal text, an amount or a length of time; undefined for what has none. */
export function sizeOf(value: unknown): Size | undefined {
  if (typeof value === "number") return Number.isInteger(value) ? sizeOf(String(value)) : undefined;
  if (typeof value === "string") {
    const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(value) ?? [];
    return whole === "" ? undefined : { value: BigInt(`${sign}${whole}${fraction.padEnd(4, "0")}`), measure: "number" };
  }
  if (!isFields(value)) return undefined;
  if ("currency" in value) return measured(value["amount"], String(value["currency"]));
  if ("percent" in value) return measured(value["percent"], "percent");
  const minutes = MINUTES[String(value["unit"] ?? value["kind"])];
  const count = sizeOf(value["count"] ?? value["days"] ?? value["hours"] ?? 1);
  return minutes === undefined || !count ? undefined : { value: minutes * count.value, measure: "time" };
}

/** True when the second is more than the first, false when less; undefined where they cannot be compared or are equal. */
export function isMore(before: unknown, after: unknown): boolean | undefined {
  const [from, to] = [sizeOf(before), sizeOf(after)];
  if (!from || !to || from.measure !== to.measure || from.value === to.value) return undefined;
  return to.value > from.value;
}

function measured(amount: unknown, measure: string): Size | undefined {
  const size = sizeOf(amount);
  return size && { value: size.value, measure };
}

/** Lengths of time in minutes, near enough to tell more from less: a business day counts seven fifths of a day. */
const MINUTES: Readonly<Record<string, bigint>> = {
  hours: 60n,
  days: 1440n,
  calendar: 1440n,
  business: 2016n,
  "business-days": 2016n,
  weeks: 10_080n,
  months: 43_800n,
  quarters: 131_400n,
  years: 525_600n,
  "end-of-next-month": 64_800n,
};

function turned(effect: Effect): Effect {
  if (effect === "neutral") return effect;
  return effect === "better" ? "worse" : "better";
}
