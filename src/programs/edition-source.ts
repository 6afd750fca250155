import { DomainError } from "../kernel/index.ts";
import { isTextFault, readText } from "./read-document.ts";
import { resolved } from "./validate-edition.ts";

/** The text of an edition as a person wrote it. */
export interface EditionSource {
  readonly format: "json" | "yaml";
  readonly text: string;
}

/** A text that was read: what it says. */
export interface ReadEdition {
  readonly source: EditionSource;
  readonly document: unknown;
}

const YAML = /^(application|text)\/(x-)?yaml\b/i;
const JSON_TYPE = /^application\/json\b/i;

/** The format that a content type names. Throws `not-an-edition-text` (415) for another. */
export function sourceFormat(contentType: string | undefined): EditionSource["format"] {
  if (contentType !== undefined && JSON_TYPE.test(contentType)) return "json";
  if (contentType !== undefined && YAML.test(contentType)) return "yaml";
  throw new DomainError({
    code: "not-an-edition-text",
    kind: "unsupported-media-type",
    message: "Send the edition as JSON with Content-Type: application/json, or as YAML with application/yaml.",
  });
}

/** Reads the text of an edition. Throws `unreadable-document` (400) with the line where it stops being readable. */
export function readSource(source: EditionSource): ReadEdition {
  const read = readText(source.text, source.format);
  if (isTextFault(read))
    throw unreadable(read.line === undefined ? read.message : `line ${read.line}: ${read.message}`);
  return { source, document: resolved(read.document) };
}

/** What stands in a text that was read once, without what follows from it. */
export function writtenIn(source: EditionSource): Readonly<Record<string, unknown>> {
  const read = readText(source.text, source.format);
  return isTextFault(read) ? {} : (read.document as Readonly<Record<string, unknown>>); // sound: only objects are editions
}

/** Where the parts of a text stand: line by path. A text that was read once can be read again. */
export function linesOf(source: EditionSource): (path: string) => number | undefined {
  const read = readText(source.text, source.format);
  return isTextFault(read) ? () => undefined : read.lineOf;
}

function unreadable(why: string): DomainError {
  return new DomainError({
    code: "unreadable-document",
    kind: "bad-request",
    message: `This text is neither JSON nor YAML: ${why}`,
  });
}
