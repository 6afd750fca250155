import type { Fund } from "../../web/api/schema.gen.d.ts";
import { coopFund, submittedClaim } from "./claims.ts";
import { cents, words } from "./figures.ts";
import { linesOfClaim } from "./ledger-story.ts";
import { Partner } from "./partner.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";

test("The reviewer asks, the partner answers right there with less, the reviewer rejects, and the money is back", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const before = await coopFund(api, "Denver");
  const claim = await submittedClaim(api, { amount: "900.00" });
  const fundNow = (): Promise<Fund> => api.get<Fund>(`/funds/${before.id}`);
  const reviewer = new Reviewer(await enter(PEOPLE.reviewer));
  const partner = new Partner(await enter(PEOPLE.partner));

  await test.step("The reviewer asks for information", async () => {
    await reviewer.openDesk(claim);
    await reviewer.startReview();
    await reviewer.ask("A result cannot be right", "310 clicks on which of the two sites?");
    await expect(reviewer.page.getByText(`${claim.number} is back at the partner.`)).toBeVisible();
  });

  await test.step("The partner sees on the first page that the claim needs an answer, and by when", async () => {
    await partner.page.goto("/");
    const task = partner.section("Needs you").getByRole("listitem").filter({ hasText: claim.name });
    await expect(task).toContainText("Action required");
    await expect(task).toContainText(/Answer by/);
    await task.getByRole("link", { name: claim.name }).click();
  });

  await test.step("The question stands above the form; the amount stays reserved", async () => {
    const question = partner.section("The reviewer needs something from you");
    await expect(question).toContainText("A result cannot be right");
    await expect(question).toContainText("310 clicks on which of the two sites?");
    await expect(question).toContainText(/submit again by/);
    expect(cents((await fundNow()).reserved)).toBe(cents(before.reserved) + 90000n);
  });

  await test.step("The partner answers right there and submits again with less", async () => {
    await partner.writeResult(/^Summary of results/, "On both sites together: 190 and 120 clicks.");
    await partner.amountClaimed.fill("700.00");
    await expect(partner.saving).toHaveText(/Saved \d\d:\d\d$/);
    await partner.page.getByRole("textbox", { name: "Write a comment" }).fill("We claim for the first site only.");
    await partner.page.getByRole("button", { name: "Send" }).click();
    await expect(partner.section("Comments")).toContainText("Ian Mercer");
    await partner.submit("700.00 USD");
    expect(cents((await fundNow()).reserved)).toBe(cents(before.reserved) + 70000n);
  });

  await test.step("The reviewer reads the answer and rejects with a reason", async () => {
    await reviewer.openDesk(claim);
    await expect(reviewer.page.getByRole("region", { name: "Comments" })).toContainText(
      "We claim for the first site only.",
    );
    await expect(reviewer.page.getByText("On both sites together: 190 and 120 clicks.")).toBeVisible();
    await reviewer.startReview();
    await expect(reviewer.outcome).toContainText("700.00 USD");
    await reviewer.reject("A document belongs to another activity", "The picture shows another campaign.");
  });

  await test.step("The partner reads why, and the money is back", async () => {
    await partner.page.goto(`/claims/${claim.id}`);
    const amounts = partner.section("Amounts");
    await expect(amounts).toContainText("A document belongs to another activity");
    await expect(amounts).toContainText("The picture shows another campaign.");
    await partner.page.goto(`/funds/${before.id}`);
    await expect(partner.balance("Left")).toContainText(words(cents(before.remaining)));
    const after = await fundNow();
    expect(after.remaining).toEqual(before.remaining);
    expect(after.reserved).toEqual(before.reserved);
    const changes = (await linesOfClaim(api, before.id, claim.id)).map(({ amount }) => cents(amount));
    expect(changes.reduce((sum, change) => sum + change, 0n)).toBe(0n);
  });
});
