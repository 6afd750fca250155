import type { Right } from "../identity/index.ts";
import type { IdKind } from "../kernel/index.ts";

/** What a notification can be about. */
export type SubjectKind = "claim" | "plan" | "enrollment" | "access-request" | "edition";

/** What a notification needs to know of the claim or plan an event is about. */
export interface SubjectBrief {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly round: number;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly programId: string;
  readonly programName: string;
  /** Null when it is about all locations of the partner, or about none. */
  readonly locationId: string | null;
  readonly locationName: string;
  /** Who made it and who sent it last. */
  readonly authors: readonly string[];
  /** Who has it in hand at the vendor; null when nobody. */
  readonly inCharge: string | null;
  /** The day by which the partner must answer; null while no clock of the partner runs. */
  readonly answerBy: string | null;
  /** Names of requirements that are not met, where it is about taking part. */
  readonly unmet?: string;
}

/** The kind of id that each subject has. */
export const ID_OF: Readonly<Record<SubjectKind, IdKind>> = {
  claim: "claim",
  plan: "plan",
  enrollment: "enrollment",
  "access-request": "accessRequest",
  edition: "edition",
};

/** The rights by which people are found who may be told about a subject. */
export const RIGHTS_FOR: Readonly<Record<SubjectKind, Readonly<Record<"review" | "edit" | "view", Right>>>> = {
  claim: { review: "claim.review", edit: "claim.edit", view: "claim.view" },
  plan: { review: "plan.review", edit: "plan.edit", view: "plan.view" },
  enrollment: { review: "program.maintain", edit: "enrollment.answer", view: "program.view" },
  "access-request": { review: "person.manage", edit: "role.assign", view: "role.assign" },
  edition: { review: "program.maintain", edit: "claim.edit", view: "program.view" },
};

/** The kind of subject an event is about, by its type: `plan.submitted` is about a plan. */
export function kindOf(eventType: string): SubjectKind {
  const [kind = ""] = eventType.split(".");
  return kind === "plan" || kind === "edition" || kind === "enrollment" || kind === "access-request" ? kind : "claim";
}
