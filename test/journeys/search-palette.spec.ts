import type { Page } from "@playwright/test";
import { draftClaim, uniqueName } from "./claims.ts";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search" });
const field = (page: Page) => palette(page).getByRole("combobox", { name: "Search by number or name" });

test("Ctrl K finds a claim by its name or the end of its number, by keyboard alone, and knows it again", async ({
  enter,
  apiOf,
}) => {
  const claim = await draftClaim(await apiOf(PEOPLE.partner), { name: uniqueName("Palette claim") });
  const page = await enter(PEOPLE.partner, "/funds");
  await expect(page.getByRole("heading", { level: 1, name: "Funds" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await field(page).fill(claim.name);
  await expect(palette(page).getByRole("group", { name: "Claims" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: claim.name })).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("group", { name: "Opened lately" })).toContainText(claim.number);
  await field(page).fill("calen");
  await expect(palette(page).getByRole("option", { selected: true })).toHaveText("Calendar");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Calendar" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await field(page).fill("no words like these");
  await expect(palette(page).getByRole("heading", { name: "Nothing has these words in it" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
});

test("An answer that comes late never stands for what was typed last", async ({ enter }) => {
  const page = await enter(PEOPLE.partner, "/calendar");
  await page.route(/\/search\?q=Boston$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue().catch(() => undefined);
  });
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("Boston");
  await page.waitForRequest(/\/search\?q=Boston$/);
  await field(page).fill("London");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/(plans|claims|funds)\/[a-z]{3}_/);
  await expect(page.getByRole("main")).toContainText("London");
  await expect(page.getByRole("main")).not.toContainText("Boston");
});

test("The search has its button on a phone too, says when the server cannot answer, and is accessible", async ({
  enter,
}) => {
  const page = await enter(PEOPLE.reviewer, "/reviews");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("fund");
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  await looksRight(page, "search");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route(/\/search\?/, (route) => route.fulfill({ status: 422, json: { code: "x", detail: "No." } }));
  await field(page).fill("else");
  await expect(palette(page).getByRole("button", { name: "Try again" })).toBeVisible();
  await palette(page).getByRole("button", { name: "Close" }).click();
  await expect(palette(page)).toHaveCount(0);
});
