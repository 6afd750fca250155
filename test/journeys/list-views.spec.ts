import { readFileSync } from "node:fs";
import { expect, PEOPLE, test } from "./program.ts";

test("A list opens as it was saved, with its filter and columns, and is a file with what is seen", async ({
  enter,
}) => {
  const page = await enter(PEOPLE.reviewer, "/claims");
  const table = page.getByRole("table", { name: "Claims" });
  await page.getByRole("button", { name: "Approved", exact: true }).click();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Due" }).click();
  await page.keyboard.press("Escape");
  await expect(table.getByRole("columnheader", { name: "Due" })).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Save what you see now as" }).fill("What was approved");
  await page.getByRole("checkbox", { name: "Open the list with it" }).click();
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(page.getByText("The view is saved.")).toBeVisible();

  await page.goto("/claims");
  await expect(page).toHaveURL(/status=approved/);
  await expect(table.getByRole("columnheader", { name: "Due" })).toHaveCount(0);
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const lines = readFileSync(await (await arriving).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toContain("claim_id,number,name,status");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => line.includes(",approved,"))).toBe(true);

  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.getByText("Under review").first()).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Forget What was approved" }).click();
  await expect(page.getByText("A view keeps filter, order and columns")).toBeVisible();
});
