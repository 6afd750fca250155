import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { idText } from "../kernel/index.ts";

// Documents that cannot be editions, as somebody sends them: each is answered with the place and what to do, none with a fault.

const database = useDatabase();
const wire = useWire(database);
let world: World;
const desk = editionDesk(wire, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db);
});

/** Sends a text and gives what was said; a draft that came of it is taken away again. */
async function sent(text: string, contentType = "application/yaml") {
  const said = await wire.call(world.programManager, "POST", "/programs/coop/editions", {
    raw: text,
    headers: { "content-type": contentType },
  });
  if (said.status === 201) await desk.remove(said.body.id);
  return said;
}

const AS_JSON = "application/json";
const HEAD = "program: coop\nprogramYear: FY31\n";

/** What validating a text finds at a path. */
async function found(text: string, path: string) {
  const draft = await desk.drafted(text);
  const { said, validation } = await desk.validate(draft.id);
  const published = await desk.publish(draft.id);
  await desk.remove(draft.id);
  expect(said.status).toBe(200);
  const finding = validation.findings.find((each) => each.path === path);
  return { ...validation, finding, published };
}

/** A whole edition as text, with one part a key of its own in a line that is known. */
const whole = (change: Record<string, unknown>) => JSON.stringify(coopFor("FY31", change), null, 2);
const lineWith = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("a text that cannot be read is refused (400) with the line", () => {
  test.each([
    ["YAML with a bracket left open", `${HEAD}windows: [1, 2\nfundTypes: []\n`, /line \d/],
    ["YAML with a key twice", `${HEAD}program: mdf\n`, /line 3/],
    ["a reference to itself", `${HEAD}windows: &all\n  - *all\n`, /line [34].*write the part out/i],
    [
      "a bomb of references",
      `${HEAD}a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`,
      /line 3/,
    ],
    ["a tag", `${HEAD}guide: !!js/function "x"\n`, /line 3/],
    ["two documents", `${HEAD}---\n${HEAD}`, /line|document/],
  ])("%s", async (_what, text, place) => {
    const said = await sent(text);
    expect([said.status, said.body.code]).toEqual([400, "unreadable-document"]);
    expect(said.body.detail).toMatch(place);
  });

  test.each([
    ["JSON that stops", '{"program": "coop", '],
    ["no JSON at all", "program: coop"],
    ["nothing", ""],
  ])("%s", async (_what, text) => {
    expect((await sent(text, AS_JSON)).status).toBe(400);
  });
});

test("a document of 50 MB is refused by its size (413)", async () => {
  const said = await sent(`${HEAD}guide: "${"x".repeat(50 * 1_048_576)}"\n`);
  expect([said.status, said.body.code]).toEqual([413, "body-too-large"]);
});

describe("a text that is no edition is a draft, and validating names the path and the line", () => {
  test("a newer version of the form", async () => {
    const { finding, valid } = await found(`${HEAD}schemaVersion: 7\n`, "schemaVersion");
    expect(finding).toMatchObject({ line: 3, code: "edition.newer", severity: "blocks" });
    expect([finding?.message, valid]).toEqual([expect.stringContaining("newer Fundproof"), false]);
  });

  test("a key that nobody reads, with the name that was probably meant", async () => {
    const text = whole({ programmName: "Co-op" });
    const { finding, valid, published } = await found(text, "programmName");
    expect(finding).toMatchObject({ line: lineWith(text, "programmName"), code: "edition.unknown-key" });
    expect(finding?.message).toContain('Did you mean "programName"?');
    expect([valid, published.status, published.body.code]).toEqual([false, 422, "edition-not-valid"]);
    expect(published.body.findings).toContainEqual(expect.objectContaining({ field: "programmName" }));
  });

  test("30 February", async () => {
    const { windows } = coopFor("FY31") as { windows: { claimWindow: object }[] };
    const changed = windows.map((window, i) =>
      i === 0 ? { ...window, claimWindow: { ...window.claimWindow, to: "2031-02-30" } } : window,
    );
    const text = whole({ windows: changed });
    const { finding, valid } = await found(text, "windows[0].claimWindow.to");
    expect(finding).toMatchObject({ line: lineWith(text, "2031-02-30"), severity: "blocks" });
    expect(valid).toBe(false);
  });

  const condition = (holds: string) => ({
    conditions: [
      { code: "own-rule", on: "claim", holds, severity: "blocks", field: "name", message: "No", remedy: "Do else." },
    ],
  });
  test.each([
    ["does not compile", "claim.amount >"],
    ["asks what there is not", "claim.colour == 'red'"],
    ["gives no yes or no", "claim.amount + 1"],
    ["loops inside a loop", "claim.lines.all(a, claim.lines.all(b, b.amount > a.amount))"],
    ["is too long to be run", Array.from({ length: 200 }, () => "claim.amount > 1").join(" && ")],
    ["calls what is no function", "matches(claim.name, '(a+)+$')"],
    ["nests without end", `${"(".repeat(500)}true${")".repeat(500)}`],
  ])("an expression that %s", async (_what, holds) => {
    const text = whole(condition(holds));
    const { finding, valid } = await found(text, "conditions[0].holds");
    expect(finding).toMatchObject({ line: lineWith(text, '"holds"'), severity: "blocks" });
    expect([valid, finding?.message === ""]).toEqual([false, false]);
  });

  test("a market without a table of holidays is said, and publishing stays possible", async () => {
    const text = whole({ calendar: { market: "AQ", withoutTable: "weekends-only" } });
    const draft = await desk.drafted(text);
    const { validation } = await desk.validate(draft.id);
    await desk.remove(draft.id);
    expect([validation.valid, validation.status]).toEqual([true, "validated"]);
    expect(validation.findings).toContainEqual(
      expect.objectContaining({
        path: "calendar.market",
        line: lineWith(text, '"AQ"'),
        code: "calendar.no-table",
        severity: "warns",
      }),
    );
  });
});

test("a published version is not changed, nor published again (409), with what to do instead", async () => {
  const id = idText("edition", world.edition.id);
  for (const said of [await desk.change(id, coopFor("FY27"), "*"), await desk.remove(id), await desk.publish(id)]) {
    expect(said.status).toBe(409);
    expect(said.body.detail).toMatch(/Copy it|already published/);
  }
});

describe("what a database or a reader chokes on is no fault of the program", () => {
  const beside = (part: string) => `{"program": "coop", "programYear": "FY31", ${part}}`;
  test.each([
    ["a zero character", beside('"programName": "a\\u0000b"')],
    ["half a character", beside('"programName": "a\\ud800b"')],
    ["a number beyond all numbers", beside('"schemaVersion": 1e999')],
    ["a key of the language itself", beside('"__proto__": {"x": 1}, "constructor": 1')],
    ["nesting without end", beside(`"windows": ${"[".repeat(20_000)}${"]".repeat(20_000)}`)],
    ["objects without end", beside(`"windows": ${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`)],
    ["a list", "[]"],
    ["a number", "7"],
    ["nothing said", "null"],
    ["a year that is none", '{"program": "coop", "programYear": 31}'],
    [
      "a rule of windows that never ends",
      beside('"windowRule": {"earning": "month"}, "startsOn": "0001-01-01", "endsOn": "9999-12-31"'),
    ],
  ])("%s", async (_what, text) => {
    const asJson = await sent(text, AS_JSON);
    const asYaml = await sent(text);
    expect([asJson.status < 500, asYaml.status < 500], `${asJson.text} ${asYaml.text}`.slice(0, 600)).toEqual([
      true,
      true,
    ]);
    const draft = await wire.call(world.programManager, "POST", "/programs/coop/editions", {
      raw: text,
      headers: { "content-type": AS_JSON },
    });
    if (draft.status !== 201) {
      expect([400, 422]).toContain(draft.status);
      return;
    }
    const { said, validation } = await desk.validate(draft.body.id);
    await desk.remove(draft.body.id);
    expect([said.status, validation.valid]).toEqual([200, false]);
  });
});
