import { chmodSync, rmSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { makeDataDir } from "../program/start-program.ts";
import { runTrial } from "./kill-trials/trial.ts";

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

// The same at full size: npm run kill-trials (docs/operations.md).
test.each(["application", "database", "both"] as const)(
  "what was acknowledged before kill -9 of %s is in the books once, and never twice, whatever was sent again",
  async (victim) => {
    const home = makeDataDir();
    chmodSync(home, 0o755);
    homes.push(home);
    const plan = { home, submissions: 24, inFlight: 6, victim, kills: 1, untilJobsDone: false, say: () => undefined };
    expect(await runTrial({ ...plan, backup: false })).toMatchObject({
      acknowledged: 24,
      missing: 0,
      twice: 0,
      answeredOtherwise: 0,
      dead: 0,
      check: 0,
    });
  },
  240_000,
);

test("a backup that is taken while claims are submitted restores into an empty folder, in order and without a gap", async () => {
  const home = makeDataDir();
  chmodSync(home, 0o755);
  homes.push(home);
  const plan = { home, submissions: 36, inFlight: 4, victim: "nobody", kills: 0, untilJobsDone: false } as const;
  expect(await runTrial({ ...plan, backup: true, say: () => undefined })).toMatchObject({
    missing: 0,
    twice: 0,
    check: 0,
    restore: 0,
    missingInBackup: 0,
  });
}, 240_000);
