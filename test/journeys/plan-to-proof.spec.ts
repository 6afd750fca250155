import type { Fund, Plan } from "../../web/api/schema.gen.d.ts";
import { uniqueName } from "./claims.ts";
import { cents, words, workday } from "./figures.ts";
import { FILES } from "./files.ts";
import { ledgerStory, linesOf } from "./ledger-story.ts";
import { Partner } from "./partner.ts";
import { Planner } from "./planner.ts";
import { freePlace } from "./plans.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";

test.setTimeout(180_000);

test("In a program that pays after proof, a plan is approved for less, proven in part, and every cent is accounted for", async ({
  enter,
  apiOf,
}) => {
  const { person, api, location, fund: before } = await freePlace(apiOf, "coop", (fund) => fund.usagePeriod);
  const page = await enter(person);
  const planner = new Planner(page);
  const name = uniqueName("Autumn of the cloud");
  const day = workday(before.usage);

  await test.step("The partner writes a plan of two campaigns", async () => {
    await planner.begin({
      place: new RegExp(`^${location.name}, Co-op`),
      period: new RegExp(before.usagePeriod),
      name,
      reviewer: PEOPLE.reviewer,
    });
    await expect(planner.checklist).toContainText("Add a campaign");
    await planner.addCampaign("Cloud without worry", before.usage.from, before.usage.to);
    await planner.addActivity({
      name: "Display advertising",
      kind: "Digital advertising",
      budget: "1800.00",
      countries: ["United States", "Canada"],
    });
    await planner.addActivity({
      name: "Seminar for manufacturers",
      kind: "Customer seminars and boot camps",
      budget: "900.50",
      countries: ["United States"],
    });
    await planner.addCampaign("Winter mailing", before.usage.from, before.usage.to);
    await planner.addActivity({
      name: "Mailing to customers",
      kind: "Direct mail, e-mail and short messages",
      budget: "640.00",
      countries: ["United States"],
    });
    await expect(planner.checklist).toContainText("3,340.50 USD");
    await expect(planner.checklist).toContainText("Everything is there. You can submit.");
  });
  const id = new URL(page.url()).pathname.slice("/plans/".length);
  const planNow = (): Promise<Plan> => api.get<Plan>(`/plans/${id}`);
  const fundNow = (): Promise<Fund> => api.get<Fund>(`/funds/${before.id}`);

  await test.step("The partner submits the sum that is repeated, and the plan is locked", async () => {
    await planner.submit("3,340.50 USD");
    await expect(page.locator("header").last()).toContainText("Submitted");
    await expect(planner.section("What happens next")).toContainText("Rosa Delgado decides by");
    await expect(page.getByRole("button", { name: "Submit…" })).toHaveCount(0);
  });

  const reviewer = new Reviewer(await enter(PEOPLE.reviewer));
  await test.step("The reviewer asks about one activity", async () => {
    await reviewer.takeFromQueue(name);
    await reviewer.startReview();
    const seminar = reviewer.page.getByRole("article", { name: "Seminar for manufacturers" });
    await seminar.getByRole("button", { name: "Ask about it…" }).click();
    const dialog = reviewer.page.getByRole("dialog", { name: "Ask for information" });
    await reviewer.chooseFirst("Reason");
    await dialog.getByRole("textbox", { name: "What do you need?" }).fill("Where does the seminar take place?");
    await dialog.getByRole("button", { name: "Send to the partner" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  await test.step("The partner reads the question on top of the plan, answers it and submits again", async () => {
    await page.goto(`/plans/${id}`);
    await expect(page.getByRole("region", { name: "The reviewer needs something from you" })).toContainText(
      "Where does the seminar take place?",
    );
    await planner.tree.getByRole("button", { name: "Seminar for manufacturers" }).click();
    await planner.section("Activity").getByRole("textbox", { name: "Supplier" }).fill("Harbour Hall, Boston");
    await planner.saved();
    await planner.submit("3,340.50 USD");
  });

  await test.step("The reviewer approves for less and says why; the limit is set aside in the fund", async () => {
    await reviewer.openPlan({ id, name });
    await reviewer.startReview();
    await reviewer.page.getByRole("button", { name: "Approve…" }).click();
    const dialog = reviewer.page.getByRole("dialog", { name: /^Approve / });
    await dialog.getByLabel(/^Limit in/).fill("3000.00");
    await dialog.getByRole("textbox", { name: "A word to the partner" }).fill("The mailing goes out once.");
    await dialog.getByRole("button", { name: "Approve 3,000.00 USD" }).click();
    await dialog.waitFor({ state: "hidden" });
    const fund = await fundNow();
    expect(cents(fund.committed)).toBe(cents(before.committed) + 300_000n);
    expect(cents(fund.remaining)).toBe(cents(before.remaining) - 300_000n);
  });

  const partner = new Partner(page);
  await test.step("The partner proves an activity: what the plan knows is filled in", async () => {
    await page.goto(`/plans/${id}`);
    await expect(planner.section("Approved")).toContainText("3,000.00 USD");
    await expect(planner.section("Approved")).toContainText("The mailing goes out once.");
    await planner.activity("Display advertising").getByRole("button", { name: "Add proof" }).click();
    await page.waitForURL(/\/claims\/clm_/);
    await expect(partner.name).toHaveValue(/Display advertising/);
    await expect(partner.amountClaimed).toHaveValue("1,800.00");
    await partner.typeDateAndAmount(day, "1750.50");
    await partner.addInvoice({
      supplier: "Lighthouse Studio Inc.",
      number: `LS-${id.slice(-6)}`,
      day,
      lines: [{ what: "Display advertising, four weeks", kind: "Third-party media placement", amount: "1750.50" }],
      file: FILES.invoice,
    });
    await partner.dropFile(/^Screenshot of the advertisement/, FILES.picture);
    await partner.addLink(/Address of the landing page/, "https://www.example.com/offer");
    await partner.dropFile(/^Anything else/, FILES.eInvoice);
    await partner.writeNote(FILES.picture, "The banner on the news page, with both logos.");
    await partner.writeNote("https://www.example.com/offer", "The page behind the banner.");
    await partner.writeNote(FILES.eInvoice, "The same invoice as the supplier's system sent it.");
    await partner.writeResult(/^Summary of results/, "12,400 impressions, 310 clicks.");
    await expect(partner.checklist).toContainText("Everything is there. You can submit.");
    await partner.submit("1,750.50 USD");
  });
  const claimId = new URL(page.url()).pathname.slice("/claims/".length);

  await test.step("The reviewer approves a part of the proof", async () => {
    await reviewer.openDesk({ id: claimId, name: "Display advertising" });
    await reviewer.startReview();
    await reviewer.cutLine(
      "Display advertising, four weeks",
      "1700.00",
      "The invoice lacks details or does not add up",
    );
    const dialog = await reviewer.openApproval();
    await dialog.getByRole("button", { name: "Approve 1,700.00 USD" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  await test.step("Both read the same cents on the plan and in the fund", async () => {
    const plan = await planNow();
    expect(plan.money).toMatchObject({
      approved: { amount: "1700.00" },
      committed: { amount: "1300.00" },
      left: { amount: "1300.00" },
    });
    for (const reader of [page, reviewer.page]) {
      await reader.goto(`/plans/${id}`);
      const use = reader.getByRole("region", { name: "What is used", exact: true });
      await expect(use).toContainText("1,700.00");
      await expect(use).toContainText("1,300.00");
    }
    const fund = await fundNow();
    expect(cents(fund.approved)).toBe(cents(before.approved) + 170_000n);
    expect(cents(fund.remaining)).toBe(cents(before.remaining) - 300_000n);
    await page.goto(`/funds/${before.id}`);
    await expect(partner.balance("Left")).toContainText(words(cents(before.remaining) - 300_000n));
  });

  await test.step("The ledger tells the story", async () => {
    const lines = await linesOf(api, before.id, [id, claimId]);
    console.log(ledgerStory(`The story of ${(await planNow()).number}, "${name}"`, lines, await fundNow()));
    expect(lines.map(({ kind, from, to, moved }) => [kind, from, to, moved.amount])).toEqual([
      ["commit", "fund-available", "plan-committed", "3000.00"],
      ["reserve", "plan-committed", "claim-reserved", "1750.50"],
      ["approve", "claim-reserved", "claim-payable", "1700.00"],
      ["approve", "claim-reserved", "plan-committed", "50.50"],
    ]);
  });
});
