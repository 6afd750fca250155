import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { choicesOf, codesFor } from "./known-codes.ts";
import { hintOf, itemCode, itemName, nameOf, offered, placeName, valueName } from "./names.ts";

const CAP = ["activityTypes", 0, "caps", 0, "per"];

describe("what a program manager reads in the form", () => {
  test("says what a cap counts over, and offers each meaning once", () => {
    expect(nameOf("per")).toBe("Counted over");
    expect(valueName(CAP, "event")).toBe("Each event");
    expect(valueName(CAP, "usage-period")).toBe("All claims of this activity in a usage period");
    expect(valueName(["programCaps", 0, "per"], "usage-period")).toBe("All claims in a usage period");
    expect(valueName(["claims", "counts", 0, "per"], "usage-period")).toBe("Usage period");
    expect(offered(CAP, ["claim", "conference", "event"], "claim")).toEqual(["claim", "event"]);
    expect(offered(CAP, ["claim", "conference", "event"], "conference")).toEqual(["claim", "conference", "event"]);
  });

  test("names a place by what things are called, a limit by its kind and figure", () => {
    const document = {
      activityTypes: [
        { code: "round-table", name: "Round table", caps: [{ kind: "absolute", amount: "5.00", currency: "EUR" }] },
      ],
    };
    expect(placeName(document, ["activityTypes", 0, "caps", 0, "per"])).toBe(
      "Activity types › Round table › Caps › Fixed amount 5.00 EUR › Counted over",
    );
    expect(itemCode(document.activityTypes[0], 0)).toBe("round-table");
    expect(itemName({ code: "only-a-code" }, 0)).toBe("only-a-code");
    expect(itemCode({ code: "only-a-code" }, 0)).toBeUndefined();
  });

  test("chooses by name; what the document lacks stays to be seen, and equal names show their code", () => {
    const document = {
      expenseTypes: [
        { code: "media", name: "Media" },
        { code: "print", name: "Media" },
        { code: "travel", name: "Travel" },
      ],
    };
    expect(choicesOf(codesFor(document, "eligibleExpenses"), ["travel", "gone"])).toEqual([
      { value: "media", label: "Media (media)" },
      { value: "print", label: "Media (print)" },
      { value: "travel", label: "Travel" },
      { value: "gone", label: "gone" },
    ]);
  });

  test("no hint speaks of codes, schemas, paths or decimal text", () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../../docs/program-schema.json", import.meta.url), "utf8"),
    ) as unknown;
    const said = descriptionsOf(schema).flatMap((each) => hintOf(each) ?? []);
    expect(said.length).toBeGreaterThan(200);
    const technical =
      /\bslots?\b|decimal text|\bIANA\b|\bISO \d|\bnull\b|kebab|schema|\bnode\b|minor units|[a-z][A-Z]|\w\.\w+\.|claims\.fields/;
    expect([...new Set(said.filter((each) => technical.test(each)))]).toEqual([]);
  });
});

function descriptionsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(descriptionsOf);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "description" && typeof value === "string" ? [value] : key === "examples" ? [] : descriptionsOf(value),
  );
}
