import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentDisposition, displayName } from "./display-name.ts";

describe("a file name is made safe to show", () => {
  test.each([
    ["an ordinary name stays", "Invoice 4711 (März).pdf", "Invoice 4711 (März).pdf"],
    ["folders of Unix are stripped", "../../etc/passwd", "passwd"],
    ["folders of Windows are stripped", "C:\\Users\\ada\\proof.png", "proof.png"],
    ["a right-to-left override is removed", "invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["isolates and zero-width characters are removed", "a\u2066b\u200B\u2069c.pdf", "abc.pdf"],
    ["control characters are removed", "a\u0000b\u0007\u001b[31m.pdf", "ab[31m.pdf"],
    ["line ends become spaces", "two\r\nlines.txt", "two lines.txt"],
    ["what file systems do not bear is replaced", 'a<b>:"c|d?e*.txt', "a_b___c_d_e_.txt"],
    ["leading dots are removed", "...hidden.pdf", "hidden.pdf"],
    ["dots and spaces at the end are removed", "name.pdf. . ", "name.pdf"],
    ["nothing becomes file", "\u202E\u0000/", "file"],
  ])("%s", (_rule, raw, shown) => {
    expect(displayName(raw)).toBe(shown);
  });

  test("a long name keeps its ending", () => {
    const name = displayName(`${"ä".repeat(400)}.pdf`);
    expect(Array.from(name)).toHaveLength(200);
    expect(name).toMatch(/ä\.pdf$/);
  });

  test("whatever comes in, the result is short, visible and stays the same when cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (raw) => {
        const name = displayName(raw);
        expect(name).not.toBe("");
        expect(Array.from(name).length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
        expect(displayName(name)).toBe(name);
      }),
    );
  });
});

describe("the name a browser is told", () => {
  test("holds an ASCII form and the true one", () => {
    expect(contentDisposition("attachment", 'Beleg "März" 5%.pdf')).toBe(
      "attachment; filename=\"Beleg _Marz_ 5_.pdf\"; filename*=UTF-8''Beleg%20%22M%C3%A4rz%22%205%25.pdf",
    );
  });

  test("is always one clean header line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (raw) => {
        expect(contentDisposition("inline", displayName(raw))).toMatch(
          /^inline; filename="[ -!#$&-[\]-~]*"; filename\*=UTF-8''[\w.~%!#$&+^`|-]*$/,
        );
      }),
    );
  });
});
