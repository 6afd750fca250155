/** What the form of an edition says about one part of it (JSON Schema, as far as `docs/program-schema.json` uses it). */
export interface Part {
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Part>;
  required?: readonly string[];
  items?: Part;
  enum?: readonly string[];
  const?: unknown;
  anyOf?: readonly Part[];
  oneOf?: readonly Part[];
  $ref?: string;
  default?: unknown;
  examples?: readonly unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/** The whole form, with its named parts. */
export interface Schema extends Part {
  $defs?: Record<string, Part>;
}

/** The part itself, where it only names another one. */
export function resolve(schema: Schema, part: Part | undefined): Part {
  const name = part?.$ref?.replace("#/$defs/", "");
  if (name === undefined) return part ?? {};
  const { $ref: _name, ...own } = part ?? {};
  return { ...resolve(schema, schema.$defs?.[name]), ...own };
}

/** The kinds that a part may be of; one, where there is no choice. */
export function choices(schema: Schema, part: Part): readonly Part[] {
  return (part.anyOf ?? part.oneOf ?? [part]).map((each) => resolve(schema, each));
}

/** The kind that a value is of: the one whose fixed values it has, else the first of its type. */
export function kindOf(schema: Schema, part: Part, value: unknown): Part {
  const all = choices(schema, part);
  const fixed = all.find((kind) => isKind(kind, value));
  return fixed ?? all.find((kind) => typeOf(value) === kind.type) ?? all[0] ?? {};
}

function isKind(kind: Part, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return kind.type === typeOf(value);
  const constants = Object.entries(kind.properties ?? {}).filter(([, each]) => each.const !== undefined);
  return (
    constants.length > 0 && constants.every(([key, each]) => (value as Record<string, unknown>)[key] === each.const)
  );
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

/** The same value with its fields in the order of the form: a database keeps them in an order of its own. */
export function inOrder(schema: Schema, part: Part, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = kindOf(schema, resolve(schema, part), value);
    return value.map((item) => inOrder(schema, items ?? {}, item));
  }
  if (typeof value !== "object" || value === null) return value;
  const values = value as Record<string, unknown>;
  const fields = (part === schema ? schema : kindOf(schema, resolve(schema, part), value)).properties ?? {};
  const known = Object.keys(fields).filter((key) => key in values);
  const others = Object.keys(values).filter((key) => !(key in fields));
  return Object.fromEntries([...known, ...others].map((key) => [key, inOrder(schema, fields[key] ?? {}, values[key])]));
}

/** An empty value of a part, with what it must have: to be filled in. */
export function emptyOf(schema: Schema, of: Part): unknown {
  const part = resolve(schema, of);
  if (part.default !== undefined) return part.default;
  if (part.const !== undefined) return part.const;
  if (part.enum) return part.enum[0];
  const kind = choices(schema, part)[0];
  if (kind && kind !== part) return emptyOf(schema, kind);
  switch (part.type ?? "string") {
    case "object":
      return Object.fromEntries(
        (part.required ?? []).map((key) => [key, emptyOf(schema, part.properties?.[key] ?? {})]),
      );
    case "array":
      return [];
    case "boolean":
      return part.examples?.[0] === true;
    case "integer":
    case "number":
      return part.minimum ?? 0;
    case "null":
      return null;
    default:
      return part.examples?.[0] ?? "";
  }
}

/** The part at a path, as far as the form goes; kinds are told apart by the values on the way. */
export function partAt(schema: Schema, path: readonly (string | number)[], document: unknown): Part {
  let part: Part = schema;
  let value = document;
  for (const key of path) {
    const kind = part === schema ? schema : kindOf(schema, resolve(schema, part), value);
    part = resolve(schema, typeof key === "number" ? kind.items : kind.properties?.[key]);
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
  }
  return part === schema ? schema : kindOf(schema, part, value);
}
