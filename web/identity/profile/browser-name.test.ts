import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";

test("a session is named by its browser and system, not by what the browser pretends to be as well", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0";
  const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1";
  expect(browserName(edge)).toEqual({ browser: "Edge", system: "Windows" });
  expect(browserName(phone)).toEqual({ browser: "Safari", system: "iPhone" });
  expect(browserName("curl/8.0")).toEqual({ browser: undefined, system: undefined });
  expect(browserName(null)).toEqual({ browser: undefined, system: undefined });
});
