import { invalid } from "../kernel/index.ts";
import type { EditionDocument, ReasonCode } from "./edition-schema.ts";
import type { Edition } from "./program.ts";

/** What a reason is given about. */
export type ReasonSubject = "claim" | "plan";

/** The reasons of an edition that may be given about a claim, or about a plan: those that say nothing of it fit both. */
export function reasonsAbout(document: Pick<EditionDocument, "reasonCodes">, subject: ReasonSubject): ReasonCode[] {
  return document.reasonCodes.filter(({ subjects }) => subjects === undefined || subjects.includes(subject));
}

/** Refuses a reason code that the edition does not have about this subject and for this use; reason codes are data of the edition. */
export function checkReason(
  edition: Edition,
  subject: ReasonSubject,
  code: string,
  use: "action" | "reject" | "cut",
  field = "reasonCode",
): void {
  const fitting = reasonsAbout(edition.document, subject).filter((reason) => reason.usedFor.includes(use));
  if (fitting.some((reason) => reason.code === code)) return;
  const choices = fitting.map((reason) => reason.code);
  throw invalid("reason-unknown", `Give one of the reasons of this program: ${choices.join(", ")}.`, [
    { field, code: "unknown-reason", message: `"${code}" is no reason for this.` },
  ]);
}
