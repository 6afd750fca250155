import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { emptyOf, inOrder, kindOf, partAt, resolve, type Schema } from "./schema.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/program-schema.json", import.meta.url), "utf8"),
) as Schema;
const coop = JSON.parse(readFileSync(new URL("../../../programs/coop.json", import.meta.url), "utf8")) as Record<
  string,
  unknown
>;

/** The fields in the order in which they are written. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, shuffled(each)]),
  );
};

test("A document says the same in the order of the form, in whatever order it was kept", () => {
  const ordered = inOrder(schema, schema, shuffled(coop));
  expect(ordered).toEqual(coop);
  expect(JSON.stringify(ordered)).toBe(JSON.stringify(inOrder(schema, schema, coop)));
  expect(Object.keys(ordered as object).slice(0, 3)).toEqual(["schemaVersion", "program", "programName"]);
});

test("The kind of a cap is known by what only it says", () => {
  const cap = resolve(schema, schema.$defs?.["Cap"]);
  expect(kindOf(schema, cap, { kind: "per-person" }).properties?.["kind"]?.const).toBe("per-person");
});

test("A new part has all that it must have", () => {
  const slot = emptyOf(schema, { $ref: "#/$defs/EvidenceSlot" });
  expect(Object.keys(slot as object)).toEqual(resolve(schema, { $ref: "#/$defs/EvidenceSlot" }).required);
});

test("A path leads through lists and kinds to its part", () => {
  const part = partAt(schema, ["activityTypes", 0, "evidence", 0, "required"], coop);
  expect(part.type).toBe("boolean");
});
