import { z } from "zod";
import { AbilitiesWire, idIn, textIn } from "../platform/http/index.ts";
import { EditionValidation } from "./edition-contract.ts";
import { PROGRAM_KINDS } from "./edition-schema.ts";
import { Code, CurrencyCode, ProgramYear } from "./edition-values.ts";
import { EditionSummary, ProgramResource } from "./program-contract.ts";

const BEGINNINGS = ["template", "edition", "document"] as const;

/** POST /programs: what the program shall be, and what its first draft is made from. */
export const StartProgramBody = z
  .strictObject({
    code: Code,
    name: textIn(200),
    programYear: ProgramYear.optional().describe("Its dates are moved there; the year of the template unless said"),
    currency: CurrencyCode.optional().describe("Currency of its funds; those of the template unless said"),
    template: z.string().max(80).optional().describe("Code of a template of GET /program-templates"),
    edition: idIn("edition").optional().describe("Id of an edition that is copied"),
    document: z.record(z.string().max(80), z.unknown()).optional().describe("An edition of one's own, whole"),
  })
  .refine(
    (body: { readonly [name: string]: unknown }) => BEGINNINGS.filter((name) => body[name] !== undefined).length === 1,
    {
      path: ["template"],
      message: "Name what it begins with: a template, an edition or a document, one of them.",
      params: { code: "one-beginning" },
      when: ({ value }) => typeof value === "object" && value !== null,
    },
  )
  .meta({ id: "StartProgram" });

/** A program that was begun, with its draft and what is still to be corrected in it. */
export const StartedProgramResource = ProgramResource.extend({
  draft: EditionSummary,
  findings: EditionValidation.shape.findings,
}).meta({ id: "StartedProgram" });

/** What a program can be begun with. */
export const ProgramTemplateList = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.array(z.enum(PROGRAM_KINDS)),
        programYear: z.string(),
        startsOn: z.string().describe("First day of its program year, as 2026-07-01"),
        currencies: z.array(z.string()),
        activityTypes: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
    abilities: AbilitiesWire.describe("Whether the reader may begin a program, and why not"),
  })
  .meta({ id: "ProgramTemplates" });
