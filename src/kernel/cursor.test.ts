import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { DomainError } from "./domain-error.ts";

const position = fc.array(fc.option(fc.string()), { minLength: 1, maxLength: 4 });

describe("a cursor", () => {
  test("gives back the place it was made of", () => {
    fc.assert(
      fc.property(fc.string(), position, (sort, place) => {
        const text = encodeCursor(sort, place);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(sort, place.length, text)).toEqual(place);
      }),
    );
  });

  test("of another sort, or of a list with other values, is refused", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), position, (sort, other, place) => {
        const text = encodeCursor(sort, place);
        if (sort !== other) expect(() => decodeCursor(other, place.length, text)).toThrow(DomainError);
        expect(() => decodeCursor(sort, place.length + 1, text)).toThrow(DomainError);
      }),
    );
  });

  test("that somebody made up is refused with the field, never worse", () => {
    const forged = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString("base64url")),
    );
    fc.assert(
      fc.property(forged, (text) => {
        try {
          decodeCursor("-updatedAt", 2, text);
          throw new Error("accepted");
        } catch (error) {
          expect(error).toMatchObject({ code: "invalid-cursor", kind: "invalid", errors: [{ field: "cursor" }] });
        }
      }),
    );
  });
});
