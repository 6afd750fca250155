import { describe, expect, test } from "vitest";
import { type OriginHeaders, refuseForeignOrigin } from "./origin.ts";

const production = { baseUrl: "https://incentives.example.com", production: true };
const development = { baseUrl: "http://localhost:3000", production: false };

const answer = (headers: OriginHeaders, program: typeof production) => {
  try {
    refuseForeignOrigin(headers, program);
    return "let in";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("where a sign-in may come from", () => {
  test("the address the program is set up for, or a program that is no browser", () => {
    expect(answer({ origin: production.baseUrl, "sec-fetch-site": "same-origin" }, production)).toBe("let in");
    expect(answer({}, production)).toBe("let in");
    expect(answer({ "sec-fetch-site": "none" }, production)).toBe("let in");
  });

  test("outside production also any loopback address", () => {
    for (const origin of ["http://localhost:5173", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
      expect(answer({ origin }, development)).toBe("let in");
      expect(answer({ origin }, production)).toBe("cross-site");
    }
  });

  test("never another site, whatever its name looks like", () => {
    const others = [
      "https://evil.example",
      "null",
      "",
      "http://incentives.example.com",
      "https://incentives.example.com.evil.example",
      "http://localhost.evil.example",
      "http://localhost@evil.example",
    ];
    for (const origin of others) {
      expect(answer({ origin }, production)).toBe("cross-site");
      expect(answer({ origin }, development)).toBe("cross-site");
    }
    expect(answer({ "sec-fetch-site": "cross-site" }, development)).toBe("cross-site");
    expect(answer({ "sec-fetch-site": "same-site" }, development)).toBe("cross-site");
  });
});
