import type { Tx } from "../platform/database/index.ts";
import { accessRequestBrief } from "./access-request-brief.ts";
import { claimBrief } from "./claim-brief.ts";
import { editionBrief } from "./edition-brief.ts";
import { enrollmentBrief } from "./enrollment-brief.ts";
import { planBrief } from "./plan-brief.ts";
import { kindOf, type SubjectBrief } from "./subject-brief.ts";

/** Reads the subject of an event of a type. */
export async function briefOf(tx: Tx, eventType: string, subjectId: string): Promise<SubjectBrief | undefined> {
  switch (kindOf(eventType)) {
    case "claim":
      return claimBrief(tx, subjectId);
    case "plan":
      return planBrief(tx, subjectId);
    case "enrollment":
      return enrollmentBrief(tx, subjectId);
    case "access-request":
      return accessRequestBrief(tx, subjectId);
    case "edition":
      return editionBrief(tx, subjectId);
  }
}
