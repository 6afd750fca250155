import type { Plan } from "../api/types.ts";
import { daysBetween } from "../i18n/days.ts";

/** A bar of the timeline: where it begins and how long it is, in per cent of the plan's period. */
export interface TimelineRow {
  readonly id: string;
  readonly name: string;
  readonly kind: "campaign" | "activity";
  readonly from: string;
  readonly to: string;
  readonly left: number;
  readonly width: number;
  /** Without days of its own: drawn as long as what it stands in. */
  readonly inherited: boolean;
}

/** A month's first day within the period, with where it stands. */
export interface TimelineMonth {
  readonly day: string;
  readonly left: number;
}

/** Where a day stands in a period, in per cent of its days. */
export function placeOfDay(day: string, period: { from: string; to: string }): number {
  const days = daysBetween(period.from, period.to) + 1;
  return Math.min(100, Math.max(0, (daysBetween(period.from, day) / days) * 100));
}

/** The rows of a plan's timeline, campaign by campaign. What has no days runs as long as what it stands in. */
export function timelineRows(plan: Pick<Plan, "period" | "campaigns">): TimelineRow[] {
  const { period } = plan;
  const row = (
    part: { id: string; name: string; startDate: string | null; endDate: string | null },
    kind: TimelineRow["kind"],
    around: { from: string; to: string },
  ): TimelineRow => {
    const from = part.startDate ?? around.from;
    const to = part.endDate ?? around.to;
    const left = placeOfDay(from, period);
    const end = placeOfDay(to, period) + 100 / (daysBetween(period.from, period.to) + 1);
    return {
      id: part.id,
      name: part.name,
      kind,
      from,
      to,
      left,
      width: Math.max(0.6, Math.min(100, end) - left),
      inherited: part.startDate === null && part.endDate === null,
    };
  };
  return plan.campaigns.flatMap((campaign) => {
    const own = row(campaign, "campaign", period);
    return [own, ...campaign.activities.map((activity) => row(activity, "activity", own))];
  });
}

/** The months that begin within the period. */
export function timelineMonths(period: { from: string; to: string }): TimelineMonth[] {
  const months: TimelineMonth[] = [];
  let [year, month] = [Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7))];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, "0")}-01`;
    if (day > period.to) return months;
    if (day >= period.from) months.push({ day, left: placeOfDay(day, period) });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
