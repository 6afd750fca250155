import type { Claim, ClaimOption } from "../../web/api/schema.gen.d.ts";
import { coopFund } from "./claims.ts";
import { words } from "./figures.ts";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""));

test("From what I may claim to the draft: fund, activity with its limit and proof, and a claim begun", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const fund = await coopFund(api, "Boston");
  const { items } = await api.get<{ items: ClaimOption[] }>(`/claim-options?fund=${fund.id}`);
  const offers = items[0]?.activities.find(({ code }) => code === "customer-offers");
  if (!offers) throw new Error("customer offers can be claimed");

  const page = await enter(PEOPLE.partner, "/finder");
  await page.getByRole("radio", { name: `Boston, Co-op marketing fund, ${fund.usagePeriod}` }).click();
  const chosen = page.getByRole("region", { name: `Boston · ${fund.usagePeriod}` });
  const row = (name: string) =>
    chosen.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await expect(row("Customer offers")).toContainText("At most 25 % of what the fund earned");
  await expect(row("Customer offers")).toContainText(words(cents(offers.most.amount)));
  await expect(row("Digital advertising")).toContainText(words(cents(fund.remaining.amount)));

  await chosen.getByRole("textbox", { name: "Search activities" }).fill("landing page");
  await expect(row("Customer offers")).toHaveCount(0);
  await row("Digital advertising").getByText("Proof with examples, cost and limits").click();
  await expect(row("Digital advertising")).toContainText("Screenshot of the advertisement as shown");

  await row("Digital advertising").getByRole("link", { name: "Claim this" }).click();
  await expect(page.getByRole("heading", { name: "New claim" })).toBeVisible();
  await expect(page.getByRole("radio", { name: `Boston, coop, ${fund.usagePeriod}` })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Name of the claim" })).toHaveValue(
    `Digital advertising, ${fund.usagePeriod}`,
  );
  await page.getByRole("button", { name: "Create the draft" }).click();
  await page.waitForURL(/\/claims\/clm_/);
  const claim = await api.get<Claim>(`/claims/${page.url().split("/").at(-1) ?? ""}`);
  expect(claim).toMatchObject({
    activityType: "digital-advertising",
    usagePeriod: fund.usagePeriod,
    location: { name: "Boston" },
  });
  await api.post(`/claims/${claim.id}/cancellation`);
});

test("A fund that nothing can be claimed from says why, and offers no claim", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.partner);
  const { items } = await api.get<{ items: ClaimOption[] }>("/claim-options?limit=200");
  const later = items.find(({ claimable, fund }) => claimable.reason === "window-not-open" && fund.program === "coop");
  if (!later) throw new Error("the demo has a fund whose window opens later");
  const page = await enter(PEOPLE.partner, `/finder?fund=${later.fund.id}`);
  await expect(page.getByRole("alert")).toContainText("Claiming opens on");
  await expect(page.getByRole("heading", { name: "Digital advertising", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Claim this" })).toHaveCount(0);
  await looksRight(page, "finder of a fund that opens later");
});

test("The year's calendar shows the windows of my programs as a picture and as a table", async ({ enter, apiOf }) => {
  const fund = await coopFund(await apiOf(PEOPLE.partner), "Boston");
  const page = await enter(PEOPLE.partner, "/calendar");
  const table = page.getByRole("table", { name: "Dates of Co-op marketing fund" });
  const row = table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(fund.usagePeriod) }) });
  await expect(row).toContainText("open now");
  await expect(row).toContainText("USD");
  await page.getByRole("button", { name: "Later" }).click();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Today" }).click();
  await expect(row).toHaveCount(1);
});
