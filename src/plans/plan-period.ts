import { addDays, contains, type IsoDate, type Period } from "../kernel/index.ts";
import { type ClaimingWindow, type EditionDocument, periodOf } from "../programs/index.ts";

/** What decides when a plan may be made and sent. */
type Timing = Pick<EditionDocument, "startsOn" | "endsOn" | "planResubmissionDays">;

/** What a plan of a fund type is for. */
export type PlanPeriodKind = EditionDocument["fundTypes"][number]["planPeriodKind"];

const KIND_OF: Readonly<Record<PlanPeriodKind, RegExp>> = {
  "program-year": /^FY\d{2}$/,
  "half-year": /-H[12]$/,
  quarter: /-Q[1-4]$/,
};

/** The period behind a code, when it is one of the kind the fund type plans by and lies in the program year of the edition. */
export function planPeriod(document: EditionDocument, kind: PlanPeriodKind, code: string): Period | undefined {
  const period = periodOf(code, Number(document.startsOn.slice(5, 7)));
  if (!period || period.code !== code || !contains({ from: document.startsOn, to: document.endsOn }, period.from))
    return undefined;
  return KIND_OF[kind].test(period.code) ? period : undefined;
}

/** The last day on which a plan may be created and submitted for the first time: that of the program year (rulebook 5.6, T22). */
export function firstSubmissionUntil({ endsOn }: Timing): IsoDate {
  return endsOn;
}

/** The last day on which a returned or rejected plan may be submitted again: 90 days later, unless the edition says otherwise (T22). */
export function resubmissionUntil({ endsOn, planResubmissionDays }: Timing): IsoDate {
  return addDays(endsOn, planResubmissionDays);
}

/** The windows whose usage period lies in the plan's period: when its activities are done, claimed and proven. */
export function windowsOf(document: EditionDocument, period: Period): readonly ClaimingWindow[] {
  return document.windows.filter(({ usagePeriod }) => usagePeriod.from >= period.from && usagePeriod.to <= period.to);
}

/** The day after which nothing of the plan can be proven any more; the end of the period where it has no window. */
export function lastProofDeadline(document: EditionDocument, period: Period): IsoDate {
  return windowsOf(document, period).reduce(
    (last, { proofDeadline }) => (proofDeadline > last ? proofDeadline : last),
    period.to,
  );
}
