import type { Claim, ClaimListItem, FundItem } from "../../web/api/schema.gen.d.ts";
import { completeClaim, coopFund, draftClaim } from "./claims.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("Another partner's claim, file and fund do not exist for a partner, and nothing of them is shown", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const claim = await completeClaim(api);
  const fund = await coopFund(api, "Denver");
  const page = await enter(PEOPLE.otherPartner);
  for (const address of [`/claims/${claim.id}`, `/funds/${fund.id}`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
    const shown = await page.content();
    for (const secret of [claim.name, claim.number, "Denver", "Alder", "480.00"]) expect(shown).not.toContain(secret);
  }
  const stranger = await apiOf(PEOPLE.otherPartner);
  const file = claim.documents[0]?.file?.id ?? "";
  for (const path of [
    `/claims/${claim.id}`,
    `/claims/${claim.id}/findings`,
    `/funds/${fund.id}`,
    `/files/${file}/content`,
  ]) {
    const answer = await stranger.try("GET", path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text()).not.toContain(claim.name);
  }
  const submission = await stranger.try("POST", `/claims/${claim.id}/submission`, { nonsense: true });
  expect(submission.status()).toBe(404);
});

test("A partner sees his own claims only, also by searching", async ({ enter, apiOf }) => {
  const claim = await draftClaim(await apiOf(PEOPLE.partner));
  const page = await enter(PEOPLE.otherPartner, `/claims?q=${encodeURIComponent(claim.number)}`);
  await expect(page.getByRole("heading", { name: "No claim fits" })).toBeVisible();
});

test("An incentives user sees his location and program only", async ({ enter, apiOf }) => {
  const admins = await apiOf(PEOPLE.partner);
  const inDenver = await draftClaim(admins, { location: "Denver" });
  const inBoston = await draftClaim(admins, { location: "Boston" });
  const users = await apiOf(PEOPLE.partnersUser);
  const funds = await users.get<{ items: FundItem[] }>("/funds?limit=200");
  expect(new Set(funds.items.map(({ location, program }) => `${location.name} ${program}`))).toEqual(
    new Set(["Boston coop"]),
  );
  const claims = await users.get<{ items: ClaimListItem[] }>("/claims?limit=200");
  expect(new Set(claims.items.map(({ location }) => location.name))).toEqual(new Set(["Boston"]));

  const page = await enter(PEOPLE.partnersUser, `/claims/${inDenver.id}`);
  await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
  await page.goto(`/claims/${inBoston.id}`);
  await expect(page.getByRole("heading", { level: 1, name: inBoston.name })).toBeVisible();
  await page.goto("/funds");
  await expect(page.getByRole("link", { name: "Boston" }).first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Denver");
  await page.goto("/claims");
  await expect(page.getByRole("link", { name: inBoston.name })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Denver");
  expect((await admins.get<Claim>(`/claims/${inDenver.id}`)).name).toBe(inDenver.name);
});
