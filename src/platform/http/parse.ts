import { z } from "zod";
import { DomainError, type FieldError } from "../../kernel/index.ts";

type Issue = z.core.$ZodIssue;

/** `invoices[0].lines[1].lineAmount`: the path of a field as people and programs write it. */
function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const part of path) text += typeof part === "number" ? `[${part}]` : `${text ? "." : ""}${String(part)}`;
  return text;
}

function codeOf(issue: Issue): string {
  if (issue.code === "custom") {
    const code: unknown = (issue.params as { code?: unknown } | undefined)?.code;
    return typeof code === "string" ? code : "invalid";
  }
  if (issue.code === "invalid_type" && issue.input === undefined) return "required";
  return issue.code.replaceAll("_", "-");
}

function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        field: pathText([...issue.path, key]),
        code: "unknown-field",
        message: `There is no field "${key}" here.`,
      }));
    }
    const code = codeOf(issue);
    return [
      { field: pathText(issue.path), code, message: code === "required" ? "This field is required." : issue.message },
    ];
  });
}

/** Texts with a NUL or half a character, which the database cannot keep. Free text has lost the NUL by then (`textIn`). */
function unkeepable(value: unknown, path: readonly PropertyKey[]): FieldError[] {
  if (typeof value === "string") {
    if (!value.includes("\0") && value.isWellFormed()) return [];
    return [{ field: pathText(path), code: "unreadable-text", message: "This holds a character that is none." }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => unkeepable(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unkeepable(item, [...path, key]));
}

/** Reads a value by its schema, or refuses it with one entry per field (422). */
export function parseOrRefuse<S extends z.ZodType>(schema: S, value: unknown, what: "body" | "query"): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  const errors = result.success ? unkeepable(result.data, []) : fieldErrors(result.error.issues);
  if (result.success && errors.length === 0) return result.data;
  const names = errors.map((e) => e.field || what).join(", ");
  throw new DomainError({
    code: `invalid-${what}`,
    kind: "invalid",
    message: `Please check: ${names}.`,
    errors,
  });
}

/** Reads a JSON body, or refuses it. Nothing sent counts as an empty object. */
export function parseJson(raw: Buffer | undefined, contentType: string | undefined): unknown {
  if (raw === undefined || raw.length === 0) return {};
  if (!contentType?.toLowerCase().startsWith("application/json")) {
    throw new DomainError({
      code: "not-json",
      kind: "unsupported-media-type",
      message: "Send the body as JSON with Content-Type: application/json.",
    });
  }
  try {
    return JSON.parse(raw.toString("utf8")) as unknown;
  } catch {
    throw new DomainError({
      code: "malformed-json",
      kind: "bad-request",
      message: "The body is not well-formed JSON.",
    });
  }
}
