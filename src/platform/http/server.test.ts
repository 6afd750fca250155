import { pino } from "pino";
import { expect, test } from "vitest";
import { createServer } from "./server.ts";

/** The address of the client that the log names for a request from an address, with this X-Forwarded-For. */
async function loggedClient(trustedProxy: readonly string[], remoteAddress: string, forwarded: string) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const app = await createServer({ log, secure: false, whoIs: () => Promise.resolve(undefined), trustedProxy });
  app.get("/somewhere", () => ({ here: true }));
  await app.inject({ url: "/somewhere", remoteAddress, headers: { "x-forwarded-for": forwarded } });
  await app.close();
  return lines.find((line) => line["msg"] === "request")?.["client"];
}

test.each<[string, readonly string[], string, string, string]>([
  ["by default the one who connects, whatever he claims", [], "10.0.0.5", "203.0.113.9", "10.0.0.5"],
  ["behind a named proxy the one whom it names", ["10.0.0.5"], "10.0.0.5", "203.0.113.9", "203.0.113.9"],
  ["behind a proxy of a network", ["10.0.0.0/8"], "10.9.9.9", "203.0.113.9", "203.0.113.9"],
  ["behind two proxies", ["10.0.0.0/8"], "10.0.0.5", "203.0.113.9, 10.0.0.6", "203.0.113.9"],
  ["behind a proxy on this machine", ["loopback"], "127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["not the one a client invents", ["10.0.0.5"], "10.0.0.5", "192.0.2.1, 203.0.113.9", "203.0.113.9"],
  ["not what somebody else forwards", ["10.0.0.5"], "198.51.100.7", "203.0.113.9", "198.51.100.7"],
])("the log names as the client %s", async (_who, trusted, from, forwarded, client) => {
  expect(await loggedClient(trusted, from, forwarded)).toBe(client);
});
