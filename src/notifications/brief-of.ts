import type { Tx } from "../platform/database/index.ts";
import { claimBrief } from "./claim-brief.ts";
import { planBrief } from "./plan-brief.ts";
import { kindOf, type SubjectBrief } from "./subject-brief.ts";

/** Reads the subject of an event of a type. */
export async function briefOf(tx: Tx, eventType: string, subjectId: string): Promise<SubjectBrief | undefined> {
  return kindOf(eventType) === "plan" ? planBrief(tx, subjectId) : claimBrief(tx, subjectId);
}
