import type { Page } from "@playwright/test";
import { reviewPath, submittedClaim, uniqueName } from "./claims.ts";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });

test("What a reviewer asks rings the partner's bell, opens the claim, and is read then", async ({ enter, apiOf }) => {
  const partner = await apiOf(PEOPLE.partner);
  const claim = await submittedClaim(partner, { name: uniqueName("Rings the bell") });
  const reviewer = await apiOf(PEOPLE.reviewer);
  await reviewer.post(`/claims/${claim.id}/review`);
  const { reasonCodes } = await reviewer.get<{ reasonCodes: { code: string; usage: string[] }[] }>(reviewPath(claim));
  const reasonCode = reasonCodes[0]?.code;
  await reviewer.post(`/claims/${claim.id}/information-request`, { reasonCode, comment: "Which month was it?" });

  const told = async () => (await partner.get<{ items: { name: string }[] }>("/notifications?limit=3")).items;
  await expect.poll(async () => (await told()).map(({ name }) => name)).toContain(claim.name);
  const page = await enter(PEOPLE.partner, "/calendar");
  await expect(bell(page)).toHaveAccessibleName(/unread/);
  await bell(page).click();
  const list = page.getByRole("dialog", { name: "Notifications" });
  const row = list.getByRole("listitem").filter({ hasText: claim.name });
  await expect(row).toBeVisible();
  await looksRight(page, "the bell's list");
  await page.setViewportSize({ width: 1280, height: 900 });
  await row.getByRole("link", { name: `Claim ${claim.number} needs your answer` }).click();
  await expect(page.getByRole("heading", { level: 1, name: claim.name })).toBeVisible();
  await expect(list).toBeHidden();

  await page.goto("/notifications?show=unread");
  await expect(page.getByText(claim.name)).toHaveCount(0);
  await page.getByRole("main").getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("heading", { name: "All is read" })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("Notifications");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByText(claim.name)).toBeVisible();
});
