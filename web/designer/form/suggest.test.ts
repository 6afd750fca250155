import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Schema } from "./schema.ts";
import { suggestions } from "./suggest.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/program-schema.json", import.meta.url), "utf8"),
) as Schema;

/** What is offered where `|` stands. */
const at = (text: string): string[] =>
  suggestions(schema, text.replace("|", ""), text.indexOf("|")).map(({ label }) => label);

describe("what may be written at a place of the text", () => {
  test("at the beginning of a line: the parts of an edition that are not there yet", () => {
    const offered = at("schemaVersion: 1\nprogram: coop\n|");
    expect(offered).toContain("timeZone");
    expect(offered).not.toContain("program");
  });

  test("behind a field with fixed values: those values", () => {
    expect(at("planMode: |")).toEqual(["none", "optional", "required"]);
    expect(at("openEnrollment: |")).toEqual(["true", "false"]);
  });

  test("in an item of a list: the fields of the item that are missing", () => {
    const offered = at("activityTypes:\n  - code: webinar\n    name: Webinar\n    |");
    expect(offered).toContain("evidence");
    expect(offered).not.toContain("code");
  });

  test("in an item of a list in an item of a list", () => {
    const offered = at("activityTypes:\n  - code: webinar\n    evidence:\n      - code: shot\n        |");
    expect(offered).toContain("allowsLink");
    expect(offered).not.toContain("eligibleExpenses");
  });

  test("in a cap: what its kind may say", () => {
    const offered = at("activityTypes:\n  - code: webinar\n    caps:\n      - kind: absolute\n        |");
    expect(offered).toEqual(expect.arrayContaining(["amount", "currency", "per"]));
  });

  test("each with what the form says about it", () => {
    const [offered] = suggestions(schema, "timeZ", 5).filter(({ label }) => label === "timeZone");
    expect(offered?.info).toContain("IANA time zone");
  });
});
