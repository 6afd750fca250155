import { z } from "zod";
import { type IdKind, idText, isIsoDate, uuidOf } from "../../kernel/index.ts";
import { type AmountFault, type Money, parseAmount } from "../../money/index.ts";

const FAULTS: Readonly<Record<AmountFault, string>> = {
  "not-a-number": "Write the amount as digits with a point, such as 1234.50.",
  "too-many-decimals": "This currency does not have so many decimals.",
  "too-large": "This amount is larger than the program accepts.",
  "unknown-currency": "This is no currency code of ISO 4217.",
};

/** An amount as it is written in responses. */
export const MoneyWire = z
  .object({
    amount: z.string().describe("Decimal text with exactly the decimals of the currency"),
    currency: z.string().describe("ISO 4217 code"),
  })
  .meta({ id: "Money", description: 'An amount: {"amount": "1234.50", "currency": "EUR"}' });

/** An amount in a request: read exactly, refused with a code when it cannot be. Any sign. */
export const MoneyIn = z
  .strictObject({ amount: z.string().max(40), currency: z.string().length(3) })
  .transform((value, context): Money => {
    const parsed = parseAmount(value.amount.trim(), value.currency);
    if (typeof parsed !== "string") return parsed;
    context.addIssue({
      code: "custom",
      message: FAULTS[parsed],
      params: { code: parsed },
      path: [parsed === "unknown-currency" ? "currency" : "amount"],
    });
    return z.NEVER;
  });

/** An amount in a request that must be above nothing. */
export const PositiveMoneyIn = MoneyIn.refine((value) => value.minor > 0n, {
  message: "The amount must be above zero.",
  path: ["amount"],
  params: { code: "not-positive" },
});

/** An amount in a request that may be nothing, but not less. */
export const NonNegativeMoneyIn = MoneyIn.refine((value) => value.minor >= 0n, {
  message: "The amount must not be below zero.",
  path: ["amount"],
  params: { code: "negative" },
});

/** A date of the calendar as `2026-06-30`. */
export const DateWire = z
  .string()
  .refine(isIsoDate, { message: "Write a date of the calendar as YYYY-MM-DD.", params: { code: "not-a-date" } })
  .describe("Date, YYYY-MM-DD");

/** A moment as RFC 3339 in UTC. */
export const TimeWire = z
  .string()
  .overwrite((text) => text.replace(/\.000Z$/, "Z"))
  .describe("Time, RFC 3339 UTC");

/** A span of days with its code; both days inclusive. */
export const PeriodWire = z.object({ code: z.string(), from: DateWire, to: DateWire }).meta({ id: "Period" });

/** An id of a kind in a response. */
export function idWire(kind: IdKind) {
  return z.string().describe(`Id: ${idText(kind, "00000000-0000-0000-0000-000000000000").slice(0, 4)}…`);
}

/** An id of a kind in a body: its UUID, or a refusal of the field. */
export function idIn(kind: IdKind) {
  return z.string().transform((text, context): string => {
    const uuid = uuidOf(kind, text);
    if (uuid !== undefined) return uuid;
    context.addIssue({ code: "custom", message: `This is no id of a ${kind}.`, params: { code: "unknown-id" } });
    return z.NEVER;
  });
}

/** An id of a kind in a path. A text that is no such id is answered like an unknown one: 404. */
export const idParam = idIn;

/** `{id}` in a path, of a kind. */
export function idParams(kind: IdKind) {
  return z.object({ id: idParam(kind) });
}

/** A sentence in a form that can be said in every language: a message with `{places}`, and what stands in them. */
export const WordsWire = z
  .object({
    message: z.string().describe("English, with {places}; the key of its translations"),
    values: z.record(z.string(), z.union([z.string(), MoneyWire])).optional(),
  })
  .meta({ id: "Words" });

/** What an actor may do with a resource, and why not. */
export const AbilitiesWire = z
  .record(
    z.string(),
    z.object({
      allowed: z.boolean(),
      reason: z.string().optional(),
      message: z.string().optional(),
      words: WordsWire.optional(),
    }),
  )
  .meta({ id: "Abilities" });

/** How a status is called and looks for the side that asks. */
export const FaceWire = z
  .object({ tone: z.enum(["neutral", "in-progress", "needs-you", "done", "refused"]), label: z.string() })
  .meta({ id: "Face" });

/** A finding of the rules engine on the wire. */
export const FindingWire = z
  .object({
    rule: z.string(),
    severity: z.enum(["blocks", "cuts", "warns", "informs"]),
    field: z.string(),
    found: z.string(),
    allowed: z.string(),
    effect: MoneyWire.optional(),
    source: z.string(),
    remedy: z.string(),
    words: WordsWire.optional().describe("The remedy for every language"),
    reasonCode: z.string().optional(),
  })
  .meta({ id: "Finding" });

/** Text of a person: trimmed, never empty, without control characters, up to `max` characters. */
export function textIn(max: number) {
  return z
    .string()
    .transform((text) =>
      text
        .normalize("NFC")
        .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (c) => (c === "\n" || c === "\t" ? c : ""))
        .trim(),
    )
    .pipe(z.string().min(1, "Write something here.").max(max, `At most ${max} characters.`));
}

/** Bodies of steps that need no words. */
export const EmptyBody = z.strictObject({}).meta({ id: "Empty" });
