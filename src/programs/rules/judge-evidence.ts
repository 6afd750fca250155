import { type Finding, sentence } from "../../kernel/index.ts";
import type { EvidenceSlot } from "../parts/evidence-schema.ts";
import { type Case, finding, isBlank, type Rule } from "./case.ts";
import { acceptedCodes, canFill, slotStates } from "./evidence-slots.ts";

/** What proves the work is there, each document with a note (rulebook 3.4, 6, 6.8). */
export const judgeEvidence: Rule = (c) => [...missing(c), ...documents(c)];

function missing(c: Case): Finding[] {
  return slotStates(c)
    .filter((state) => state.required && !state.filled)
    .map(({ slot, at, accepts }) => {
      const linkOnly = c.subject.documents.some((d) => accepts.includes(d.evidenceCode) && !canFill(slot, d));
      return finding(c, {
        rule: "evidence.missing",
        severity: "blocks",
        field: `documents.${slot.code}`,
        found: linkOnly ? "a link" : "nothing",
        allowed: allowedText(slot),
        at,
        remedy: linkOnly
          ? sentence("Add a picture or PDF in place of the link: {proof}.", { proof: slot.description })
          : slot.allowsLink
            ? sentence("Add a picture or PDF or a link: {proof}.", { proof: slot.description })
            : sentence("Add a picture or PDF: {proof}.", { proof: slot.description }),
        reasonCode: "evidence-missing",
      });
    });
}

function allowedText({ code, alternatives, alternativeSets = [] }: EvidenceSlot): string {
  const sets = alternativeSets.map((set) => set.join(" with "));
  const single = alternatives.length > 0 ? `one of ${alternatives.join(", ")}` : code;
  return sets.length === 0 ? single : `${single}, or ${sets.join(", or ")}`;
}

function documents(c: Case): Finding[] {
  const accepted = acceptedCodes(c);
  return c.subject.documents.flatMap((document, d) => {
    const note = isBlank(document.note)
      ? [
          finding(c, {
            rule: "evidence.note-missing",
            severity: "blocks",
            field: `documents[${d}].note`,
            found: "nothing",
            allowed: "a sentence",
            at: c.typePath,
            remedy: sentence("Say in a sentence what this document shows."),
            reasonCode: "note-missing",
          }),
        ]
      : [];
    if (!c.type || accepted.has(document.evidenceCode)) return note;
    const other = finding(c, {
      rule: "evidence.not-asked",
      severity: "warns",
      field: `documents[${d}].evidenceCode`,
      found: document.evidenceCode,
      allowed: [...accepted].join(", "),
      at: `${c.typePath}.evidence`,
      remedy: sentence("Put the document into one of the slots of this activity type, or under other."),
      reasonCode: "evidence-wrong-activity",
    });
    return [...note, other];
  });
}
