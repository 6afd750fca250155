import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CURRENCIES } from "../money/index.ts";
import { editionForProgram } from "./edition-for-program.ts";
import { EditionShape } from "./edition-schema.ts";
import { type EditionSource, readSource, writtenIn } from "./edition-source.ts";
import { programTemplate, programTemplates, TEMPLATE_CODES } from "./program-templates.ts";
import { validateEdition } from "./validate-edition.ts";
import { withChanges } from "./write-changes.ts";

const wish = { code: "own", name: "Our own" };

describe("every template", () => {
  const templates = TEMPLATE_CODES.map((code) => [code] as const);

  test.each(templates)("%s makes a sound program in every year and currency", async (code) => {
    const template = await programTemplate(code);
    if (!template) throw new Error(`no template ${code}`);
    const year = fc.integer({ min: 24, max: 60 }).map((number) => `FY${number}`);
    fc.assert(
      fc.property(year, fc.option(fc.constantFrom(...CURRENCIES), { nil: undefined }), (programYear, currency) => {
        const made = editionForProgram(template.whole, template.written, { ...wish, programYear, currency });
        expect(validateEdition(made).filter(({ severity }) => severity === "blocks")).toEqual([]);
        expect(made).toMatchObject({ program: "own", programName: "Our own", programYear });
        if (currency !== undefined) expect(JSON.stringify(made)).not.toMatch(otherThan(currency));
      }),
      { numRuns: 25 },
    );
  });

  test("comes with the software as a file that is whole", async () => {
    const files = new Set((await programTemplates()).map(({ whole }) => whole.program));
    expect([...files]).toEqual([...TEMPLATE_CODES]);
    expect(await programTemplate("toString")).toBeUndefined();
  });
});

const otherThan = (currency: string) => new RegExp(`"currency":"(?!${currency})[A-Z]`);

describe("a program made from a template", () => {
  test("has its windows and holidays in its own year", async () => {
    const mdf = await programTemplate("mdf");
    const made = EditionShape.parse(
      readSource(asJson(editionForProgram(mdf!.whole, mdf!.written, { ...wish, programYear: "FY29" }))).document,
    );
    expect([made.startsOn, made.endsOn]).toEqual(["2028-07-01", "2029-06-30"]);
    expect(made.windows[0]?.usagePeriod).toEqual({ code: "FY29-Q1", from: "2028-07-01", to: "2028-09-30" });
    expect(made.calendar?.extraHolidays?.map(({ on }) => on)).toEqual(["2028-12-24", "2028-12-31"]);
  });

  test("says in one currency what the template says in several, with its decimals", async () => {
    const events = await programTemplate("events");
    const yen = editionForProgram(events!.whole, events!.written, { ...wish, currency: "JPY" });
    expect(yen).toMatchObject({
      currencies: ["JPY"],
      payingEntities: [{ code: "vendor-uk", currency: "JPY" }],
      claims: { minimum: [{ amount: "500", currency: "JPY" }] },
    });
    const euro = editionForProgram(events!.whole, events!.written, { ...wish, currency: "EUR" });
    expect(euro).toMatchObject({ claims: { minimum: [{ amount: "600.00", currency: "EUR" }] } });
  });

  test("keeps the comments of a text, and says in it what is its own", async () => {
    const events = await programTemplate("events");
    const { source, written, whole } = events!;
    const made = editionForProgram(whole, written, { ...wish, programYear: "FY30", currency: "EUR" });
    const text = withChanges(source, written, made);
    expect(text?.text).toContain("# given by the vendor");
    expect(text?.text).toContain("program: own");
    expect(text && writtenIn(text)).toEqual(made);
  });
});

const asJson = (document: unknown): EditionSource => ({ format: "json", text: JSON.stringify(document) });

describe("writing changes into a text", () => {
  test("gives the changed document again, whatever was changed", () => {
    const before = writtenIn({
      format: "yaml",
      text: readFileSync(new URL("../../programs/wallet.yaml", import.meta.url), "utf8"),
    });
    const source: EditionSource = {
      format: "yaml",
      text: readFileSync(new URL("../../programs/wallet.yaml", import.meta.url), "utf8"),
    };
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.nat()),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(before), "added"), value), (change) => {
        const after = { ...before, ...change };
        const text = withChanges(source, before, after);
        expect(text && writtenIn(text)).toEqual(after);
      }),
      { numRuns: 30 },
    );
  });
});
