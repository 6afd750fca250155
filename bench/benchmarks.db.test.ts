import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { benchmarks } from "./benchmarks.ts";
import { tableOf } from "./lib/figures.ts";
import type { Place } from "./lib/place.ts";

/** Starting from nothing takes its time, and test/operations does it already; the other needs a browser, which comes later. */
const LEFT_OUT = ["start-up", "page-paint"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fundproof-bench-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.keys(benchmarks).filter((name) => !LEFT_OUT.includes(name)))(
  "the benchmark %s still runs and measures something, at a size where its numbers mean nothing",
  async (name) => {
    const place: Place = { clusterUrl: inject("clusterUrl"), folder, size: "tiny", children: new Set() };
    const figures = (await benchmarks[name]?.run(place)) ?? [];
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(figure.measured.value, figure.what).toBeGreaterThan(0);
    expect(tableOf(figures)).toHaveLength(figures.length + 1);
    expect(place.children.size).toBe(0);
  },
);
