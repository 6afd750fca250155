import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

/** A new item of a list of the form, open to be written. */
async function addTo(page: Page, list: string) {
  const region = page.getByRole("region", { name: list, exact: true });
  await region.getByRole("button", { name: `Add to ${list}` }).click();
  return region;
}

test("From a template to a program of one's own: a cap and a proof of one's own, an example, published, read by partners", async ({
  enter,
}) => {
  test.slow();
  const name = `Northern events ${randomUUID().slice(0, 6)}`;
  const page = await enter(PEOPLE.programManager, "/programs");

  await test.step("A template is chosen, named, and becomes a draft without problems", async () => {
    await page.getByRole("link", { name: "New program" }).click();
    await page.getByRole("radio", { name: "Event sponsoring" }).click();
    await page.getByRole("textbox", { name: "Name of the program" }).fill(name);
    await expect(page.getByRole("textbox", { name: "Code" })).toHaveValue(/^northern-events-/);
    await looksRight(page, "new program");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Create the draft" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name}, FY`);
    await expect(page.getByText("Nothing stands in the way of publishing it.")).toBeVisible();
  });

  await test.step("Partners do not see it", async () => {
    const partner = await enter(PEOPLE.partner, "/programs");
    await expect(partner.getByRole("heading", { name: "Co-op marketing fund" })).toBeVisible();
    await expect(partner.getByText(name)).toHaveCount(0);
  });

  await test.step("A cap and a proof are added to the round table; what is missing is told in words", async () => {
    await page.getByRole("button", { name: "Activity types" }).click();
    await page.getByRole("button", { name: "Round table", exact: true }).click();
    const caps = await addTo(page, "Caps");
    await expect(page.getByText(/Activity types › Round table › Caps/).first()).toBeVisible();
    await caps.getByRole("textbox", { name: "Amount" }).fill("750.00");
    const evidence = await addTo(page, "Evidence");
    await evidence.getByRole("textbox", { name: "Description" }).fill("Photo of the table");
    await expect(evidence.getByRole("textbox", { name: "Code" }).last()).toHaveValue("photo-of-the-table");
    await expect(page.getByText("Nothing stands in the way of publishing it.")).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/Saved \d/)).toBeVisible();
  });

  await test.step("It is published, and the way leads to what partners read", async () => {
    await page.getByRole("button", { name: "Publish…" }).click();
    await page.getByRole("dialog", { name: "Publish this version" }).getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog", { name: "Published" }).getByRole("link", { name: "How partners read it" }).click();
    await expect(page.getByRole("heading", { name: "How this works", level: 1 })).toBeVisible();
    await page.getByText("Round table", { exact: true }).first().click();
    await expect(page.getByText("Photo of the table").first()).toBeVisible();
    // Nobody said what good proof of it is, so the guide does not either.
    await expect(page.getByText("Good proof:")).toHaveCount(0);
  });

  await test.step("A partner finds it at once", async () => {
    const partner = await enter(PEOPLE.partner, "/programs");
    await expect(partner.getByRole("link", { name })).toBeVisible();
  });
});
