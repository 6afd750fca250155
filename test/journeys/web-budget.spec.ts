import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { expect, PEOPLE, test } from "./program.ts";

/** Issue 2, "Figures to reach": script of the first page, compressed. */
const MOST = 250_000;

interface Weight {
  readonly files: number;
  /** Bytes of the bodies as they came over the wire. */
  readonly sent: number;
  /** What the same bodies are as gzip, whatever the server chose to send. */
  readonly gzip: number;
  /** When the main content was there, in milliseconds. */
  readonly lcp: number;
}

/** Loads a page in a browser that has never been here, and weighs its scripts. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const lcp = await page.evaluate<number>(`new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
      .observe({ type: "largest-contentful-paint", buffered: true });
  })`);
  const sizes = await Promise.all(scripts.map((response) => response.request().sizes()));
  const bodies = await Promise.all(scripts.map((response) => response.body()));
  return {
    files: scripts.length,
    sent: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
    gzip: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0),
    lcp,
  };
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
