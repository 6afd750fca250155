import { coopFund } from "./claims.ts";
import { PASSWORD } from "./people.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("In the demo one click on an account signs in", async ({ knock }) => {
  const page = await knock("/sign-in");
  await page.getByRole("button", { name: new RegExp(PEOPLE.reviewer) }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Good day, Rosa" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Rosa Delgado/ })).toBeVisible();
});

test("A wrong password is told in words, without saying which of the two was wrong", async ({ knock }) => {
  const page = await knock("/sign-in");
  await page.getByLabel("E-mail").fill(PEOPLE.partner);
  await page.getByRole("textbox", { name: "Password" }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("E-mail and password do not go together. Please check both.");
  await expect(page.getByLabel("E-mail")).toHaveValue(PEOPLE.partner);
  await page.getByLabel("E-mail").fill("nobody@nowhere.example");
  await page.getByRole("textbox", { name: "Password" }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("E-mail and password do not go together. Please check both.");
});

test("After signing in one is on the page that was asked for, and after signing out nothing is open any more", async ({
  knock,
  apiOf,
}) => {
  const fund = await coopFund(await apiOf(PEOPLE.partner), "Boston");
  const page = await knock(`/funds/${fund.id}`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel("E-mail").fill(PEOPLE.partner);
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/funds/${fund.id}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Boston" })).toBeVisible();

  await page.getByRole("button", { name: /Ian Mercer/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await page.context().cookies()).toEqual([]);
  await page.goto("/claims");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});

test("An address of another site is not gone to after signing in", async ({ knock, program }) => {
  const page = await knock("/sign-in?to=https%3A%2F%2Felsewhere.example%2F");
  await page.getByRole("button", { name: new RegExp(PEOPLE.partner) }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Ian/ })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(program.baseUrl);
});
