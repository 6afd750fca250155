import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("An invitation is a task until it is answered: its page shows what is met, and says what comes next", async ({
  enter,
}) => {
  const page = await enter(PEOPLE.partner, "/");
  const task = page.getByRole("region", { name: "Needs you" }).getByRole("listitem").filter({ hasText: "Denver" });
  await task.getByRole("link", { name: "Growth rewards" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Denver · Growth rewards" })).toBeVisible();
  const requirements = page.getByRole("region", { name: "What this location must have" });
  const agreement = requirements.getByRole("listitem").filter({ hasText: "Partner agreement signed" });
  await expect(agreement.getByText("Met", { exact: true })).toBeAttached();
  await looksRight(page, "an invitation");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Accept…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("Action required")).toBeVisible();
  await expect(page.getByText(/Bank and tax data are missing/)).toBeVisible();
});

test("Who cannot see something learns why and asks; whoever gives roles has the notice", async ({ enter, apiOf }) => {
  const page = await enter(PEOPLE.partnersUser, "/nowhere");
  await page.getByRole("link", { name: "Why can't I see this?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Why can't I see this?" })).toBeVisible();
  await page.goto("/access?program=growth");
  await expect(page.getByText("You have no role for this program at any location.")).toBeVisible();
  await expect(page.getByText(/Olivia Brandt/)).toBeVisible();
  await looksRight(page, "why I cannot see it");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Ask for these rights" }).click();
  await expect(page.getByText("Asked. They have a notice")).toBeVisible();
  const admin = await apiOf(PEOPLE.organisationAdmin);
  const told = async () => (await admin.get<{ items: { type: string }[] }>("/notifications?limit=5")).items;
  await expect.poll(async () => (await told()).map(({ type }) => type)).toContain("access-request.made");
  const desk = await enter(PEOPLE.organisationAdmin, "/notifications");
  await desk.getByRole("link", { name: "Somebody asks for rights in Growth rewards" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Uma Castellano asks for rights" })).toBeVisible();
  await desk.getByRole("button", { name: "Give a role…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Give Uma Castellano a role" });
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await desk.getByRole("option", { name: "Incentives user" }).click();
  await expect(dialog.getByRole("combobox", { name: "Program" })).toHaveValue("Growth rewards");
  await dialog.getByRole("button", { name: "Give the role" }).click();
  await expect(desk.getByText("Uma Castellano is Incentives user now.")).toBeVisible();
  await page.goto("/access?program=growth");
  await expect(page.getByText("You have no role for this program at any location.")).toHaveCount(0);
});

test("An organisation admin sees who has which role, and takes one again", async ({ enter }) => {
  const page = await enter(PEOPLE.organisationAdmin, "/");
  await page.getByRole("button", { name: /Olivia Brandt/ }).click();
  await page.getByRole("menuitem", { name: "People and roles" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People and roles" })).toBeVisible();
  const colleague = page.getByRole("row").filter({ hasText: "incentives-user@partner.example" });
  await expect(colleague.getByText("Incentives user").first()).toBeVisible();
  await looksRight(page, "people and roles");
  await page.setViewportSize({ width: 1280, height: 900 });
  await colleague.getByRole("button", { name: "Give a role…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: "Auditor of the partner" }).click();
  await dialog.getByRole("button", { name: "Give the role" }).click();
  await colleague.getByRole("button", { name: /Take the role Auditor of the partner/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take the role" }).click();
  await expect(colleague.getByText("Auditor of the partner")).toHaveCount(0);
});

test("The vendor sees who takes part, is told who cannot be invited and why, and records what is known", async ({
  enter,
}) => {
  const page = await enter(PEOPLE.programManager, "/partners?program=growth");
  const row = page.getByRole("row").filter({ hasText: "Boston" });
  await expect(row.getByText("Not eligible")).toBeVisible();
  await expect(row.getByText(/Cloud competency/)).toBeVisible();
  await looksRight(page, "partners");
  await page.setViewportSize({ width: 1280, height: 900 });
  await row.getByRole("link", { name: "Open" }).click();
  await page.getByRole("button", { name: "Record…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "What" }).fill("data-competency");
  await dialog.getByRole("textbox", { name: "Known from" }).fill("Certification system");
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(page.getByRole("row").filter({ hasText: "data-competency" })).toBeVisible();
});
