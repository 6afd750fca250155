import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test } from "./program.ts";
import type { Screen } from "./screens.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1440, 390] as const;
/** The whole of WCAG 2.2 AA as far as a machine can tell; in the other scheme only the colours can be different. */
const RULES = {
  light: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
  dark: { type: "rule", values: ["color-contrast"] },
} as const;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * Looks at what is on the page now, light and dark, on a desk and on a phone, and fails with everything found. axe is run
 * inside the page: its builder for Playwright opens a second page for each run, which takes several times as long.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
      for (const { id, help, nodes } of await violations(page, RULES[colorScheme])) {
        for (const { html, failureSummary } of nodes) {
          const where = `${name}, ${width} px, ${colorScheme}`;
          faults.push(`${where}: ${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ""}`);
        }
      }
    }
    const excess = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (excess > 0) faults.push(`${name}, ${width} px: the page scrolls sideways by ${excess} px`);
  }
  expect.soft(faults.join("\n"), name).toBe("");
}

/** Looks at one half of some screens: all of them would be more than one test has time for. */
export async function looksRightOn(page: Page, screens: readonly Screen[], half: "first" | "second"): Promise<void> {
  const middle = Math.ceil(screens.length / 2);
  for (const { name, path, heading } of half === "first" ? screens.slice(0, middle) : screens.slice(middle)) {
    await test.step(name, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
      await expect(page.locator("[class*=Skeleton-root]")).toHaveCount(0);
      await looksRight(page, name);
    });
  }
}

/** Waits until the page has been painted as it is to be, and lets axe look at it. */
async function violations(page: Page, runOnly: (typeof RULES)[keyof typeof RULES]): Promise<readonly Violation[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  return page.evaluate<readonly Violation[]>(`(async () => {
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) =>
      ({ id, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  })()`);
}
