import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that start the whole program, or a database, again and again, and others that take long. By their size they would come
 * last, and one worker would be left alone with them at the end.
 */
const LONG = [
  "test/operations/kill-trials.db.test.ts",
  "test/operations/serve.db.test.ts",
  "test/operations/stop.db.test.ts",
  "test/operations/backup-commands.db.test.ts",
  "test/operations/commands.db.test.ts",
  "src/demo/seed-demo.db.test.ts",
  "src/identity/sign-in/throttle.db.test.ts",
  "bench/benchmarks.db.test.ts",
  "src/platform/database/embedded-cluster.db.test.ts",
];

/** Orders test files so that the longest begin first, whether this machine has run them before or not. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.indexOf(relative(this.ctx.config.root, moduleId));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
