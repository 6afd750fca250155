import { z } from "zod";
import { type Fault, fault, nearest } from "./edition-fault.ts";
import { EditionShape } from "./edition-schema.ts";

/** Version of the form of editions that this program writes and reads. */
const SCHEMA_VERSION = 1;

/** A document read by the schema, or what is wrong with its form: each part with its path, a suggestion where a name is near. */
export function readForm(document: unknown): z.infer<typeof EditionShape> | readonly Fault[] {
  const newer = newerVersion(document);
  if (newer) return [newer];
  const parsed = EditionShape.safeParse(document);
  return parsed.success ? parsed.data : firstOfEach(parsed.error.issues.flatMap((issue) => faultsOf(issue, document)));
}

/** One fault for each place: who mends the first has rarely the second left. */
function firstOfEach(faults: readonly Fault[]): readonly Fault[] {
  const places = new Set<string>();
  return faults.filter(({ field, rule }) => {
    const isNew = !places.has(`${field} ${rule}`);
    places.add(`${field} ${rule}`);
    return isNew;
  });
}

function newerVersion(document: unknown): Fault | undefined {
  if (typeof document !== "object" || document === null || !("schemaVersion" in document)) return undefined;
  const { schemaVersion } = document;
  if (typeof schemaVersion !== "number" || schemaVersion <= SCHEMA_VERSION) return undefined;
  return fault(
    "edition.newer",
    "schemaVersion",
    String(schemaVersion),
    String(SCHEMA_VERSION),
    `This document was written for a newer Fundproof. Update the program, or write the document for version ${SCHEMA_VERSION}.`,
  );
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, document: unknown): Fault[] {
  const field = pathText(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(issue.path, key));
    case "invalid_value":
      return [wrongChoice(issue, field, document)];
    case "invalid_union":
      return [union(issue, field, document)];
    case "invalid_type":
      return [wrongType(issue, field, document)];
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "not_multiple_of":
    case "too_big":
    case "too_small":
      return [formFault(field, valueAt(document, issue.path), issue.message)];
  }
}

function unknownKey(path: readonly PropertyKey[], key: string): Fault {
  const near = nearest(key, [...keysAt(EditionShape, path)]);
  const field = pathText([...path, key]);
  return fault(
    "edition.unknown-key",
    field,
    key,
    near ?? "a key of this part",
    near === undefined
      ? `Take "${key}" out: nothing reads it here.`
      : `Did you mean "${near}"? Nothing reads "${key}" here.`,
  );
}

function union(issue: z.core.$ZodIssueInvalidUnion, field: string, document: unknown): Fault {
  const key = issue.discriminator;
  const at = key === undefined ? field : pathText([...issue.path, ...(issue.path.at(-1) === key ? [] : [key])]);
  const path = key === undefined || issue.path.at(-1) === key ? issue.path : [...issue.path, key];
  const found = valueAt(document, path);
  const options = key === undefined ? [] : [...valuesAt(EditionShape, path)];
  const allowed = options.length === 0 ? issue.message : `one of ${options.join(", ")}`;
  return withHint(formFault(at, found, allowed), found, options);
}

function wrongChoice(issue: Issue & { readonly code: "invalid_value" }, field: string, document: unknown): Fault {
  const found = valueAt(document, issue.path);
  const allowed = `one of ${issue.values.map(String).join(", ")}`;
  if (found === undefined)
    return fault("edition.missing", field, "nothing", allowed, "This part is asked for; add it.");
  return withHint(formFault(field, found, allowed), found, issue.values);
}

/** A number where an amount is asked for is the commonest slip: YAML takes 1500.00 for a number. */
function wrongType(issue: Issue & { readonly code: "invalid_type" }, field: string, document: unknown): Fault {
  const found = valueAt(document, issue.path);
  if (issue.expected === "string" && typeof found === "number") {
    return fault(
      "edition.form",
      field,
      String(found),
      "text",
      `Write it in quotation marks, such as "${found}": amounts, percentages and dates are text, so that no digit is lost.`,
    );
  }
  if (found === undefined) {
    return fault("edition.missing", field, "nothing", issue.expected, "This part is asked for; add it.");
  }
  return formFault(field, found, issue.message);
}

function formFault(field: string, found: unknown, allowed: string): Fault {
  if (found === "") {
    const form = allowed.startsWith("Too small") ? "a name or a sentence" : allowed;
    return fault("edition.form", field, "nothing", form, `Fill this in: ${form}.`);
  }
  return fault("edition.form", field, shown(found), allowed, `Correct this part of the document: ${allowed}.`);
}

function withHint(said: Fault, found: unknown, options: readonly unknown[]): Fault {
  const near =
    typeof found === "string"
      ? nearest(
          found,
          options.filter((option) => typeof option === "string"),
        )
      : undefined;
  return near === undefined ? said : { ...said, remedy: `${said.remedy} Did you mean "${near}"?` };
}

/** A value as a person recognises it, in short. */
function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return value.slice(0, 80);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return JSON.stringify(value).slice(0, 80);
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    document,
  );
}

/** Keys that the schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): ReadonlySet<string> {
  return new Set(
    schemasAt(schema, path).flatMap((found) => (isObject(found) ? Object.keys(found._zod.def.shape) : [])),
  );
}

/** Texts that the schema allows at a path: members of a list of values, and names of kinds. */
function valuesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): ReadonlySet<string> {
  return new Set(
    schemasAt(schema, path).flatMap((found) =>
      [...(found._zod.values ?? [])].filter((value) => typeof value === "string"),
    ),
  );
}

/** Every schema that may describe what stands at a path: of a union, each member. */
function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.core.$ZodType[] {
  return path.reduce<readonly z.core.$ZodType[]>(
    (schemas, part) => schemas.flatMap((each) => inside(each, part)).flatMap(unwrapped),
    unwrapped(schema),
  );
}

function inside(schema: z.core.$ZodType, part: PropertyKey): readonly z.core.$ZodType[] {
  if (isObject(schema)) {
    const { shape } = schema._zod.def;
    const inner = typeof part === "string" && Object.hasOwn(shape, part) ? shape[part] : undefined;
    return inner ? [inner] : [];
  }
  const { def } = schema._zod;
  if (def.type === "array") return [(def as z.core.$ZodArrayDef).element];
  if (def.type === "record") return [(def as z.core.$ZodRecordDef).valueType];
  return [];
}

function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { def } = schema._zod;
  if (def.type === "union") return (def as z.core.$ZodUnionDef).options.flatMap(unwrapped);
  if (def.type === "optional" || def.type === "nullable" || def.type === "default") {
    return unwrapped((def as z.core.$ZodOptionalDef).innerType);
  }
  return [schema];
}

function isObject(schema: z.core.$ZodType): schema is z.core.$ZodObject {
  return schema._zod.def.type === "object";
}

/** A path in words: `activityTypes[3].caps[0].amount`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}
