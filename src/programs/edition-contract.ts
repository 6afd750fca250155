import { z } from "zod";
import type { BodyReader } from "../platform/http/index.ts";
import { AbilitiesWire, DateWire, FaceWire, FindingWire, idWire, TimeWire, WordsWire } from "../platform/http/index.ts";
import { type ReadEdition, readSource, sourceFormat } from "./edition-source.ts";
import { ProgramYear } from "./edition-values.ts";
import { EditionStatusWire } from "./program-contract.ts";

const Who = z
  .object({ name: z.string() })
  .nullable()
  .describe("Null where it is not for the reader, or was the program");

/** An edition as those who write it see it. */
export const EditionVersion = z
  .object({
    id: idWire("edition"),
    program: z.string(),
    programYear: z.string(),
    version: z.number().int().describe("Number of the version in its program year"),
    revision: z.number().int().describe("Counts every change of this version; its ETag"),
    status: EditionStatusWire,
    face: FaceWire,
    startsOn: DateWire,
    endsOn: DateWire,
    effectiveOn: DateWire.nullable().describe("First day on which this version is in force; null until published"),
    effectiveTo: DateWire.nullable().describe("Last day on which it is in force, unless it was superseded"),
    documentHash: z.string().describe("SHA-256 of the document in canonical form"),
    document: z.unknown().describe("The document; that of a draft may be incomplete"),
    source: z
      .object({ format: z.enum(["json", "yaml"]), text: z.string() })
      .nullable()
      .describe("The text it was written in, with its comments; for the vendor's side only"),
    createdAt: TimeWire,
    createdBy: Who,
    updatedAt: TimeWire,
    updatedBy: Who,
    publishedAt: TimeWire.nullable(),
    publishedBy: Who,
    request: z
      .object({ at: TimeWire, by: Who, effectiveOn: DateWire })
      .nullable()
      .describe("Who asked for publication, where it takes two people"),
    abilities: AbilitiesWire,
  })
  .meta({ id: "EditionVersion" });

/** What validating a draft says. */
export const EditionValidation = z
  .object({
    id: idWire("edition"),
    revision: z.number().int(),
    status: EditionStatusWire,
    valid: z.boolean().describe("Whether nothing blocks, so that it can be published"),
    findings: z.array(
      z.object({
        path: z.string().describe("Path in the document: `activityTypes[3].caps[0]`; empty for the whole"),
        line: z.number().int().optional().describe("Line of the text, from 1, where the draft was written as text"),
        code: z.string(),
        severity: FindingWire.shape.severity,
        message: z.string().describe("What to correct"),
        words: WordsWire.optional().describe("The message for every language"),
        found: z.string(),
        allowed: z.string(),
      }),
    ),
  })
  .meta({ id: "EditionValidation" });

/** One line of the history of an edition. */
export const EditionHistory = z
  .object({
    items: z.array(
      z.object({
        id: idWire("event"),
        at: TimeWire,
        type: z.string(),
        label: z.string(),
        actor: z.object({ name: z.string(), side: z.string() }),
        from: EditionStatusWire.nullable(),
        to: EditionStatusWire.nullable(),
        effectiveOn: DateWire.nullable(),
      }),
    ),
  })
  .meta({ id: "EditionHistory" });

/** POST /editions/{id}/publication */
export const PublicationBody = z
  .strictObject({
    effectiveOn: DateWire.optional().describe("First day on which it is in force; the first of the year unless said"),
  })
  .meta({ id: "PublicationBody" });

/** POST /editions/{id}/copy */
export const CopyEditionBody = z
  .strictObject({ programYear: ProgramYear.optional().describe("Another year, to which its dates are moved") })
  .meta({ id: "CopyEditionBody" });

/** A step that takes nothing. */
export const NoBody = z.strictObject({});

/** PUT /settings/publication */
export const PublicationSettingBody = z
  .strictObject({ twoPeople: z.boolean().describe("Whether publishing an edition takes two people") })
  .meta({ id: "PublicationSettingBody" });

/** Whether publishing an edition takes two people. */
export const PublicationSettingWire = z
  .object({ twoPeople: z.boolean(), version: z.number().int(), abilities: AbilitiesWire })
  .meta({ id: "PublicationSetting" });

/** The text of an edition as the body of a request: JSON or YAML, by its content type. */
export const EditionText = z
  .custom<ReadEdition>(() => true)
  .meta({ description: "The document of an edition, of the form of `Edition`; a draft may be incomplete" });

/** Reads the body of a request as the text of an edition. */
export const editionText: BodyReader = {
  types: ["application/json", "application/yaml"],
  read: (raw, contentType): ReadEdition =>
    readSource({ format: sourceFormat(contentType), text: raw?.toString("utf8") ?? "" }),
};
