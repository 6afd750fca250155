import { PASSWORD } from "./people.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("The profile speaks the person's language everywhere, ends other sessions, and says who gives which right", async ({
  enter,
  knock,
}) => {
  const page = await enter(PEOPLE.auditor, "/profile");
  await page.getByRole("textbox", { name: "Name" }).fill("Ada Auditor");
  await page
    .getByRole("combobox", { name: "Language, dates and numbers" })
    .or(page.getByRole("textbox", { name: "Language, dates and numbers" }))
    .click();
  await page.getByRole("option", { name: /German.*Austria|Austrian German/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Profil und Rechte" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Ada Auditor/ })).toBeVisible();

  const other = await knock("/sign-in");
  await other.getByRole("textbox", { name: "E-mail" }).fill(PEOPLE.auditor);
  await other.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("link", { name: "Anträge" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Überall sonst abmelden" }).click();
  await expect(page.getByText("Überall sonst sind Sie abgemeldet.")).toBeVisible();
  await other.goto("/claims");
  await expect(other).toHaveURL(/\/sign-in/);

  const access = page.getByRole("region", { name: "Was Sie dürfen" });
  await expect(access.getByText("Revision", { exact: true })).toBeVisible();
  await expect(access.getByRole("listitem").filter({ hasText: "Programm-Manager" }).first()).toBeVisible();

  await page.getByLabel("Jetziges Passwort").fill("not the password");
  await page.getByLabel("Neues Passwort").fill("four words of my own");
  await page.getByRole("button", { name: "Passwort ändern" }).click();
  await expect(page.getByText(/nicht Ihr jetziges Passwort|not your present password/)).toBeVisible();
});
