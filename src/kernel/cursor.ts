import { DomainError } from "./domain-error.ts";

/** The place in a list after which the next page begins: the sort values of the last row and its id. */
export type CursorPosition = readonly (string | null)[];

/** Writes a position as an opaque text for `nextCursor`, bound to the sort it was made under. */
export function encodeCursor(sort: string, position: CursorPosition): string {
  return Buffer.from(JSON.stringify([sort, ...position])).toString("base64url");
}

/** Reads a cursor back. Throws `invalid-cursor` when it is no cursor of a list sorted like this one. */
export function decodeCursor(sort: string, length: number, text: string): CursorPosition {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (Array.isArray(parsed) && parsed.length === length + 1 && parsed[0] === sort) {
      const values = parsed.slice(1) as unknown[];
      if (values.every((v) => v === null || typeof v === "string")) return values as CursorPosition;
    }
  } catch {
    // falls through to the refusal below
  }
  throw invalidCursor();
}

/** The refusal of a text that is no cursor of this list. */
export function invalidCursor(): DomainError {
  return new DomainError({
    code: "invalid-cursor",
    kind: "invalid",
    message: "This cursor does not belong to a list with this sort. Start again from the first page.",
    errors: [{ field: "cursor", code: "invalid-cursor", message: "This is no cursor of this list." }],
  });
}
