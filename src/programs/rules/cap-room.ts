import type { Money } from "../../money/index.ts";
import type { ActivityType } from "../activity-type-schema.ts";
import type { JudgingEdition } from "../edition.ts";
import { allCapsOf, type BindingCap, limitOf, TOTAL_KINDS, type TotalCap, usedBefore } from "./caps.ts";
import { type Case, caseOf } from "./case.ts";
import type { ApprovedBefore, FundFacts } from "./facts.ts";

type Cap = ActivityType["caps"][number];

/** A cap with what it allows and what was used of it. */
export interface CapRoom {
  readonly cap: Cap;
  /** Most that may be approved; null where it depends on the lines, or needs a rate that is not there. */
  readonly limit: Money | null;
  /** What other claims of the usage period used of it. */
  readonly used: Money;
  /** The limit less what was used, never below nothing. */
  readonly left: Money | null;
}

/** What the caps of an activity type leave of a fund, before anything is claimed. */
export interface ActivityRoom {
  readonly caps: readonly CapRoom[];
  /** Most that a claim can bring: what is left of the fund, or what a cap over all of the cost leaves. */
  readonly most: Money;
  readonly limitedBy: "balance" | "cap";
}

/** What the rules know of a fund before there is a claim. */
export interface RoomFacts {
  readonly fund: FundFacts;
  readonly usagePeriod: string;
  readonly approvedBefore: readonly ApprovedBefore[];
}

/**
 * What a claim of an activity type could bring at most, by the same caps and in the same arithmetic as `evaluate` cuts lines
 * (rulebook 6, T44 to T49). Caps that count only some kinds of cost, or persons, are told but do not lower `most`.
 */
export function activityRoom(edition: JudgingEdition, type: ActivityType, known: RoomFacts): ActivityRoom {
  const c = emptyCase(edition, type, known);
  const { currency } = known.fund;
  const caps = allCapsOf(c).map((binding) => roomOf(c, binding));
  const available = known.fund.available.minor < 0n ? 0n : known.fund.available.minor;
  const lefts = caps.flatMap(({ cap, left }) => (left && countsAllOf(cap, type) ? [left.minor] : []));
  const most = lefts.reduce((least, left) => (left < least ? left : least), available);
  return { caps, most: { minor: most, currency }, limitedBy: most < available ? "cap" : "balance" };
}

function roomOf(c: Case, binding: BindingCap): CapRoom {
  const { currency } = c.subject;
  const { cap } = binding;
  const used = { minor: usedBefore(c, binding), currency };
  const minor = isTotal(cap) ? limitOf(c, cap) : undefined;
  if (minor === undefined) return { cap, limit: null, used, left: null };
  const left = minor - used.minor;
  return { cap, limit: { minor, currency }, used, left: { minor: left < 0n ? 0n : left, currency } };
}

function isTotal(cap: Cap): cap is TotalCap {
  return TOTAL_KINDS.some((kind) => kind === cap.kind);
}

/** True when no cost of the activity escapes the cap. */
function countsAllOf(cap: Cap, type: ActivityType): boolean {
  return (
    !cap.appliesToExpenses || type.eligibleExpenses.every((code) => cap.appliesToExpenses?.includes(code) === true)
  );
}

/** A case without a claim: what the caps look at is the fund and what was approved before. */
function emptyCase(edition: JudgingEdition, type: ActivityType, known: RoomFacts): Case {
  const { currency } = known.fund;
  return caseOf(
    edition,
    {
      activityType: type.code,
      usagePeriod: known.usagePeriod,
      executionDate: null,
      currency,
      amountClaimed: null,
      preApprovalId: null,
      planActivity: null,
      invoices: [],
      certifications: [],
      documents: [],
      metrics: {},
    },
    {
      today: "",
      stage: "draft",
      submittedOn: null,
      fund: known.fund,
      reservedByThisClaim: null,
      approvedBefore: known.approvedBefore,
      duplicates: [],
      enrolled: true,
      payoutReady: true,
      partnerNames: [],
      rates: [],
    },
  );
}
