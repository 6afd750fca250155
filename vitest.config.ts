import { defineConfig } from "vitest/config";

/** `unit` is pure and needs nothing; `db` runs on a real PostgreSQL, each file on its own clone of a migrated template. */
export default defineConfig({
  test: {
    projects: [
      {
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
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ["**/node_modules/**", "dist/**", "data/**"],
          globalSetup: ["test/database/global-setup.ts"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
