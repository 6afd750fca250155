import { test as base } from "@playwright/test";
import { type RunningProgram, startProgram } from "../program/start-program.ts";

/** Playwright's `test` with the program beside it: one for all tests of a worker. */
export const test = base.extend<object, { program: RunningProgram }>({
  program: [
    // Playwright wants a pattern that names the fixtures in use; this one needs none, and names one that costs nothing.
    async ({ browserName: _browser }, use) => {
      const program = await startProgram();
      await use(program);
      await program.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.baseUrl),
});

export { expect } from "@playwright/test";
