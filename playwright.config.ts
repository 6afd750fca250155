import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Quiet and offline; without a sandbox because containers and root have none to give. */
const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** `npm test` names the browser it found; a run by hand takes the system's, else Playwright's own. */
const named = process.env["CHROMIUM"];
const chromium = named === undefined || named === "" ? ["/usr/bin/chromium"].find((path) => existsSync(path)) : named;

/** The journeys start the program themselves (test/journeys/program.ts), each worker its own with its own data. */
export default defineConfig({
  testDir: "test/journeys",
  outputDir: "test-results",
  globalSetup: "./test/journeys/global-setup.ts",
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] !== undefined && process.env["CI"] !== "",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    // A trace slows every step; `playwright test --trace on` records one when it is wanted.
    trace: "off",
    launchOptions: {
      args: launchArguments,
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
  },
});
