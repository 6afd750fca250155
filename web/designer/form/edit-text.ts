import { type Document, parseDocument, stringify } from "yaml";
import type { DraftText } from "../designer-api.ts";

/** A place in a document: keys and positions from the outside in. */
export type Path = readonly (string | number)[];

/** How YAML is written here: wide enough that a sentence stays on its line. */
const STYLE = { lineWidth: 110, flowCollectionPadding: true } as const;

/** A document as YAML, for those who have no text of their own yet. */
export function asYaml(document: unknown): DraftText {
  return { format: "yaml", text: stringify(document, STYLE) };
}

/** What a text says; undefined where it cannot be read. */
export function readDraft({ format, text }: DraftText): unknown {
  try {
    if (format === "json") return JSON.parse(text) as unknown;
    const document = parseDocument(text);
    return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown);
  } catch {
    return undefined;
  }
}

/** The text with another value at a place; undefined takes the place away. Comments of YAML stay where they are. */
export function withValue(draft: DraftText, path: Path, value: unknown): DraftText {
  if (draft.format === "json") {
    const document: unknown = structuredClone(readDraft(draft));
    return { format: "json", text: `${JSON.stringify(changed(document, path, value), null, 2)}\n` };
  }
  const document: Document = parseDocument(draft.text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return { format: "yaml", text: document.toString(STYLE) };
}

function changed(document: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    const list: unknown[] = [...(document as unknown[])];
    const at = Number(key);
    if (rest.length === 0 && value === undefined) list.splice(at, 1);
    else list[at] = changed(list[at], rest, value);
    return list;
  }
  const map = { ...(document as Record<string, unknown> | undefined) };
  if (rest.length === 0 && value === undefined) delete map[String(key)];
  else map[String(key)] = changed(map[String(key)], rest, value);
  return map;
}

/** A path as findings write it, as keys and positions: `activityTypes[3].caps[0]`. */
export function pathOf(field: string): Path {
  return [...field.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
    index === undefined ? (key ?? "") : Number(index),
  );
}
