import type { Page } from "@playwright/test";
import { completeClaim, submittedClaim } from "./claims.ts";
import { Partner } from "./partner.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";

/** What has the focus, in words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim()",
  );

/** Presses Tab until something of this name has the focus; tells how often. */
async function tabTo(page: Page, name: string, most = 40): Promise<number> {
  for (let pressed = 1; pressed <= most; pressed += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)).startsWith(name)) return pressed;
  }
  throw new Error(`"${name}" was not reached with ${most} times Tab`);
}

test("The first Tab offers to skip to the content, and the content's first action is next", async ({ enter }) => {
  const page = await enter(PEOPLE.partner, "/");
  await expect(page.getByRole("link", { name: "New claim" })).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  expect(await tabTo(page, "New claim", 3)).toBeLessThanOrEqual(3);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/claims\/new$/);
});

test("The primary action of each page is reached by Tab alone", async ({ enter, apiOf }) => {
  const page = await enter(PEOPLE.partner, "/claims");
  await expect(page.getByRole("link", { name: "New claim" })).toBeVisible();
  await tabTo(page, "New claim");
  const draft = await completeClaim(await apiOf(PEOPLE.partner));
  await page.goto(`/claims/${draft.id}`);
  await expect(page.getByRole("button", { name: "Submit…" })).toBeVisible();
  await tabTo(page, "Submit…");
});

test("A dialog holds the focus, closes with Escape and gives the focus back", async ({ enter, apiOf }) => {
  const draft = await completeClaim(await apiOf(PEOPLE.partner));
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${draft.id}`));
  const opener = partner.page.getByRole("button", { name: "Submit…" });
  await opener.focus();
  await partner.page.keyboard.press("Enter");
  const dialog = partner.page.getByRole("dialog", { name: "Submit this claim" });
  await expect(dialog).toBeVisible();
  const inside = "document.activeElement?.closest('[role=dialog]') !== null";
  await expect.poll(() => partner.page.evaluate<boolean>(inside)).toBe(true);
  for (let pressed = 0; pressed < 12; pressed += 1) {
    await partner.page.keyboard.press(pressed < 8 ? "Tab" : "Shift+Tab");
    expect(await partner.page.evaluate<boolean>(inside)).toBe(true);
  }
  await partner.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("A reviewer opens, steps through the documents and approves without a mouse", async ({ enter, apiOf }) => {
  const claim = await submittedClaim(await apiOf(PEOPLE.partner), { amount: "150.00" });
  const reviewer = new Reviewer(await enter(PEOPLE.reviewer));
  await reviewer.openDesk(claim);
  const { page } = reviewer;
  await page.getByRole("button", { name: "Start the review" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Approve…" })).toBeVisible();
  await page.keyboard.press("]");
  await expect(reviewer.documents.getByRole("button", { pressed: true })).toHaveText(/Screenshot/);
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: /^Approve / });
  const send = dialog.getByRole("button", { name: "Approve 150.00 USD" });
  await expect(send).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`${claim.number} approved with 150.00 USD.`)).toBeVisible();
});
