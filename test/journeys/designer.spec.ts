import type { EditionSummary } from "../../web/api/schema.gen.d.ts";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("From a published version to a correction of one's own: a cap by form, an example judged live, what changes, published", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.programManager);
  const { items } = await api.get<{ items: EditionSummary[] }>("/programs/coop/editions?limit=200");
  // A year that nobody claims in yet: other journeys go on by the rules they know.
  const last = items
    .filter(({ status }) => status === "published")
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0];
  if (!last) throw new Error("the demo has published editions");

  const page = await enter(PEOPLE.programManager, "/programs/coop");
  await page.getByRole("link", { name: `${last.programYear}, version ${last.version}` }).click();
  await expect(page.getByText("In force from", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "Correct in a new version" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`version ${last.version + 1}`);
  await expect(page.getByText("Nothing stands in the way of publishing it.")).toBeVisible();

  await test.step("The example is paid in full before there is a cap", async () => {
    await page.getByRole("tab", { name: "Example" }).click();
    await page.getByRole("combobox", { name: "Activity", exact: true }).click();
    await page.getByRole("option", { name: "Digital advertising" }).click();
    await expect(page.getByRole("region", { name: "What the rules say" })).toContainText("1,000.00");
  });

  await test.step("A cap of 400 is added by form, and the example is cut at once", async () => {
    await page.getByRole("button", { name: "Activity types" }).click();
    await page.getByRole("button", { name: "Digital advertising", exact: true }).click();
    const caps = page.getByRole("region", { name: "Caps", exact: true });
    await caps.getByRole("button", { name: "Add to Caps" }).click();
    await caps.getByRole("textbox", { name: "Amount" }).fill("400.00");
    await expect(caps.getByRole("combobox", { name: "Currency" })).toHaveValue("USD");
    const said = page.getByRole("region", { name: "What the rules say" });
    await expect(said).toContainText("Would be paid400.00");
    await expect(said.getByRole("listitem").filter({ hasText: "Lowered by the cap" })).toContainText("−600.00");
    await looksRight(page, "designer, form");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("The same cap stands in the text, and saving keeps it", async () => {
    await page.getByText("Text", { exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Text of the edition" })).toContainText("schemaVersion");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/Saved \d/)).toBeVisible();
    await looksRight(page, "designer, text");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("What changes is told in words, and the version is published", async () => {
    await page.getByRole("tab", { name: "What changes" }).click();
    await expect(page.getByText(/^\d+ changes?$/)).toBeVisible();
    await page.getByRole("button", { name: "Publish…" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish this version" });
    await dialog.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog", { name: "Published" }).getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "Correct in a new version" })).toBeVisible();
  });
});

test("A text that cannot be read keeps its writer's words, and says where it stops", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.programManager);
  const { items } = await api.get<{ items: EditionSummary[] }>("/programs/plans/editions?limit=200");
  const [newest] = items;
  if (!newest) throw new Error("the demo has published editions");
  const page = await enter(PEOPLE.programManager, `/editions/${newest.id}`);
  await page.getByRole("button", { name: "Correct in a new version" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`version ${newest.version + 1}`);
  await expect(page.getByText("Nothing stands in the way of publishing it.")).toBeVisible();
  await page.getByText("Text", { exact: true }).click();
  const text = page.getByRole("textbox", { name: "Text of the edition" });
  await text.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("kind: [broken\n");
  await expect(page.getByText(/Line \d+/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Text of the edition" })).toContainText("kind: [broken");
  await expect(page.getByRole("button", { name: "Publish…" })).toHaveAttribute("aria-disabled", "true");

  await test.step("That the text is of earlier and not saved is said, and it can be dropped", async () => {
    const restored = page.getByRole("alert").filter({ hasText: /Your unsaved changes of .+ were restored/ });
    await restored.getByRole("button", { name: "Drop them" }).click();
    await expect(restored).toBeHidden();
    await expect(page.getByRole("textbox", { name: "Text of the edition" })).not.toContainText("kind: [broken");
    await expect(page.getByText("Nothing stands in the way of publishing it.")).toBeVisible();
  });
});
