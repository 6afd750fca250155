import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { choices, kindOf, type Part, resolve, type Schema } from "./schema.ts";

/** What may stand at a place of the text. */
export interface Suggestion {
  label: string;
  /** What it means, from the form. */
  info: string;
  kind: "key" | "value";
}

/**
 * What may be written at a position of a YAML text: names of fields that are not there yet, or the values that a field may
 * have. The line is left out of the text that is read, because what is just being typed rarely makes sense yet.
 */
export function suggestions(schema: Schema, text: string, position: number): readonly Suggestion[] {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  const line = text.slice(start, position);
  const key = /^\s*(?:- )*([A-Za-z]+):\s*\S*$/.exec(line)?.[1];
  const path = pathAt(text.slice(0, start), line);
  const document = readLeniently(text, start);
  const part = walk(schema, path, document);
  const field = key === undefined ? undefined : resolve(schema, part.kind.properties?.[key]);
  return field ? valuesOf(schema, field) : keysOf(schema, part);
}

function valuesOf(schema: Schema, field: Part): Suggestion[] {
  const kinds = choices(schema, field);
  return kinds.flatMap((kind) => {
    if (kind.enum)
      return kind.enum.map((value) => ({ label: value, info: field.description ?? "", kind: "value" }) as const);
    if (kind.const !== undefined)
      return [
        { label: JSON.stringify(kind.const).replaceAll('"', ""), info: kind.description ?? "", kind: "value" } as const,
      ];
    if (kind.type === "boolean") {
      return ["true", "false"].map((label) => ({ label, info: field.description ?? "", kind: "value" }) as const);
    }
    return kind.type === "null" ? [{ label: "null", info: field.description ?? "", kind: "value" } as const] : [];
  });
}

function keysOf(schema: Schema, { kind, value }: { kind: Part; value: unknown }): Suggestion[] {
  const there = new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
  return Object.entries(kind.properties ?? {})
    .filter(([key]) => !there.has(key))
    .map(([label, part]) => ({ label, info: resolve(schema, part).description ?? "", kind: "key" }));
}

/** The keys under which a line stands, found by going up the lines: each that begins further left holds what is below it. */
function pathAt(before: string, line: string): (string | number)[] {
  const path: (string | number)[] = [];
  let { column, inItem } = beginOf(line);
  for (const above of before.split("\n").toReversed()) {
    const key = /^\s*(?:- )*([A-Za-z]+):/.exec(above)?.[1];
    if (key === undefined) continue;
    const begin = beginOf(above);
    const ownColumn = (/^\s*(?:- )*/.exec(above)?.[0] ?? "").length;
    if (ownColumn < column) {
      path.unshift(key, ...(inItem ? [0] : []));
      ({ column, inItem } = { column: begin.column, inItem: begin.inItem });
    } else if (ownColumn === column && begin.inItem) {
      // The first field of the item that this line is in.
      ({ column, inItem } = begin);
    }
  }
  return path;
}

/** Left of which column the key stands that holds a line, and whether it holds it as an item of a list. */
function beginOf(line: string): { column: number; inItem: boolean } {
  const [, space = "", dash] = /^(\s*)(- )?/.exec(line) ?? [];
  // A list may begin in the very column of its key.
  return dash === undefined ? { column: space.length, inItem: false } : { column: space.length + 1, inItem: true };
}

function walk(schema: Schema, path: readonly (string | number)[], document: unknown): { kind: Part; value: unknown } {
  let kind: Part = schema;
  let value = document;
  for (const key of path) {
    const part = resolve(schema, typeof key === "number" ? kind.items : kind.properties?.[key]);
    // Which item of a list it is does not matter for its form; the last one is the one that is being written.
    value = Array.isArray(value) ? value.at(-1) : (value as Record<string, unknown> | undefined)?.[String(key)];
    kind = kindOf(schema, part, value);
  }
  return { kind, value };
}

function readLeniently(text: string, until: number): unknown {
  const document = parseDocument(text.slice(0, until), { strict: false });
  return plain(document.contents);
}

/** What can be read of a text that is not whole. */
function plain(node: Node | null | undefined): unknown {
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.filter(isPair).map(({ key, value }) => [isScalar(key) ? String(key.value) : "", plain(value as Node)]),
    );
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node));
  return isScalar(node) ? node.value : undefined;
}
