import { DomainError } from "../kernel/index.ts";

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
  try {
    return { source, document: JSON.parse(source.text) as unknown };
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : "");
  }
}

function unreadable(why: string): DomainError {
  return new DomainError({
    code: "unreadable-document",
    kind: "bad-request",
    message: `This text is neither JSON nor YAML: ${why}`,
  });
}
