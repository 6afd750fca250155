import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, PEOPLE, test } from "./program.ts";

/** Issue 2, "Figures to reach": script of the first page, compressed. */
const MOST = 250_000;

/** Loads a page with an empty cache; gives what its scripts weigh on the wire and as gzip, and when its main content was there. */
async function weigh(page: Page, path: string): Promise<{ sent: number; gzip: number; files: number; lcp: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let sent = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) sent += encodedDataLength;
  });
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const gzip = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  const lcp = await page.evaluate<number>(`new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
      .observe({ type: "largest-contentful-paint", buffered: true });
  })`);
  return { sent, gzip, files: scripts.size, lcp };
}

test("The first page brings at most 250 kB of compressed script", async ({ knock, enter }) => {
  const pages = [
    ["sign-in", await weigh(await knock("about:blank"), "/sign-in")],
    ["partner's home", await weigh(await enter(PEOPLE.partner, "about:blank"), "/")],
    ["reviewer's queue", await weigh(await enter(PEOPLE.reviewer, "about:blank"), "/reviews")],
  ] as const;
  for (const [name, { sent, gzip, files, lcp }] of pages) {
    const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
    console.log(`${name}: ${files} scripts, ${kB(sent)} sent, ${kB(gzip)} as gzip, LCP ${lcp.toFixed(0)} ms`);
    expect(files, name).toBeGreaterThan(0);
    expect(sent, `${name}: sent`).toBeLessThanOrEqual(MOST);
    expect(gzip, `${name}: as gzip`).toBeLessThanOrEqual(MOST);
  }
});
