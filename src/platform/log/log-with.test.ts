import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLog, logWith } from "./index.ts";

test("a line that is written deep inside something carries what is being done, a line outside of it does not", async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  await Promise.all([
    logWith({ job: "one" }, async () => {
      await pause(5);
      log.info("inside the first");
    }),
    logWith({ job: "two" }, async () => log.info("inside the second")),
  ]);
  log.info("outside");
  log.child({ reqId: "three" }).info("of a request");
  expect(lines.map(({ msg, job, reqId }) => ({ msg, job, reqId }))).toEqual([
    { msg: "inside the second", job: "two", reqId: undefined },
    { msg: "inside the first", job: "one", reqId: undefined },
    { msg: "outside", job: undefined, reqId: undefined },
    { msg: "of a request", job: undefined, reqId: "three" },
  ]);
});
