import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { findFreePort } from "../database/free-local-port.ts";
import { refuseTakenPort } from "./free-port.ts";

let other: Server | undefined;
afterEach(() => {
  other?.close();
  other = undefined;
});

test("a free port is accepted", async () => {
  await expect(refuseTakenPort("localhost", await findFreePort())).resolves.toBeUndefined();
});

test("a port that another program uses is refused, and the next one proposed", async () => {
  const port = await findFreePort();
  other = createServer();
  await new Promise<void>((done) => other?.listen(port, "127.0.0.1", done));
  await expect(refuseTakenPort("localhost", port)).rejects.toThrow(
    new RegExp(`port ${port} of 127.0.0.1.*PORT=${port + 1}`),
  );
});

test("a host that is not this machine is refused by name", async () => {
  await expect(refuseTakenPort("203.0.113.7", 3000)).rejects.toThrow(/HOST=203\.0\.113\.7/);
  await expect(refuseTakenPort("no-such-host.invalid", 3000)).rejects.toThrow(/HOST=no-such-host\.invalid/);
});
