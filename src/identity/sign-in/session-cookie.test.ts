import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSessionToken, sessionCookieName } from "./session-cookie.ts";

const SECRET = "a secret of more than thirty-two characters";
const NAME = sessionCookieName("http://localhost:3000");

function cookieFor(token: string, secret = SECRET): string {
  return `${NAME}=${encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`)}`;
}

describe("the session cookie", () => {
  test("gives the token it was signed for, also among other cookies", () => {
    expect(readSessionToken(`theme=dark; ${cookieFor("abc")}; x=y=z`, NAME, SECRET)).toBe("abc");
  });

  test("is nothing when a single character of it was changed", () => {
    const good = cookieFor("Xy7token");
    fc.assert(
      fc.property(fc.nat(good.length - NAME.length - 2), fc.constantFrom("A", "b", "7", ".", "%", "="), (at, char) => {
        const index = NAME.length + 1 + at;
        const bad = good.slice(0, index) + char + good.slice(index + 1);
        fc.pre(bad !== good);
        expect(readSessionToken(bad, NAME, SECRET)).toBeUndefined();
      }),
    );
  });

  test("is nothing when another secret signed it", () => {
    expect(readSessionToken(cookieFor("abc", "another secret of this program here"), NAME, SECRET)).toBeUndefined();
  });

  test("is nothing when it is missing, empty, unsigned, endless or not decodable", () => {
    for (const header of [
      undefined,
      "",
      `${NAME}=`,
      `${NAME}=abc`,
      `${NAME}=.`,
      `${NAME}=%E0%A4%A`,
      `${NAME}=${"a".repeat(9000)}`,
      `other${cookieFor("abc")}`,
    ]) {
      expect(readSessionToken(header, NAME, SECRET)).toBeUndefined();
    }
  });

  test("insists on https where people reach the program over https", () => {
    expect(sessionCookieName("https://incentives.example.com")).toBe("__Secure-fundproof.session_token");
  });
});
