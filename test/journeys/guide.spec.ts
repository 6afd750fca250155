import type { ProgramGuide } from "../../web/api/schema.gen.d.ts";
import { completeClaim } from "./claims.ts";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

/** The beginning of a date as British pages write it, `30 June 2027`, short. */
const short = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

test("A newcomer reads how a program works: money, dates, activities with proof, what happens, whom to ask", async ({
  enter,
  apiOf,
}) => {
  const guide = await (await apiOf(PEOPLE.partner)).get<ProgramGuide>("/programs/coop/guide");
  const page = await enter(PEOPLE.partner, "/programs");
  await page
    .getByRole("region", { name: "Co-op marketing fund" })
    .getByRole("link", { name: "How this works" })
    .click();
  await expect(page.getByRole("heading", { name: "How this works", level: 1 })).toBeVisible();

  await expect(page.getByRole("region", { name: "Money", exact: true })).toContainText("60 % are paid out as a rebate");
  await expect(page.getByRole("region", { name: "Plans", exact: true })).toContainText("No, but you may make one");

  const [window] = guide.windows;
  if (!window) throw new Error("the edition has windows");
  const row = page
    .getByRole("table", { name: "Dates of this program" })
    .getByRole("row")
    .filter({ hasText: window.claimWindow.code })
    .first();
  for (const day of [window.usagePeriod.from, window.claimWindow.to, window.proofDeadline]) {
    await expect(row).toContainText(short(day));
  }

  const activities = page.getByRole("region", { name: "What you can claim" });
  await activities.getByRole("textbox", { name: "Search activities" }).fill("landing page");
  await expect(activities.getByText("Digital advertising", { exact: true })).toBeVisible();
  await expect(activities.getByText("Telemarketing", { exact: true })).toHaveCount(0);
  await activities.getByText("Digital advertising", { exact: true }).click();
  for (const part of [
    "Screenshot of the advertisement as shown",
    "Taken while it was live",
    "A draft, a layout or a mock-up",
  ]) {
    await expect(activities.getByText(part).first()).toBeVisible();
  }

  await expect(page.getByRole("region", { name: "What happens then" })).toContainText(
    "The vendor decides within 2 business days.",
  );
  const reasons = page.getByRole("region", { name: "Reasons, and what to do" });
  await reasons.getByRole("button", { name: "Sent back" }).click();
  await expect(reasons.getByRole("row").filter({ hasText: "Evidence is missing" })).toContainText(
    "Add the document that is asked for",
  );
  const contacts = page.getByRole("region", { name: "Whom to ask" });
  await expect(contacts).toContainText("Olivia Brandt");
  await expect(contacts).not.toContainText("Rosa Delgado");
});

test("The guide of another program says what that program's edition says", async ({ enter }) => {
  const page = await enter(PEOPLE.partner, "/programs/plans/guide");
  await expect(page.getByRole("region", { name: "Plans", exact: true })).toContainText(
    "only activities of an approved plan can be claimed",
  );
  const money = page.getByRole("region", { name: "Money", exact: true });
  await expect(money).toContainText("the whole earning goes to the fund");
  await expect(money).toContainText("any amount stays in the fund");
  await expect(page.getByRole("region", { name: "What happens then" })).toContainText(
    "by the end of the following month",
  );
});

test("The guide speaks German, and a language that is changed on the page changes it too", async ({ enter }) => {
  const page = await enter(PEOPLE.partner, "/programs/coop/guide");
  await page.getByRole("button", { name: /Ian Mercer/ }).click();
  await page.getByRole("menuitem", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "So funktioniert es", level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "Was dann geschieht" })).toContainText(
    "Der Hersteller entscheidet innerhalb von 2 Werktagen.",
  );
  // The language is the person's from now on, in every browser: the next journey begins in English again.
  await page.getByRole("button", { name: /Ian Mercer/ }).click();
  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith("/api/v1/me") && answer.request().method() === "PATCH",
  );
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "How this works", level: 1 })).toBeVisible();
  expect((await kept).status()).toBe(200);
});

test("A program's page says how my locations stand to it, which rules judge what, and which versions there are", async ({
  enter,
}) => {
  const page = await enter(PEOPLE.partner, "/programs/coop");
  await expect(
    page.getByRole("table", { name: "Locations" }).getByRole("row").filter({ hasText: "Boston" }),
  ).toContainText("Enrolled");
  await expect(page.getByRole("table", { name: "Which rules judge what" })).toContainText(/FY\d\d, version 1/);
  await page.getByRole("table", { name: "Versions" }).getByRole("link", { name: /^FY24/ }).click();
  await expect(page.getByRole("heading", { name: "How this works" })).toBeVisible();
  await expect(page.getByText(/written from the rules of FY24, version 1/)).toBeVisible();
});

test("Beside every thing to prove stands what is good proof and what is not, by keyboard as well", async ({
  enter,
  apiOf,
}) => {
  const claim = await completeClaim(await apiOf(PEOPLE.partner));
  const page = await enter(PEOPLE.partner, `/claims/${claim.id}`);
  const hints = page.getByRole("button", { name: /^Help: good proof for/ });
  await expect(hints).toHaveCount(3);
  const hint = hints.first();
  await hint.focus();
  await page.keyboard.press("Enter");
  const help = page.getByRole("dialog", { name: /^Help: good proof for “Screenshot/ });
  await expect(help).toContainText("The address and the date can be read in the picture");
  await expect(help).toContainText("A draft, a layout or a mock-up");
  await looksRight(page, "claim with help opened");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await expect(hint).toBeFocused();
  for (const [about, words] of [
    ["which day counts", "It is not the date of the invoice"],
    ["the periods", "On one of these days the work must be done"],
    ["what to write", "One sentence that says what the document shows"],
    ["what an invoice must show", "A quote, an order or a pro-forma invoice is not enough"],
  ] as const) {
    await page
      .getByRole("button", { name: `Help: ${about}` })
      .first()
      .click();
    await expect(page.getByRole("dialog", { name: `Help: ${about}` })).toContainText(words);
    await page.keyboard.press("Escape");
  }
});
