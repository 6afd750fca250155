import { completeClaim, coopFund, submittedClaim } from "./claims.ts";
import { looksRight, looksRightOn } from "./look.ts";
import { Partner } from "./partner.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";
import { vendorsScreens } from "./screens.ts";

/** Two cores need their time for so many pages. */
test.setTimeout(180_000);

for (const half of ["first", "second"] as const) {
  test(`Every screen of the vendor, the ${half} half, is accessible and fits, light and dark, on a desk and on a phone`, async ({
    enter,
    apiOf,
  }) => {
    await looksRightOn(await enter(PEOPLE.reviewer), await vendorsScreens(await apiOf(PEOPLE.partner)), half);
  });
}

test("Every dialog is accessible and fits, light and dark, on a desk and on a phone", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.partner);
  const [draft, sent] = [await completeClaim(api), await submittedClaim(api)];
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${draft.id}`));
  await partner.openSubmit();
  await looksRight(partner.page, "submit dialog");
  await partner.page.goto(`/claims/${sent.id}`);
  await partner.page.getByRole("button", { name: "Withdraw…" }).click();
  await expect(partner.page.getByRole("dialog")).toBeVisible();
  await looksRight(partner.page, "withdraw dialog");

  const reviewer = new Reviewer(await enter(PEOPLE.reviewer));
  await reviewer.openDesk(sent);
  await reviewer.startReview();
  for (const name of ["Approve…", "Reject…", "Ask for information…", "Keyboard shortcuts"]) {
    await reviewer.page.setViewportSize({ width: 1440, height: 900 });
    await reviewer.page.getByRole("button", { name }).click();
    await expect(reviewer.page.getByRole("dialog")).toBeVisible();
    await looksRight(reviewer.page, name);
    await reviewer.page.keyboard.press("Escape");
    await expect(reviewer.page.getByRole("dialog")).toHaveCount(0);
  }

  const fund = await coopFund(api, "London");
  const finance = await enter(PEOPLE.finance, `/funds/${fund.id}`);
  await finance.getByRole("button", { name: "Adjust…" }).click();
  await expect(finance.getByRole("dialog")).toBeVisible();
  await looksRight(finance, "adjust dialog");
});
