import { describe, expect, test } from "vitest";
import { ALLOWED, all, denied, enforce } from "./permission.ts";
import { sentence } from "./sentence.ts";
import { canStep, type Lifecycle, step } from "./transition.ts";

type Status = "open" | "shut";
type Verb = "close";
const face = (vendor: string) => ({ tone: "neutral", partner: vendor, vendor, final: false }) as const;
const DOOR: Lifecycle<Status, Verb> = {
  subject: "door",
  initial: "open",
  statuses: { open: face("Open"), shut: face("Shut") },
  edges: {
    close: { from: ["open"], to: "shut", by: "partner", event: "door.closed", dueSide: "none", label: "Close" },
  },
};

describe("a step of a lifecycle", () => {
  test("is taken from the statuses of its edge", () => {
    expect(step(DOOR, "open", "close").to).toBe("shut");
    expect(canStep(DOOR, "open", "close")).toBe(true);
  });
  test("is refused from any other, with where it stands and from where it would be possible", () => {
    expect(canStep(DOOR, "shut", "close")).toBe(false);
    expect(() => step(DOOR, "shut", "close")).toThrow(
      expect.objectContaining({
        code: "wrong-status",
        kind: "conflict",
        message: 'This door is shut: "Close" is possible only while it is open.',
        details: { status: "shut", verb: "close", allowedFrom: ["open"] },
      }),
    );
  });
});

describe("a permission", () => {
  const no = denied("role-missing", sentence("Ask an admin."));
  test("of several questions is the first refusal", () => {
    expect(all(ALLOWED, no, denied("later", sentence("x")))).toBe(no);
    expect(all(ALLOWED, ALLOWED)).toBe(ALLOWED);
    expect(all()).toBe(ALLOWED);
  });
  test("is enforced in the policy's own words", () => {
    expect(() => enforce(ALLOWED)).not.toThrow();
    expect(() => enforce(no)).toThrow(
      expect.objectContaining({ code: "role-missing", kind: "forbidden", message: "Ask an admin." }),
    );
  });
});
