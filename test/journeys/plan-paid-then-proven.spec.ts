import type { Fund, Plan } from "../../web/api/schema.gen.d.ts";
import { uniqueName } from "./claims.ts";
import { cents, workday } from "./figures.ts";
import { FILES } from "./files.ts";
import { ledgerStory, linesOf } from "./ledger-story.ts";
import { Partner } from "./partner.ts";
import { Planner } from "./planner.ts";
import { freePlace } from "./plans.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";

test.setTimeout(180_000);

test("In a program that pays first, finance pays under the plan and an approved proof marks the money proven", async ({
  enter,
  apiOf,
}) => {
  const {
    person,
    api,
    location,
    fund: before,
  } = await freePlace(apiOf, "plans", ({ usagePeriod }) => usagePeriod.slice(0, 4));
  const page = await enter(person);
  const planner = new Planner(page);
  const name = uniqueName("Year of the cloud");
  const day = workday(before.usage);

  await test.step("The partner plans, the reviewer approves", async () => {
    await planner.begin({
      place: new RegExp(`^${location.name}, Planned`),
      period: new RegExp(before.usagePeriod.slice(0, 4)),
      name,
      reviewer: PEOPLE.reviewer,
    });
    await planner.addCampaign("Cloud without worry", before.usage.from, before.usage.to);
    await planner.addActivity({
      name: "Display advertising",
      kind: "Digital advertising",
      budget: "1500.00",
      countries: ["United States"],
    });
    await planner.submit("1,500.00 USD");
  });
  const id = new URL(page.url()).pathname.slice("/plans/".length);
  const planNow = (): Promise<Plan> => api.get<Plan>(`/plans/${id}`);
  const reviewer = new Reviewer(await enter(PEOPLE.reviewer));
  await test.step("The reviewer approves what was planned", async () => {
    await reviewer.openPlan({ id, name });
    await reviewer.startReview();
    await reviewer.page.getByRole("button", { name: "Approve…" }).click();
    const dialog = reviewer.page.getByRole("dialog", { name: /^Approve / });
    await dialog.getByRole("button", { name: "Approve 1,500.00 USD" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  await test.step("Finance posts what the bank has paid; more than the limit is refused", async () => {
    const finance = await enter(PEOPLE.finance, `/plans/${id}`);
    await finance.getByRole("button", { name: "Post a payment…" }).click();
    const dialog = finance.getByRole("dialog", { name: "Post a payment" });
    await dialog.getByLabel(/^Amount in/).fill("1500.01");
    await dialog.getByRole("textbox", { name: "Reference" }).fill("PAY-2041");
    await dialog.getByRole("button", { name: "Post 1,500.01 USD" }).click();
    await expect(dialog.getByRole("alert")).toContainText("1,500.00 USD can still be paid");
    await dialog.getByLabel(/^Amount in/).fill("1200.00");
    await dialog.getByRole("button", { name: "Post 1,200.00 USD" }).click();
    await dialog.waitFor({ state: "hidden" });
    await expect(finance.getByRole("region", { name: "Payments", exact: true })).toContainText("PAY-2041");
  });

  const partner = new Partner(page);
  await test.step("The partner proves the activity with picture, link and invoice", async () => {
    await page.goto(`/plans/${id}`);
    await expect(planner.section("What is proven")).toContainText("1,200.00");
    await planner.activity("Display advertising").getByRole("button", { name: "Add proof" }).click();
    await page.waitForURL(/\/claims\/clm_/);
    await partner.typeDateAndAmount(day, "900.00");
    await partner.addInvoice({
      supplier: "Lighthouse Studio Inc.",
      number: `LS-${id.slice(-6)}`,
      day,
      lines: [{ what: "Display advertising", kind: "Third-party media placement", amount: "900.00" }],
      file: FILES.invoice,
    });
    await partner.dropFile(/^Screenshot of the advertisement/, FILES.picture);
    await partner.addLink(/Address of the landing page/, "https://www.example.com/offer");
    await partner.writeNote(FILES.picture, "The banner on the news page.");
    await partner.writeNote("https://www.example.com/offer", "The page behind the banner.");
    await partner.writeResult(/^Summary of results/, "12,400 impressions, 310 clicks.");
    await expect(partner.checklist).toContainText("Everything is there. You can submit.");
    await partner.submit("900.00 USD");
  });
  const claimId = new URL(page.url()).pathname.slice("/claims/".length);

  await test.step("The approved proof marks the money proven, and moves nothing out of the fund", async () => {
    await reviewer.openDesk({ id: claimId, name: "Display advertising" });
    await reviewer.startReview();
    const dialog = await reviewer.openApproval();
    await dialog.getByRole("button", { name: "Approve 900.00 USD" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect((await planNow()).money).toMatchObject({
      paid: { amount: "1200.00" },
      proven: { amount: "900.00" },
      unproven: { amount: "300.00" },
    });
    const fund = await api.get<Fund>(`/funds/${before.id}`);
    expect(cents(fund.remaining)).toBe(cents(before.remaining) - 120_000n);
    await page.goto(`/plans/${id}`);
    const proven = planner.section("What is proven");
    await expect(proven).toContainText("900.00");
    await expect(proven).toContainText("300.00");
    const lines = await linesOf(api, before.id, [id, claimId]);
    console.log(ledgerStory(`The story of ${(await planNow()).number}, "${name}"`, lines, fund));
    expect(lines.map(({ kind, from, to, moved }) => [kind, from, to, moved.amount])).toEqual([
      ["pay-plan", "fund-available", "plan-payable", "1200.00"],
      ["pay-plan", "plan-payable", "in-flight", "1200.00"],
      ["pay-plan", "in-flight", "plan-unproven", "1200.00"],
      ["prove", "plan-unproven", "paid", "900.00"],
    ]);
  });
});
