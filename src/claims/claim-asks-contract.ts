import { z } from "zod";

const share = z.object({ usual: z.string().nullable().describe("What counts where nothing was agreed") });

/** What the edition asks of a claim beside what every claim says. */
export const ClaimAsksWire = z
  .object({
    fields: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(["text", "number", "date", "amount", "choice", "yes-no"]),
          required: z.boolean(),
          hint: z.string().optional(),
          pattern: z.string().optional().describe("* is any text, # a digit, everything else itself"),
          choices: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
        }),
      )
      .describe("The program's own fields that are for this activity type, in its order"),
    name: z.object({ pattern: z.string(), example: z.string() }).nullable().describe("Form that the name must have"),
    sponsors: z.boolean().describe("Whether the number of vendors that pay together matters"),
    event: z.boolean().describe("Whether claims of one event count together"),
    share: z
      .object({
        text: z.string().describe("What the vendor pays of the eligible cost, such as `50 %`"),
        agreed: z
          .discriminatedUnion("kind", [
            share.extend({ kind: z.literal("list"), percents: z.array(z.string()) }),
            share.extend({ kind: z.literal("range"), from: z.string(), to: z.string() }),
          ])
          .nullable()
          .describe("What may be agreed; null where there is no choice"),
      })
      .nullable()
      .describe("The vendor's part of the cost; null where it pays all"),
    firstClaim: z
      .boolean()
      .nullable()
      .describe("Whether it is the first claim of the location in the program; null where that changes nothing"),
  })
  .meta({ id: "ClaimAsks" });
