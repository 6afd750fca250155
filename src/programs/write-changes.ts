import { type Document, type Node, parseDocument, visit } from "yaml";
import type { EditionSource } from "./edition-source.ts";

type Path = readonly (string | number)[];

/**
 * A YAML text with what is different in another document written into it: comments and order stay. JSON has no comments to
 * keep, so that there is no text of it.
 */
export function withChanges(source: EditionSource | null, before: unknown, after: unknown): EditionSource | undefined {
  if (source?.format !== "yaml") return undefined;
  const text: Document = parseDocument(source.text);
  write(text, [], before, after);
  return { format: "yaml", text: text.toString(WRITTEN) };
}

/** A YAML text without its comments: those of a template explain its own figures, and would stand beside those of others. */
export function withoutComments({ format, text }: EditionSource): EditionSource {
  if (format !== "yaml") return { format, text };
  const document = parseDocument(text);
  const drop = (node: Node): void => {
    node.comment = null;
    node.commentBefore = null;
  };
  visit(document, { Node: (_key, node) => drop(node) });
  document.comment = null;
  document.commentBefore = null;
  return { format, text: document.toString(WRITTEN) };
}

const WRITTEN = { lineWidth: 110, flowCollectionPadding: true } as const;

function write(text: Document, path: Path, before: unknown, after: unknown): void {
  if (before === after) return;
  if (isMap(before) && isMap(after)) {
    for (const key of Object.keys(before)) if (!(key in after)) text.deleteIn([...path, key]);
    for (const [key, value] of Object.entries(after)) write(text, [...path, key], before[key], value);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (const [index, value] of after.entries()) write(text, [...path, index], before[index], value);
    return;
  }
  text.setIn(path, text.createNode(after));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
