import type { DateRange, Finding, IsoDate, Sentence, Severity } from "../../kernel/index.ts";
import {
  type ActivityType,
  activityTypeOf,
  editionName,
  type JudgingEdition,
  reasonCodeOf,
} from "../../programs/index.ts";
import type { PlanFacts, PlanSubject, SubjectActivity, SubjectCampaign } from "./plan-subject.ts";

/** A plan laid out for the rules: what each of them reads, looked up once. */
export interface PlanCase {
  readonly edition: JudgingEdition;
  readonly subject: PlanSubject;
  readonly facts: PlanFacts;
  readonly campaigns: readonly CampaignCase[];
}

/** A campaign with its place in the plan. */
export interface CampaignCase extends SubjectCampaign {
  /** Path of its fields: `campaigns[0]`. */
  readonly path: string;
  /** Its days, where both are named. */
  readonly days: DateRange | undefined;
  readonly cases: readonly ActivityCase[];
}

/** An activity with its place in the plan and its type. */
export interface ActivityCase extends SubjectActivity {
  readonly path: string;
  readonly type: ActivityType | undefined;
  /** Path of the activity type in the edition: `activityTypes[3]`. */
  readonly typePath: string;
  /** The days on which it runs: its own, and its campaign's where it names none. */
  readonly days: DateRange | undefined;
}

/** A rule: from a case to what it found. Pure, total, and blind to the other rules. */
export type PlanRule = (c: PlanCase) => readonly Finding[];

/** Lays a plan out for the rules. */
export function planCase(edition: JudgingEdition, subject: PlanSubject, facts: PlanFacts): PlanCase {
  const campaigns = subject.campaigns.map((campaign, index): CampaignCase => {
    const path = `campaigns[${index}]`;
    return {
      ...campaign,
      path,
      days: rangeOf(campaign.startDate, campaign.endDate),
      cases: campaign.activities.map((activity, at) =>
        activityCase(edition, campaign, activity, `${path}.activities[${at}]`),
      ),
    };
  });
  return { edition, subject, facts, campaigns };
}

function activityCase(
  { document }: JudgingEdition,
  campaign: SubjectCampaign,
  activity: SubjectActivity,
  path: string,
): ActivityCase {
  const type = activityTypeOf(document, activity.activityType);
  return {
    ...activity,
    path,
    type,
    typePath: type ? `activityTypes[${document.activityTypes.indexOf(type)}]` : "activityTypes",
    days: rangeOf(activity.startDate ?? campaign.startDate, activity.endDate ?? campaign.endDate),
  };
}

function rangeOf(from: IsoDate | null, to: IsoDate | null): DateRange | undefined {
  return from === null || to === null ? undefined : { from, to };
}

/** Every activity of the plan. */
export function activitiesIn(c: PlanCase): readonly ActivityCase[] {
  return c.campaigns.flatMap((campaign) => campaign.cases);
}

/** What a rule says; `at` is the path in the edition document where the rule stands. */
export interface PlanSaid {
  readonly rule: string;
  readonly severity: Severity;
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
  readonly at: string;
  readonly remedy: Sentence;
  readonly reasonCode?: string;
}

/** Makes a finding: names the source, and the reason code where the edition has it. */
export function planFinding(c: PlanCase, said: PlanSaid): Finding {
  const { at, reasonCode, remedy, ...rest } = said;
  return {
    ...rest,
    source: `${editionName(c.edition)}, ${at}`,
    remedy: remedy.text,
    words: remedy.words,
    ...(reasonCode !== undefined && reasonCodeOf(c.edition.document, reasonCode) ? { reasonCode } : {}),
  };
}
