import type { Finding } from "../kernel/index.ts";
import { businessCalendar } from "./business-calendar.ts";
import type { Fault } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { CalendarShape } from "./parts/calendar-schema.ts";
import { validateActivities } from "./validate-activities.ts";
import { validateCalendar } from "./validate-calendar.ts";
import { validateCaps } from "./validate-caps.ts";
import { validateCodes } from "./validate-codes.ts";
import { validateConditionsMet } from "./validate-conditions-met.ts";
import { validateContradictions } from "./validate-contradictions.ts";
import { validateEnrollment } from "./validate-enrollment.ts";
import { validateExpressions } from "./validate-expressions.ts";
import { readForm } from "./validate-form.ts";
import { validateLeast } from "./validate-least.ts";
import { validateReferences } from "./validate-references.ts";
import { validateShareCaps } from "./validate-share-caps.ts";
import { validateSwitches } from "./validate-switches.ts";
import { validateWindows } from "./validate-windows.ts";
import { withWindows } from "./window-rule.ts";

/**
 * Whether a document can be an edition: its form by the schema, then what its parts mean together. Findings that block
 * keep it from being stored; warnings are for the program manager. Takes anything, never throws.
 */
export function validateEdition(document: unknown): readonly Finding[] {
  const read = readForm(resolved(document));
  if (!("program" in read)) return read.map((fault) => toFinding("edition", fault));
  const name = `edition ${read.program}/${read.programYear}`;
  return validateMeaning(read).map((fault) => toFinding(name, fault));
}

/**
 * The document as it is stored: where it gives a rule in place of windows, with the windows that follow from it, counted in
 * business days of its own calendar. Anything else comes back as it is.
 */
export function resolved(document: unknown): unknown {
  const said = typeof document === "object" && document !== null && "calendar" in document ? document.calendar : null;
  const calendar = CalendarShape.safeParse(said).data;
  return withWindows(document, businessCalendar("XX", calendar).isHoliday);
}

function validateMeaning(document: EditionDocument): readonly Fault[] {
  return [
    ...validateWindows(document),
    ...validateCodes(document),
    ...validateReferences(document),
    ...validateActivities(document),
    ...validateCaps(document),
    ...validateLeast(document),
    ...validateShareCaps(document),
    ...validateConditionsMet(document),
    ...validateContradictions(document),
    ...validateExpressions(document),
    ...validateSwitches(document),
    ...validateCalendar(document),
    ...validateEnrollment(document),
  ];
}

function toFinding(name: string, { severity, ...what }: Fault): Finding {
  return { ...what, severity: severity ?? "blocks", source: `${name}, ${what.field}` };
}
