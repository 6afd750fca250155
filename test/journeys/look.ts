import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./program.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const WIDTHS = [1440, 390] as const;

interface Fault {
  readonly where: string;
  readonly what: string;
}

/**
 * Looks at what is on the page now, light and dark, on a desk and on a phone, and fails with everything found. The whole of
 * axe runs once a width; the colours change contrasts only, so the dark pages are asked for these alone.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  const faults: Fault[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.evaluate("document.fonts.ready.then(() => undefined)");
      const where = `${name}, ${width} px, ${colorScheme}`;
      const axe = new AxeBuilder({ page });
      const { violations } = await (colorScheme === "light"
        ? axe.withTags(RULES)
        : axe.withRules(["color-contrast"])
      ).analyze();
      for (const { id, help, nodes } of violations) {
        for (const { html, failureSummary } of nodes) {
          faults.push({ where, what: `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ""}` });
        }
      }
    }
    const excess = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (excess > 0) faults.push({ where: `${name}, ${width} px`, what: `the page scrolls sideways by ${excess} px` });
  }
  expect.soft(faults.map(({ where, what }) => `${where}: ${what}`).join("\n"), name).toBe("");
}
