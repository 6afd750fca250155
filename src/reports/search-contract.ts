import { z } from "zod";
import { FaceWire } from "../platform/http/index.ts";

/** Kinds of things that can be found, in the order in which they stand in a list of equals. */
export const SEARCH_KINDS = ["claim", "plan", "fund", "program", "partner", "location"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** GET /search */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).describe("Words, each of which must be part of a number or a name"),
  kind: z.enum(SEARCH_KINDS).optional().describe("Only things of this kind"),
  limit: z.coerce.number().int().min(1).max(20).default(5).describe("Most things of one kind"),
});
export type SearchQuery = z.output<typeof SearchQuery>;

/** Something that was found. */
export const SearchItem = z
  .object({
    kind: z.enum(SEARCH_KINDS),
    id: z.string(),
    number: z
      .string()
      .optional()
      .describe("What people quote: the number of a claim or plan, the PartnerID of a location"),
    title: z.string(),
    subtitle: z.string().describe("Where it belongs: partner, location, program, period"),
    face: FaceWire.optional(),
    link: z.string().describe("Its page in the web"),
  })
  .meta({ id: "SearchItem" });
export type SearchItem = z.input<typeof SearchItem>;

/** What was found, best first. */
export const SearchResult = z.object({ items: z.array(SearchItem) }).meta({ id: "SearchResult" });
