import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/database/longest-first.ts";

/**
 * `unit` is pure and needs nothing; `db` runs on a real PostgreSQL, each file on its own clone of a migrated template. Files share
 * the modules of their worker: loading the program anew for each would take longer than most of the tests. So a test file
 * leaves nothing behind in a module, in `process.env` or in a global.
 */
export default defineConfig({
  test: {
    // The usual choice leaves a core to the developer; on two cores that would double the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "src/**/*.test.ts",
            "checks/**/*.test.ts",
            "scripts/**/*.test.ts",
            "web/**/*.test.{ts,tsx}",
            "test/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts", "**/node_modules/**", "test/journeys/**"],
          pool: "forks",
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ["**/node_modules/**", "dist/**", "data/**"],
          globalSetup: ["test/database/global-setup.ts"],
          pool: "forks",
          // Some start the whole program; on a machine that is busy with something else that takes a while.
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
