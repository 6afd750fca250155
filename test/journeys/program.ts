import { rmSync } from "node:fs";
import { test as base, type Page } from "@playwright/test";
import { makeDemo } from "../program/demo-folder.ts";
import { makeDataDir, type RunningProgram, startProgram } from "../program/start-program.ts";
import { Api } from "./api.ts";
import { PEOPLE, type Person } from "./people.ts";

/** What every upload may have at most here: less than the default, so that "too large" is cheap to try. */
export const MAX_UPLOAD_BYTES = 400_000;

interface Worker {
  /** A name of its own gives a spec a program beside the others' one: for what no other journey may meet. */
  beside: string;
  /** The whole program, one for all tests of a worker, with data of its own. */
  program: RunningProgram;
  /** The API in the name of a person; signed in once a worker. */
  apiOf: (person: Person) => Promise<Api>;
}

interface Walk {
  /** Opens the program in a browser of its own, signed in as this person. */
  enter: (person: Person, path?: string) => Promise<Page>;
  /** Opens the program in a browser where nobody is signed in. */
  knock: (path?: string) => Promise<Page>;
}

/** Playwright's `test` with the program beside it, and with people who walk in. */
export const test = base.extend<Walk, Worker>({
  beside: ["", { option: true, scope: "worker" }],
  program: [
    // Playwright wants a pattern that names the fixtures in use; this one needs none, and names one that costs nothing.
    async ({ browserName: _browser }, use) => {
      const dataDir = makeDataDir();
      await makeDemo(dataDir);
      const program = await startProgram({ DATA_DIR: dataDir, MAX_UPLOAD_BYTES: String(MAX_UPLOAD_BYTES) });
      await use(program);
      await program.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
    { scope: "worker", timeout: 90_000 },
  ],
  apiOf: [
    async ({ playwright, program }, use) => {
      const known = new Map<Person, Promise<Api>>();
      const signIn = async (person: Person): Promise<Api> =>
        Api.signIn(await playwright.request.newContext({ baseURL: program.baseUrl }), person);
      await use((person) => {
        const api = known.get(person) ?? signIn(person);
        known.set(person, api);
        return api;
      });
      for (const api of known.values()) await (await api).request.dispose();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ program }, use) => use(program.baseUrl),
  enter: async ({ browser, apiOf }, use) => {
    const walk = watched();
    await use(async (person, path = "/") => {
      const storageState = await (await apiOf(person)).request.storageState();
      const page = walk.watch(await (await browser.newContext({ storageState })).newPage());
      await page.goto(path);
      return page;
    });
    await walk.end();
  },
  knock: async ({ browser }, use) => {
    const walk = watched();
    await use(async (path = "/") => {
      const page = walk.watch(await (await browser.newContext()).newPage());
      await page.goto(path);
      return page;
    });
    await walk.end();
  },
});

/**
 * Looks after the pages of a test: closes them, and fails the test when a script broke or the page asked for something that
 * its own content security policy forbids. Answers of 4xx are no fault; the tests ask for many of them.
 */
function watched() {
  const pages: Page[] = [];
  const faults: string[] = [];
  const watch = (page: Page): Page => {
    pages.push(page);
    // Long enough for two slow cores, short enough that a missing button is told before the test's own end.
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => faults.push(`${error.name}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        faults.push(message.text());
      }
    });
    return page;
  };
  const end = async (): Promise<void> => {
    for (const page of pages) await page.context().close();
    if (faults.length > 0) throw new Error(`The page's own scripts complained:\n${faults.join("\n")}`);
  };
  return { watch, end };
}

export { expect } from "@playwright/test";
export { PEOPLE };
