import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, request } from "@playwright/test";
import config from "../playwright.config.ts";
import { Api } from "../test/journeys/api.ts";
import { PEOPLE, type Person } from "../test/journeys/people.ts";
import { partnersScreens, type Screen, vendorsScreens } from "../test/journeys/screens.ts";
import { startProgram } from "../test/program/start-program.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { median } from "./lib/load.ts";
import type { Place } from "./lib/place.ts";

/**
 * When the largest part of each page is there (largest contentful paint), on loopback with the demo, in a browser that keeps what it
 * has loaded, as people's do, and has been here before: loaded anew in the tab in which somebody works, and opened in a tab of its own,
 * for which the browser begins a process. Beside it a page of one line of text: what browser and machine take for themselves.
 */
export const pagePaint: Benchmark = { title: "largest contentful paint of every page", run: measure };

const ROUNDS = { full: 3, tiny: 1 } as const;
const GOAL = { atMost: 1000 };
const SLOWEST = 5;
const ONE_LINE = "/healthz";

const SIDES: readonly (readonly [string, Person, (api: Api) => Promise<readonly Screen[]>])[] = [
  ["partner", PEOPLE.partner, partnersScreens],
  ["vendor", PEOPLE.reviewer, vendorsScreens],
];

/** Where a page is loaded. */
type Tab = "open" | "new";
const TABS: Readonly<Record<Tab, string>> = { open: "in the open tab", new: "in a new tab" };

/** What one page took in each round, in milliseconds. */
interface Painted {
  readonly what: string;
  readonly times: readonly number[];
}

async function measure(place: Place): Promise<Figure[]> {
  const program = await startProgram({ DATA_DIR: mkdtempSync(join(place.folder, "page-paint-")) });
  try {
    const painted: Record<Tab, Painted[]> = { open: [], new: [] };
    const lines: Record<Tab, number[]> = { open: [], new: [] };
    for (const [side, person, screensOf] of SIDES) {
      const api = await Api.signIn(await request.newContext({ baseURL: program.baseUrl }), person);
      const screens = await screensOf(api);
      const context = await enter(mkdtempSync(join(place.folder, "browser-")), program.baseUrl, api);
      const open = await context.newPage();
      for (const { name, path } of screens) {
        const times: Record<Tab, number[]> = { open: [], new: [] };
        await paintAnew(context, path);
        for (let round = 0; round < ROUNDS[place.size]; round += 1) {
          lines.new.push(await paintAnew(context, ONE_LINE));
          times.new.push(await paintAnew(context, path));
          lines.open.push(await paint(open, ONE_LINE));
          times.open.push(await paint(open, path));
        }
        for (const tab of ["open", "new"] as const) painted[tab].push({ what: `${side}: ${name}`, times: times[tab] });
      }
      await context.close();
      await api.request.dispose();
    }
    return (["open", "new"] as const).flatMap((tab) => figuresOf(tab, painted[tab], median(lines[tab])));
  } finally {
    await program.stop();
  }
}

/** A browser in which somebody is signed in who has seen a page already: its scripts are known. */
async function enter(profile: string, baseURL: string, api: Api): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, { ...config.use?.launchOptions, baseURL });
  const { cookies } = await api.request.storageState();
  await context.addCookies(cookies);
  await paintAnew(context, "/");
  return context;
}

async function paintAnew(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  try {
    return await paint(page, path);
  } finally {
    await page.close();
  }
}

/** Loads a page and gives when the largest of what it shows was there, after everything has come. */
async function paint(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: "networkidle" });
  return page.evaluate<number>(`new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
      .observe({ type: "largest-contentful-paint", buffered: true });
  })`);
}

function figuresOf(tab: Tab, painted: readonly Painted[], oneLine: number): Figure[] {
  const pages = painted.map(({ what, times }) => ({ what, value: median(times) })).sort((a, b) => b.value - a.value);
  const reference = { value: oneLine, unit: "ms", what: "one line of text" };
  const line = (what: string, value: number): Figure => ({
    what: `${TABS[tab]}, ${what}`,
    measured: { value, unit: "ms" },
    goal: GOAL,
    reference,
  });
  return [
    line(`the middle one of ${pages.length} pages`, median(pages.map(({ value }) => value))),
    ...pages.slice(0, SLOWEST).map(({ what, value }) => line(what, value)),
  ];
}
