import type { Page } from "@playwright/test";
import { submittedClaim, uniqueName } from "./claims.ts";
import { expect, PEOPLE, test } from "./program.ts";

/** Types into a list's search and opens a row before the list has been narrowed. */
async function typeAndOpen(page: Page, label: string, name: string): Promise<void> {
  const link = page.getByRole("link", { name });
  await expect(link).toBeVisible();
  const field = page.getByRole("textbox", { name: label });
  await field.fill(name.slice(0, 3));
  // At once: where the machine is slow, the list may be narrowed between the press and the release of a mouse's button.
  await link.dispatchEvent("click");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  // Longer than the pause after which a list is narrowed.
  await page.evaluate<unknown>("new Promise((done) => setTimeout(done, 600))");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("Who opens a row right after typing into the search stays on the page that was opened", async ({
  enter,
  apiOf,
}) => {
  const claim = await submittedClaim(await apiOf(PEOPLE.partner), { name: uniqueName("Typed then opened") });
  const page = await enter(PEOPLE.partner, "/claims?sort=-number");
  await typeAndOpen(page, "Search by number or name", claim.name);
  expect(page.url()).toMatch(new RegExp(`/claims/${claim.id}$`));

  const reviewer = await enter(PEOPLE.reviewer, "/reviews?sort=-dueAt");
  await typeAndOpen(reviewer, "Search by number, name or partner", claim.name);
  expect(reviewer.url()).toContain("/reviews/rev_");
});

test("The search of a list follows the back button", async ({ enter }) => {
  const page = await enter(PEOPLE.partner, "/claims?q=nothing-is-called-so");
  await expect(page.getByRole("heading", { name: "No claim fits" })).toBeVisible();
  const field = page.getByRole("textbox", { name: "Search by number or name" });
  await expect(field).toHaveValue("nothing-is-called-so");
  await page.getByRole("link", { name: "Claims" }).click();
  await expect(field).toHaveValue("");
  await page.goBack();
  await expect(field).toHaveValue("nothing-is-called-so");
});
