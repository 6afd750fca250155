import { isIsoDate, type SentenceValue, word } from "../../kernel/index.ts";
import { parseAmount } from "../../money/index.ts";
import { isAbsent, isFields } from "./tree-changes.ts";

/** What choices of an edition are called. A choice without a name here is said by its code, in words. */
const CHOICES: Readonly<Record<string, string>> = {
  none: word("none"),
  optional: word("optional"),
  required: word("required"),
  "on-approval": word("when the plan is approved"),
  "before-payment": word("before the payment"),
  "after-payment": word("after the payment"),
  blocks: word("stops the claim"),
  cuts: word("cuts the claim"),
  warns: word("is shown"),
  informs: word("explains"),
  "program-year": word("program year"),
  "half-year": word("half-year"),
  quarter: word("quarter"),
  always: word("always"),
  "by-type": word("as the activity says"),
  rebate: word("paid out as a rebate"),
  forfeited: word("lost"),
  kept: word("kept"),
  carried: word("carried on"),
  never: word("never"),
  vendor: word("the vendor"),
  automatic: word("by itself"),
  allowed: word("allowed"),
  "claim-end": word("end of claiming"),
  "usage-end": word("end of the usage period"),
  "proof-deadline": word("proof deadline"),
  "may-resubmit": word("may be sent again"),
  final: word("final"),
  "non-recoverable": word("tax that is not recovered"),
  claim: word("claim"),
  conference: word("conference"),
  event: word("event"),
  "usage-period": word("usage period"),
  "usage-period-per-program": word("usage period, over the program"),
  "program-year-per-program": word("program year, over the program"),
};

/** Units of lengths of time, for one and for several. */
const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  business: [word("business day"), word("business days")],
  "business-days": [word("business day"), word("business days")],
  calendar: [word("day"), word("days")],
  days: [word("day"), word("days")],
  hours: [word("hour"), word("hours")],
  weeks: [word("week"), word("weeks")],
  months: [word("month"), word("months")],
  quarters: [word("quarter"), word("quarters")],
  years: [word("year"), word("years")],
};
const END_OF_NEXT_MONTH = word("until the end of the next month");
const YES = word("yes");
const NO = word("no");
const NOTHING = word("nothing");

/** Finds what a code is called in the document. */
export type NameOfCode = (code: string) => string | undefined;

/** A value of a document as people read it. */
export function valueInWords(value: unknown, nameOf: NameOfCode, field = ""): SentenceValue {
  if (isAbsent(value)) return NOTHING;
  if (typeof value === "boolean") return value ? YES : NO;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return textInWords(value, nameOf, field);
  if (Array.isArray(value)) {
    return value.length === 0 ? NOTHING : value.map((item) => plain(valueInWords(item, nameOf))).join(", ");
  }
  return isFields(value) ? (amountOf(value) ?? lengthOf(value) ?? percentOf(value) ?? itemName(value)) : NOTHING;
}

/** What an item of a list is called: the first of its names, or its code. */
export function itemName(item: unknown): string {
  if (!isFields(item)) return plain(valueInWords(item, () => undefined));
  for (const key of ["name", "description", "label", "meaning", "text", "title", "message", "code"]) {
    const value = item[key];
    if (typeof value === "string" && value !== "") return shortened(value);
  }
  const texts = Object.values(item).map((value) => plain(valueInWords(value, () => undefined)));
  return shortened(texts.filter((text) => text !== NOTHING).join(", "));
}

/** A text of the width of a line. */
export function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).trimEnd()}…`;
}

function textInWords(text: string, nameOf: NameOfCode, field: string): string {
  if (isIsoDate(text)) return text;
  if (/pct$/i.test(field) || field === "percent" || field === "percents") return `${text} %`;
  const name = nameOf(text) ?? (Object.hasOwn(CHOICES, text) ? CHOICES[text] : undefined);
  if (name !== undefined) return shortened(name);
  return shortened(/^[a-z0-9]+(-[a-z0-9]+)+$/.test(text) ? text.replaceAll("-", " ") : text);
}

function amountOf(value: Readonly<Record<string, unknown>>): SentenceValue | undefined {
  const { amount, currency } = value;
  if (typeof amount !== "string" || typeof currency !== "string") return undefined;
  return typeof parseAmount(amount, currency) === "string" ? `${amount} ${currency}` : { amount, currency };
}

/** `10 business days`: a number and a unit, which the web says in the person's language. */
function lengthOf(value: Readonly<Record<string, unknown>>): string | undefined {
  if (value["kind"] === "end-of-next-month") return END_OF_NEXT_MONTH;
  const unit = String(value["unit"] ?? value["kind"]);
  const count = value["count"] ?? value["days"] ?? value["hours"];
  if (typeof count !== "number" || !Object.hasOwn(UNITS, unit)) return undefined;
  return `${count} ${UNITS[unit]?.[count === 1 ? 0 : 1] ?? unit}`;
}

function percentOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const { percent, percents } = value;
  if (typeof percent === "string") return `${percent} %`;
  return Array.isArray(percents) ? `${percents.map(String).join(", ")} %` : undefined;
}

function plain(value: SentenceValue): string {
  return typeof value === "string" ? value : `${value.amount} ${value.currency}`;
}
