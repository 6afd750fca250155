import { inflateSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { amountText } from "../money/index.ts";
import { totalsOf } from "./demo-invoice.ts";
import { type DemoCalendar, demoCalendar, demoYears, momentAgo } from "./demo-times.ts";
import { drawPicture } from "./draw-picture.ts";
import { readExamples } from "./make-programs.ts";
import { type PlannedStory, planStory } from "./plan-story.ts";
import { STORIES } from "./stories.ts";
import { writeTable } from "./write-table.ts";

const now = new Date("2026-11-23T14:30:00Z");
let planned: readonly PlannedStory[];
let calendar: DemoCalendar;
beforeAll(async () => {
  const { coop } = await readExamples();
  calendar = demoCalendar(coop, now);
  planned = STORIES.map((story, index) => planStory(calendar, story, index));
});

async function textOf(pdf: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages = Array.from({ length: document.numPages }, async (_none, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join(" ");
  });
  const text = (await Promise.all(pages)).join(" ");
  await task.destroy();
  return text;
}

describe("files of the demo", () => {
  test("an invoice says in its PDF what is entered in the claim: number, lines, total", async () => {
    const roadshow = planned.flatMap(({ invoices }) => invoices).find(({ invoice }) => invoice.lines.length === 40);
    if (!roadshow) throw new Error("no invoice has forty lines");
    const text = await textOf(await roadshow.file.bytes());
    const { invoice } = roadshow;
    expect(text).toContain(invoice.number);
    expect(text).toContain(invoice.supplier.name);
    for (const line of invoice.lines) expect(text).toContain(line.description);
    expect(text.replaceAll(",", "")).toContain(amountText(totalsOf(invoice).total));
  });

  test("an e-invoice escapes what XML would misread", async () => {
    const xml = planned.flatMap(({ invoices }) => invoices).find(({ file }) => file.name.endsWith(".xml"));
    const text = String(await xml?.file.bytes());
    expect(text).toContain("CrossIndustryInvoice");
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  test("a picture is a PNG of full size with something on it", () => {
    const png = drawPicture({
      kind: "page",
      title: "Cloud",
      lines: ["Call us"],
      address: "https://a.example",
      colours: 1,
    });
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const data = png.indexOf("IDAT");
    const dots = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(dots.length).toBe(721 * 420);
    expect(new Set(dots).size).toBeGreaterThan(4);
  });

  test("a table quotes cells with commas", () => {
    expect(String(writeTable([["a,b", 'say "c"', 3]]))).toBe('\uFEFF"a,b","say ""c""",3\r\n');
  });
});

describe("times of the demo", () => {
  test("moments lie in working hours of working days, and never after now", () => {
    for (let day = 1; day < 40; day += 1) {
      const moment = momentAgo(now, day, day);
      expect(moment < now).toBe(true);
      expect([0, 6]).not.toContain(moment.getUTCDay());
      expect(moment.getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(moment.getUTCHours()).toBeLessThan(17);
    }
  });

  test("what happens to a claim stays in order", () => {
    for (const { madeAt, steps } of planned) {
      const times = [madeAt, ...steps.map(({ at }) => at)].map((at) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  test("editions are of FY23 to the year after the present one", () => {
    expect(demoYears("2026-11-23")).toEqual(["FY23", "FY24", "FY25", "FY26", "FY27", "FY28"]);
    expect(demoYears("2028-02-29").at(-1)).toBe("FY29");
    expect(calendar.windows[calendar.present]?.usagePeriod.code).toBe("FY27-H1");
  });
});
