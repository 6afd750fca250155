import type { Fund, StatementLine } from "../../web/api/schema.gen.d.ts";
import { coopFund } from "./claims.ts";
import { cents, words } from "./figures.ts";
import { Partner } from "./partner.ts";
import { expect, PEOPLE, test } from "./program.ts";

const NOTE = "Two subscriptions had been counted twice in the spring.";

test("Finance takes from a fund with a reason, and the statement shows it with its source to both sides", async ({
  enter,
  apiOf,
}) => {
  const before = await coopFund(await apiOf(PEOPLE.partner), "London");
  const left = cents(before.remaining) - 12550n;
  const page = await enter(PEOPLE.finance, `/funds/${before.id}`);
  await page.getByRole("button", { name: "Adjust…" }).click();
  const dialog = page.getByRole("dialog", { name: "Adjust this fund" });
  await dialog.getByLabel(/^Amount/).fill("-125.50");
  await dialog
    .getByRole("combobox", { name: "Reason" })
    .or(dialog.getByRole("textbox", { name: "Reason" }))
    .click();
  await page.getByRole("option", { name: "A wrong calculation was corrected" }).click();
  await dialog.getByLabel("Note").fill(NOTE);
  await dialog.getByRole("button", { name: "Book −125.50 GBP" }).click();
  await expect(dialog).toBeHidden();

  const newest = page.getByRole("table", { name: "Statement" }).getByRole("row").nth(1);
  for (const part of ["Adjusted downwards", NOTE, "Adjustment", "−125.50", words(left)]) {
    await expect(newest).toContainText(part);
  }

  const partner = new Partner(await enter(PEOPLE.partner, `/funds/${before.id}`));
  await expect(partner.page.getByRole("table", { name: "Statement" }).getByRole("row").nth(1)).toContainText(NOTE);
  await expect(partner.balance("Left")).toContainText(words(left));
  await expect(partner.page.getByRole("button", { name: "Adjust…" })).toHaveCount(0);
  const api = await apiOf(PEOPLE.finance);
  const { items } = await api.get<{ items: StatementLine[] }>(`/funds/${before.id}/statement?limit=1`);
  expect(items[0]).toMatchObject({
    kind: "adjust",
    reasonCode: "ops-wrong-calculation",
    source: { type: "adjustment" },
  });
});

test("A partner, a reviewer and an auditor cannot adjust a fund", async ({ enter, apiOf }) => {
  const partners = await apiOf(PEOPLE.partner);
  const fund = await coopFund(partners, "London");
  const body = {
    amount: { amount: "10.00", currency: "GBP" },
    reasonCode: "policy-exception",
    note: "Not mine to give.",
    effectiveFor: fund.earning.to,
  };
  for (const person of [PEOPLE.partner, PEOPLE.reviewer, PEOPLE.auditor]) {
    const answer = await (await apiOf(person)).try("POST", `/funds/${fund.id}/adjustments`, body);
    expect(answer.status(), person).toBe(403);
  }
  expect((await partners.get<Fund>(`/funds/${fund.id}`)).remaining).toEqual(fund.remaining);

  const page = await enter(PEOPLE.auditor, `/funds/${fund.id}`);
  const button = page.getByRole("button", { name: "Adjust…" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await button.focus();
  await expect(page.getByRole("tooltip")).toBeVisible();
});
