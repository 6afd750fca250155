import { type Finding, isIsoDate, sentence } from "../../kernel/index.ts";
import { parseAmount } from "../../money/index.ts";
import type { EditionDocument } from "../edition-schema.ts";
import type { ClaimField } from "../parts/field-schema.ts";
import { asWritten, finding, isBlank, type Rule, type Said } from "./case.ts";
import { textOf } from "./expressions/facts-of.ts";
import { like } from "./pattern.ts";

/** The fields that the program asks for beside those of every claim, and the form of the claim's name. */
export const judgeFields: Rule = (c) => {
  const said = [...fieldFaults(c.document, c.subject, "claim"), ...nameFault(c.document, c.subject.name)];
  return said.map((each): Finding => finding(c, each));
};

/** What is wrong with the values of the program's own fields, on a claim or on a request. */
export function fieldFaults(
  document: EditionDocument,
  subject: {
    readonly activityType: string;
    readonly currency: string;
    readonly fields?: Readonly<Record<string, string>>;
  },
  on: "claim" | "request",
): Said[] {
  return (document.claims?.fields ?? []).flatMap((field, i) => {
    const asked = field.askedOn ?? "claim";
    if (asked !== on && asked !== "both") return [];
    if (field.activityTypes && !field.activityTypes.includes(subject.activityType)) return [];
    const text = textOf(subject.fields ?? {}, field.code)?.trim() ?? "";
    const at = `claims.fields[${i}]`;
    if (text === "") return field.required ? [missing(field, at)] : [];
    const allowed = expected(field, text, subject.currency);
    return allowed === undefined ? [] : [notValid(field, text, allowed, at)];
  });
}

/** What a value should have been; undefined when it is right. */
function expected(field: ClaimField, text: string, currency: string): string | undefined {
  if (text.length > 2000) return "at most 2,000 characters";
  switch (field.kind) {
    case "text":
      return field.pattern === undefined || like(text, field.pattern) ? undefined : `the form ${field.pattern}`;
    case "number":
      return /^\d{1,15}(\.\d{1,4})?$/.test(text) ? undefined : "a number";
    case "date":
      return isIsoDate(text) ? undefined : "a date such as 2026-06-30";
    case "amount":
      return typeof parseAmount(text, currency) === "string" ? `an amount in ${currency}` : undefined;
    case "choice": {
      const codes = (field.choices ?? []).map((choice) => choice.code);
      return codes.includes(text) ? undefined : `one of ${codes.join(", ")}`;
    }
    case "yes-no":
      return text === "yes" || text === "no" ? undefined : "yes or no";
    default:
      return field.kind satisfies never;
  }
}

function missing({ code, name, hint }: ClaimField, at: string): Said {
  return {
    rule: "field.missing",
    severity: "blocks",
    field: `fields.${code}`,
    found: "nothing",
    allowed: name,
    at,
    remedy: hint === undefined ? sentence("Enter: {name}.", { name }) : asWritten(hint),
  };
}

function notValid({ code, name, hint }: ClaimField, text: string, allowed: string, at: string): Said {
  return {
    rule: "field.not-valid",
    severity: "blocks",
    field: `fields.${code}`,
    found: text.slice(0, 80),
    allowed,
    at,
    remedy:
      hint === undefined
        ? sentence("Correct {name}: it does not have the form that is expected.", { name })
        : asWritten(hint),
  };
}

/** The form that the name must have, where the program rules one (peer rule E18). */
export function nameFault(document: EditionDocument, name: string | undefined): Said[] {
  const form = document.claims?.name;
  if (!form || (!isBlank(name) && like((name ?? "").trim(), form.pattern))) return [];
  return [
    {
      rule: "name.pattern",
      severity: "blocks",
      field: "name",
      found: isBlank(name) ? "nothing" : (name ?? "").slice(0, 80),
      allowed: form.pattern,
      at: "claims.name",
      remedy: sentence("Name it in the form {form}, such as {example}.", { form: form.pattern, example: form.example }),
    },
  ];
}
