import { pino } from "pino";
import { expect, test } from "vitest";
import { createLog } from "../log/index.ts";
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

test("every line that is logged while a request is answered carries its id, also far below the routes", async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const app = await createServer({ log, secure: false, whoIs: () => Promise.resolve(undefined) });
  app.post("/somewhere", async () => {
    log.info("deep inside");
    return { here: true };
  });
  const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/somewhere`;
  const answers = await Promise.all([1, 2].map(() => fetch(url, { method: "POST", body: "x".repeat(100_000) })));
  await app.close();
  const ids = new Set(answers.map((answer) => answer.headers.get("x-request-id")));
  for (const words of ["deep inside", "request"]) {
    expect(new Set(lines.filter((line) => line["msg"] === words).map((line) => line["reqId"]))).toEqual(ids);
  }
});

test.each(["ENOSPC", "EDQUOT", "53100"])(
  "no room left (%s) is an answer that says so, and an error in the log",
  async (code) => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
    const app = await createServer({ log, secure: false, whoIs: () => Promise.resolve(undefined) });
    app.get("/full", () => Promise.reject(Object.assign(new Error("no space left on device"), { code })));
    const answer = await app.inject("/full");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({
      code: "storage-full",
      detail: expect.stringContaining("no room left") as unknown,
    });
    expect(lines).toContainEqual(expect.objectContaining({ msg: "disk full", level: 50 }));
    await app.close();
  },
);
