import { describe, expect, test } from "vitest";
import { asYaml, pathOf, readDraft, withValue } from "./edit-text.ts";

const YAML = {
  format: "yaml" as const,
  text: "# what it is for\nprogram: coop # its code\ncaps:\n  - kind: absolute\n    amount: '10'\n",
};

describe("a text that is changed by the form", () => {
  test("keeps the comments of its writer", () => {
    const { text } = withValue(YAML, ["caps", 0, "amount"], "25");
    expect(text).toContain("# what it is for");
    expect(text).toContain("# its code");
    expect(readDraft({ format: "yaml", text })).toEqual({
      program: "coop",
      caps: [{ kind: "absolute", amount: "25" }],
    });
  });

  test("takes new items and loses those that are removed", () => {
    const added = withValue(YAML, ["caps", 1], { kind: "unlimited" });
    expect(readDraft(added)).toMatchObject({ caps: [{ kind: "absolute" }, { kind: "unlimited" }] });
    expect(readDraft(withValue(added, ["caps", 0], undefined))).toMatchObject({ caps: [{ kind: "unlimited" }] });
  });

  test("is changed in the same way when it is JSON", () => {
    const json = { format: "json" as const, text: '{"a": {"b": [1, 2]}}' };
    expect(readDraft(withValue(json, ["a", "b", 0], undefined))).toEqual({ a: { b: [2] } });
    expect(readDraft(withValue(json, ["a", "c"], { d: true }))).toEqual({ a: { b: [1, 2], c: { d: true } } });
  });

  test("that cannot be read says nothing", () => {
    expect(readDraft({ format: "yaml", text: "a: [" })).toBeUndefined();
    expect(readDraft({ format: "json", text: "{" })).toBeUndefined();
  });

  test("comes from a document as YAML and says the same", () => {
    const document = { program: "x", list: [{ a: "1.00" }], none: null };
    expect(readDraft(asYaml(document))).toEqual(document);
  });
});

test("The path of a finding leads to keys and positions", () => {
  expect(pathOf("activityTypes[3].caps[0].amount")).toEqual(["activityTypes", 3, "caps", 0, "amount"]);
  expect(pathOf("")).toEqual([]);
});
