import { readFileSync } from "node:fs";
import type { FundForecast, FundItem, StatementLine } from "../../web/api/schema.gen.d.ts";
import { coopFund, draftClaim, uniqueName } from "./claims.ts";
import { cents, words } from "./figures.ts";
import { looksRight } from "./look.ts";
import { Partner } from "./partner.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("Where the money went: lines by source and day, each opening where it comes from, and the same as a file", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const fund = await coopFund(api, "Boston");
  const path = `/funds/${fund.id}/statement`;
  const { items } = await api.get<{ items: StatementLine[] }>(`${path}?limit=200`);
  const page = await enter(PEOPLE.partner, `/funds/${fund.id}`);
  const statement = page.getByRole("region", { name: "Statement" });
  const rows = statement.getByRole("table", { name: "Statement" }).getByRole("row");
  const newest = items[0];
  if (!newest) throw new Error("money has moved");
  await expect(rows.nth(1)).toContainText(words(cents(newest.availableAfter)));

  const earned = items.filter(({ source }) => source.type === "earning");
  await statement.getByRole("button", { name: "Earned" }).click();
  await expect(rows).toHaveCount(earned.length + 1);
  await rows.nth(1).getByRole("button", { name: "Accrual" }).click();
  const dialog = page.getByRole("dialog", { name: "Co-op earned" });
  await expect(dialog).toContainText(/Paid by.*Vendor \w+/);
  await looksRight(page, "line of a statement");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.press("Escape");

  const adjusted = items.filter(({ source }) => source.type === "adjustment");
  await statement.getByRole("button", { name: "Adjustments" }).click();
  await expect(rows).toHaveCount(adjusted.length + 1);
  await expect(rows.nth(1)).toContainText(adjusted[0]?.reason ?? "no reason");
  const day = adjusted[0]?.effectiveOn ?? "";
  await statement.getByLabel("First day of the statement").fill(day);
  await statement.getByLabel("Last day of the statement").fill(day);
  await expect(rows).toHaveCount(adjusted.filter(({ effectiveOn }) => effectiveOn === day).length + 1);

  const arriving = page.waitForEvent("download");
  await statement.getByRole("link", { name: "Download CSV" }).click();
  const file = readFileSync(await (await arriving).path(), "utf8");
  expect(file.charCodeAt(0)).toBe(0xfe_ff);
  expect(file).toContain("line_id,recorded_at,effective_on");
  expect(file.trimEnd().split("\r\n")).toHaveLength(
    adjusted.filter(({ effectiveOn }) => effectiveOn === day).length + 1,
  );

  await statement.getByRole("button", { name: "Claims" }).click();
  await statement.getByLabel("First day of the statement").fill("");
  await statement.getByLabel("Last day of the statement").fill("");
  const claimed = items.find(({ source }) => source.type === "claim");
  await rows
    .nth(1)
    .getByRole("link", { name: claimed?.source.label ?? "" })
    .click();
  await expect(page).toHaveURL(new RegExp(`/claims/${claimed?.source.id ?? "none"}$`));
});

test("The forecast says what will be left when the drafts are approved as claimed", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.partner);
  const name = uniqueName("Forecast draft");
  const claim = await draftClaim(api, { name, location: "London" });
  await api.patch(`/claims/${claim.id}`, { amountClaimed: { amount: "321.00", currency: "GBP" } });
  const fund = await coopFund(api, "London");
  const forecast = await api.get<FundForecast>(`/funds/${fund.id}/forecast`);
  const page = await enter(PEOPLE.partner, `/funds/${fund.id}`);
  const section = page.getByRole("region", { name: "Forecast" });
  await expect(section.getByRole("row").filter({ hasText: name })).toContainText("−321.00");
  await expect(section.getByRole("row", { name: /^Left then/ })).toContainText(words(cents(forecast.afterDrafts)));
  await expect(new Partner(page).balance("Left")).toContainText(words(cents(fund.remaining)));
  await api.post(`/claims/${claim.id}/cancellation`);
});

test("Funds can be narrowed to a location, the ended ones are among all, and a card leads to what fits", async ({
  enter,
  apiOf,
}) => {
  const { items } = await (await apiOf(PEOPLE.partner)).get<{ items: FundItem[] }>("/funds?limit=200");
  const ended = items.filter(({ claimable, claimWindow }) => !claimable && claimWindow.to < new Date().toISOString());
  const page = await enter(PEOPLE.partner, "/funds");
  await expect(page.getByRole("region", { name: "Can be claimed now" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Ended" })).toHaveCount(0);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.getByRole("region", { name: "Ended" }).getByText(/^Closed on/)).toHaveCount(ended.length);
  await page
    .getByRole("combobox", { name: "Location" })
    .or(page.getByRole("textbox", { name: "Location" }))
    .click();
  await page.getByRole("option", { name: "London" }).click();
  const now = page.getByRole("region", { name: "Can be claimed now" });
  await expect(now.getByRole("link", { name: "London" }).first()).toBeVisible();
  await expect(now.getByRole("link", { name: "Boston" })).toHaveCount(0);
  await now.getByRole("link", { name: "What fits here" }).first().click();
  await expect(page.getByRole("heading", { name: "What can I claim?" })).toBeVisible();
});
