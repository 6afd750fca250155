import { z } from "zod";
import { idText } from "../kernel/index.ts";
import { DateWire, idWire, listOf, TimeWire } from "../platform/http/index.ts";
import { ActivityTypeShape } from "./activity-type-schema.ts";
import type { Deadline } from "./deadline.ts";
import { ClaimingWindow, EditionShape, PROGRAM_KINDS } from "./edition-schema.ts";
import { Code, ProgramYear } from "./edition-values.ts";
import type { Edition, EditionHead, Program } from "./program.ts";

/** Statuses of an edition on the wire. */
export const EditionStatusWire = z.enum(["draft", "validated", "publication_requested", "published", "superseded"]);

/** A program as lists and pages show it, with what its edition in force says. */
export const ProgramResource = z
  .object({
    id: idWire("program"),
    code: z.string(),
    name: z.string(),
    kind: z.array(z.enum(PROGRAM_KINDS)),
    status: z.enum(["open", "closed", "discontinued"]),
    openEnrollment: z.boolean(),
    published: z
      .boolean()
      .describe("Whether an edition was ever published; until then partners do not see the program"),
    programYear: z.string().nullable().describe("Program year of the edition in force today; null when there is none"),
    planMode: z.enum(["none", "optional", "required"]).nullable(),
    poeTiming: z.enum(["before-payment", "after-payment"]).nullable(),
    timeZone: z.string().nullable().describe("Zone in which the program's days begin and end"),
  })
  .meta({ id: "Program" });

/** A page of programs. */
export const ProgramList = listOf(ProgramResource);

/** An edition without its rules. */
export const EditionSummary = z
  .object({
    id: idWire("edition"),
    program: z.string(),
    programYear: z.string(),
    version: z.number().int(),
    status: EditionStatusWire,
    startsOn: DateWire,
    endsOn: DateWire,
    effectiveOn: DateWire.nullable().describe("First day on which this version is in force; null until published"),
    effectiveTo: DateWire.nullable().describe("Last day on which it is in force, unless it was superseded"),
    documentHash: z.string().describe("SHA-256 of the document in canonical form"),
    publishedAt: TimeWire.nullable(),
  })
  .meta({ id: "EditionSummary" });

/** A page of editions. */
export const EditionList = listOf(EditionSummary);

/** The whole document of an edition, with which version of it this is. */
export const EditionResource = EditionShape.extend({
  id: idWire("edition"),
  version: z.number().int(),
  status: EditionStatusWire,
  effectiveOn: DateWire.nullable(),
  effectiveTo: DateWire.nullable(),
  documentHash: z.string().describe("SHA-256 of the document in canonical form"),
  publishedAt: TimeWire.nullable(),
}).meta({ id: "Edition" });

/** Windows of all published editions. */
export const WindowList = z.object({ items: z.array(ClaimingWindow) });

/** The catalogue of an edition. */
export const ActivityTypeList = z.object({ items: z.array(ActivityTypeShape) });

/** A deadline, as a moment and as a date in the zone it was promised in. */
export const DeadlineResource = z
  .object({ dueAt: TimeWire, dueOn: DateWire, warning: z.string().optional() })
  .meta({ id: "Deadline" });

/** `{code}` in a path. */
export const programParams = z.object({ code: Code });
/** `{code}` and `{programYear}` in a path. */
export const editionParams = z.object({ code: Code, programYear: ProgramYear });
/** `?on=DATE`. */
export const onQuery = z.strictObject({ on: DateWire.optional() });

/** What `/calendar/deadline` is asked. */
export const deadlineQuery = z.strictObject({
  from: z
    .string()
    // A plus sign that was not escaped arrives as a space.
    .transform((text) => text.replace(/ (\d\d:\d\d)$/, "+$1"))
    .pipe(z.iso.datetime({ offset: true, message: "Write a time as 2026-11-23T10:00:00Z." }))
    .transform((text) => new Date(text))
    .refine(inReach, "Name a time between 1970 and 2199."),
  days: z
    .string()
    .regex(/^\d{1,3}$/, "Write a whole number of days from 0 to 366.")
    .transform(Number)
    .refine((days) => days <= 366, "Write a whole number of days from 0 to 366."),
  kind: z.enum(["business", "calendar"]),
  market: z
    .string()
    .regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$/, "Name a market by its country, such as US or DE-BY; XX for none.")
    .default("XX"),
  program: Code.optional().describe(
    "Program in whose zone the day ends and whose edited business days count; without it, the vendor's zone",
  ),
});

function inReach(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= 1970 && year < 2200;
}

/** A program on the wire, with its edition in force. */
export function programWire(program: Program, edition: Edition | undefined): z.input<typeof ProgramResource> {
  return {
    id: idText("program", program.id),
    code: program.code,
    name: program.name,
    kind: z.array(z.enum(PROGRAM_KINDS)).parse(program.kind),
    status: program.status,
    openEnrollment: program.openEnrollment,
    published: program.published,
    programYear: edition?.programYear ?? null,
    planMode: edition?.document.planMode ?? null,
    poeTiming: edition?.document.poeTiming ?? null,
    timeZone: edition?.document.timeZone ?? null,
  };
}

/** An edition on the wire without its rules. */
export function editionSummaryWire(head: EditionHead): z.input<typeof EditionSummary> {
  return {
    id: idText("edition", head.id),
    program: head.programCode,
    programYear: head.programYear,
    version: head.version,
    status: head.status,
    startsOn: head.startsOn,
    endsOn: head.endsOn,
    effectiveOn: head.effectiveOn,
    effectiveTo: head.effectiveTo,
    documentHash: head.documentHash,
    publishedAt: head.publishedAt?.toISOString() ?? null,
  };
}

/** An edition on the wire with all its rules. */
export function editionWire(edition: Edition): z.input<typeof EditionResource> {
  const { id, version, status, effectiveOn, effectiveTo, documentHash, publishedAt } = editionSummaryWire(edition);
  return { ...edition.document, id, version, status, effectiveOn, effectiveTo, documentHash, publishedAt };
}

/** A deadline on the wire; it always falls on a whole second. */
export function deadlineWire({ dueAt, dueOn, warning }: Deadline): z.input<typeof DeadlineResource> {
  const time = dueAt.toISOString().replace(".000Z", "Z");
  return { dueAt: time, dueOn, ...(warning === undefined ? {} : { warning }) };
}
