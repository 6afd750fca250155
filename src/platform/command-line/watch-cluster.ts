import type { Cluster } from "../database/embedded-cluster.ts";

const everyMs = 1000;

/**
 * Looks after the embedded server while the program runs: brings it back on the same port when it was killed, so that
 * the pools find it again, and asks the program to stop when that fails.
 */
export function watchCluster(
  cluster: Cluster,
  say: (line: string) => void,
  requestStop: (why: string) => void,
): AsyncDisposable {
  let reviving: Promise<void> | undefined;
  const revive = async (): Promise<void> => {
    say("The database server is gone; starting it again.");
    try {
      await cluster.restart();
      say("The database server is back.");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      requestStop("the database server cannot be started again");
    }
  };
  const timer = setInterval(() => {
    if (reviving !== undefined || cluster.isRunning()) return;
    reviving = revive().finally(() => {
      reviving = undefined;
    });
  }, everyMs);
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await reviving;
    },
  };
}
