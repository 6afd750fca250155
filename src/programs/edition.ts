import type { ActivityType } from "./activity-type-schema.ts";
import type { ClaimingWindow, EditionDocument, ReasonCode } from "./edition-schema.ts";

/** What the rules judge by: a document and its version. Every stored edition is one. */
export interface JudgingEdition {
  readonly document: EditionDocument;
  readonly version: number;
}

/** How an edition is called in findings and on screens: `edition coop/FY27 v2`. */
export function editionName({ document, version }: JudgingEdition): string {
  return `edition ${document.program}/${document.programYear} v${version}`;
}

/** The window of a usage period, by its code such as `FY27-H1`. */
export function windowFor(document: EditionDocument, usagePeriodCode: string): ClaimingWindow | undefined {
  return document.windows.find((window) => window.usagePeriod.code === usagePeriodCode);
}

/** The activity type of a code, where the program's class may use it. */
export function activityTypeOf(document: EditionDocument, code: string): ActivityType | undefined {
  const type = document.activityTypes.find((candidate) => candidate.code === code);
  return type?.excludedProgramClasses?.includes(document.programClass) ? undefined : type;
}

/** The catalogue as the program's class may use it, in the order of the document. */
export function catalogueOf(document: EditionDocument): readonly ActivityType[] {
  return document.activityTypes.filter((type) => !type.excludedProgramClasses?.includes(document.programClass));
}

/** The reason code of the edition, if it has it. */
export function reasonCodeOf(document: EditionDocument, code: string): ReasonCode | undefined {
  return document.reasonCodes.find((reason) => reason.code === code);
}
