import type { Claim } from "../../web/api/schema.gen.d.ts";
import { draftClaim } from "./claims.ts";
import { FILES, pathOf } from "./files.ts";
import { Partner } from "./partner.ts";
import { PASSWORD } from "./people.ts";
import { expect, PEOPLE, test } from "./program.ts";

const SAVED = /Saved \d\d:\d\d$/;

test("A draft saves itself, and is there after the page is loaded again", async ({ enter, apiOf }) => {
  const claim = await draftClaim(await apiOf(PEOPLE.partner));
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await partner.name.fill("Banners for the winter sale");
  await partner.amountClaimed.fill("312.40");
  await partner.writeResult(/^Summary of results/, "Half-way: 90 clicks.");
  await expect(partner.saving).toHaveText(SAVED);
  await partner.page.reload();
  await expect(partner.name).toHaveValue("Banners for the winter sale");
  await expect(partner.amountClaimed).toHaveValue("312.40");
  await expect(partner.page.getByRole("textbox", { name: /^Summary of results/ })).toHaveValue("Half-way: 90 clicks.");
});

test("An invoice that is half typed is there after the page is loaded again", async ({ enter, apiOf }) => {
  const claim = await draftClaim(await apiOf(PEOPLE.partner));
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await partner.page.getByRole("button", { name: "Add an invoice" }).click();
  await partner.page.getByLabel("Supplier").fill("Lighthouse Studio Inc.");
  await partner.page.getByLabel("Unit price of line 1").fill("99.95");
  await partner.page.reload();
  await partner.page.getByRole("button", { name: "Add an invoice" }).click();
  await expect(partner.page.getByLabel("Supplier")).toHaveValue("Lighthouse Studio Inc.");
  await expect(partner.page.getByLabel("Unit price of line 1")).toHaveValue("99.95");
});

test("When the session ends in the middle of the form, one signs in over the page and the typed text is saved", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const claim = await draftClaim(api);
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await expect(partner.name).toHaveValue(claim.name);
  await partner.page.context().clearCookies();
  await partner.name.fill("Typed after the session had ended");
  const dialog = partner.page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toContainText("What you typed is still here");
  await expect(dialog.getByLabel("E-mail")).toHaveValue(PEOPLE.partner);
  await dialog.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(partner.saving).toHaveText(SAVED);
  await expect(partner.name).toHaveValue("Typed after the session had ended");
  expect((await api.get<Claim>(`/claims/${claim.id}`)).name).toBe("Typed after the session had ended");
});

test("A stale edit shows both texts, and the one that is chosen stays", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.partner);
  const claim = await draftClaim(api);
  const mine = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await expect(mine.name).toHaveValue(claim.name);
  const theirs = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await theirs.name.fill("Their name");
  await theirs.amountClaimed.fill("222.00");
  await expect(theirs.saving).toHaveText(SAVED);

  await mine.name.fill("My name");
  const dialog = mine.page.getByRole("dialog", { name: "Somebody else changed this too" });
  const row = dialog.getByRole("row", { name: /Name of the claim/ });
  await expect(row).toContainText("My name");
  await expect(row).toContainText("Their name");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect(mine.saving).toHaveText(SAVED);
  const kept = await api.get<Claim>(`/claims/${claim.id}`);
  expect(kept.name).toBe("My name");
  // What only the other changed is kept as well, and shown.
  expect(kept.amountClaimed?.amount).toBe("222.00");
  await expect(mine.amountClaimed).toHaveValue("222.00");
});

test("Edits of different fields in two tabs go together without a question", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.partner);
  const claim = await draftClaim(api);
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await expect(partner.name).toHaveValue(claim.name);
  const secondTab = new Partner(await partner.page.context().newPage());
  await secondTab.page.goto(`/claims/${claim.id}`);
  await secondTab.amountClaimed.fill("75.00");
  await expect(secondTab.saving).toHaveText(SAVED);
  await partner.name.fill("From the first tab");
  await expect(partner.saving).toHaveText(SAVED);
  const both = await api.get<Claim>(`/claims/${claim.id}`);
  expect([both.name, both.amountClaimed?.amount]).toEqual(["From the first tab", "75.00"]);
});

test("Without a connection the typed text is kept, and saved when there is one again", async ({ enter, apiOf }) => {
  const api = await apiOf(PEOPLE.partner);
  const claim = await draftClaim(api);
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await expect(partner.name).toHaveValue(claim.name);
  await partner.page.context().setOffline(true);
  await partner.name.fill("Typed in a tunnel");
  await expect(partner.saving).toContainText("No connection. Kept in this browser, saved later.");
  await expect(partner.page.getByText("No connection. What you type is kept in this browser.")).toBeVisible();
  await partner.page.context().setOffline(false);
  await expect(partner.saving).toHaveText(SAVED);
  await expect(partner.name).toHaveValue("Typed in a tunnel");
  expect((await api.get<Claim>(`/claims/${claim.id}`)).name).toBe("Typed in a tunnel");
});

test("An upload that breaks off says so, and goes through on another try", async ({ enter, apiOf }) => {
  const claim = await draftClaim(await apiOf(PEOPLE.partner));
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  const uploads = "**/api/v1/files";
  await partner.page.route(uploads, (route) => route.abort("connectionreset"));
  const slot = partner.slot(/^Screenshot of the advertisement/);
  await slot.locator("input[type=file]").setInputFiles(pathOf(FILES.picture));
  const proof = partner.section("Proof");
  await expect(proof).toContainText("The connection was lost. The file is not there yet.");
  await partner.page.unroute(uploads);
  await proof.getByRole("button", { name: "Try again" }).click();
  await expect(partner.note(FILES.picture)).toBeVisible();
  await expect(proof.getByRole("button", { name: "Try again" })).toHaveCount(0);
});
