import type { Overview } from "../../web/api/schema.gen.d.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("The vendor's first page says what is late, opens the next review, and shows where the money is", async ({
  enter,
  apiOf,
}) => {
  const { waiting, money } = await (await apiOf(PEOPLE.reviewer)).get<Overview>("/overview");
  const page = await enter(PEOPLE.reviewer, "/");
  await expect(page.getByRole("link", { name: `${waiting.late} late` })).toBeVisible();
  const rows = page.getByRole("table", { name: "Where the money is" }).getByRole("row");
  await expect(rows).toHaveCount(money.length + 1);
  await page.getByRole("region", { name: "Next to decide" }).getByRole("listitem").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/reviews\/rev_/);
  await page.getByRole("link", { name: "Fundproof, home" }).click();
  await page.getByRole("link", { name: `${waiting.late} late` }).click();
  await expect(page.getByRole("button", { name: "Overdue", pressed: true })).toBeVisible();
});

test("A partner's first page names the next dates of the own programs", async ({ enter }) => {
  const page = await enter(PEOPLE.partner, "/");
  await expect(page.getByRole("region", { name: "Next dates" }).getByRole("listitem")).toHaveCount(4);
});
