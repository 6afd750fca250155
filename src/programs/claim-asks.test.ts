import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claimAsks } from "./claim-asks.ts";
import { type EditionDocument, EditionShape } from "./edition-schema.ts";
import { readSource } from "./edition-source.ts";

const shipped = (file: string): EditionDocument => {
  const text = readFileSync(new URL(`../../programs/${file}`, import.meta.url), "utf8");
  return EditionShape.parse(readSource({ format: file.endsWith(".json") ? "json" : "yaml", text }).document);
};
const EVENTS = shipped("events.yaml");
const of = (activityType: string, sponsors: number | null = null) => ({
  activityType,
  fundType: "sponsoring",
  sponsors,
});

describe("what a claim is asked beside what every claim says", () => {
  test("is nothing in a program that asks for nothing", () => {
    const coop = shipped("coop.json");
    expect(claimAsks(coop, { ...of("digital-advertising"), fundType: "coop" })).toEqual({
      fields: [],
      name: null,
      sponsors: false,
      event: false,
      share: null,
    });
  });

  test("is the program's own fields, the number of sponsors and the event where events are shared", () => {
    const asks = claimAsks(EVENTS, of("conference"));
    expect(asks.fields.map(({ code }) => code)).toEqual(["opportunity", "other-sponsors", "market-value"]);
    expect(asks).toMatchObject({ sponsors: true, event: true, name: { example: "Autumn Event - Northwind" } });
  });

  test("tells the vendor's part for the number of sponsors that was said", () => {
    expect(claimAsks(EVENTS, of("conference")).share).toEqual({ text: "1/1, ≤ 50 %", agreed: null });
    expect(claimAsks(EVENTS, of("conference", 3)).share).toEqual({ text: "1/3, ≤ 50 %", agreed: null });
    expect(claimAsks(EVENTS, of("round-table", 1)).share?.agreed).toEqual({
      kind: "list",
      percents: ["25", "50", "75"],
      usual: null,
    });
    expect(claimAsks(EVENTS, of("round-table", 2)).share?.agreed).toBeNull();
  });

  test("leaves out what is asked before the work, or of other activities", () => {
    const fields = [
      { code: "before", name: "Before", kind: "text", required: true, askedOn: "request" },
      { code: "both", name: "Both", kind: "text", required: true, askedOn: "both" },
      { code: "elsewhere", name: "Elsewhere", kind: "text", required: true, activityTypes: ["round-table"] },
    ] as const;
    const document: EditionDocument = {
      ...EVENTS,
      claims: {
        ...EVENTS.claims,
        fields: fields.map((field) => ({
          ...field,
          activityTypes: "activityTypes" in field ? [...field.activityTypes] : undefined,
        })),
      },
    };
    expect(claimAsks(document, of("conference")).fields.map(({ code }) => code)).toEqual(["both"]);
    expect(claimAsks(document, of("no-such-type")).fields.map(({ code }) => code)).toEqual(["both"]);
  });

  test("asks for sponsors and event where a condition reads them", () => {
    const condition = {
      code: "alone",
      on: "claim",
      holds: 'claim.sponsors == 1 || claim.event != ""',
      severity: "warns",
      field: "event",
      message: "m",
      remedy: "r",
    } as const;
    const coop = { ...shipped("coop.json"), conditions: [condition] };
    expect(claimAsks(coop, { ...of("digital-advertising"), fundType: "coop" })).toMatchObject({
      sponsors: true,
      event: true,
    });
  });
});
