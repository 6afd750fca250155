import type { Claim, Fund } from "../../web/api/schema.gen.d.ts";
import { coopFund, uniqueName } from "./claims.ts";
import { cents, words, workday } from "./figures.ts";
import { FILES } from "./files.ts";
import { ledgerStory, linesOfClaim } from "./ledger-story.ts";
import { Partner } from "./partner.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";

const SCREENSHOT = /^Screenshot of the advertisement/;
const LANDING_PAGE = /Address of the landing page/;
const LINK = "https://alder-finch.example/cloud-without-worry";

test("A claim goes from an invoice and its proof to a partial approval, and the fund is right to the cent", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const before = await coopFund(api, "Boston");
  const name = uniqueName("Autumn display campaign");
  const partner = new Partner(await enter(PEOPLE.partner));

  await test.step("The partner begins a claim on the co-op fund", async () => {
    await partner.page.getByRole("link", { name: "New claim" }).click();
    await partner.beginClaim({ fund: /^Boston, coop/, activity: "Digital advertising", name });
    await expect(partner.checklist).toContainText("0 of 4");
    await expect(partner.checklist).toContainText("Add the supplier's invoice.");
    await expect(partner.page.getByRole("button", { name: "Submit…" })).toHaveAttribute("aria-disabled", "true");
  });
  const id = new URL(partner.page.url()).pathname.slice("/claims/".length);
  const claimNow = (): Promise<Claim> => api.get<Claim>(`/claims/${id}`);
  const fundNow = (): Promise<Fund> => api.get<Fund>(`/funds/${before.id}`);

  await test.step("The partner adds the invoice, and the checklist moves", async () => {
    const day = workday(before.usage);
    await partner.typeDateAndAmount(day, "2250.50");
    await partner.addInvoice({
      supplier: "Lighthouse Studio Inc.",
      number: `LS-${id.slice(-6)}`,
      day,
      lines: [
        { what: "Display advertising, four weeks", kind: "Third-party media placement", amount: "1800.00" },
        { what: "Management of the campaign", kind: "Agency fee: marketing and creative services", amount: "450.50" },
      ],
      file: FILES.invoice,
    });
    await expect(partner.checklist).toContainText("1 of 4");
    await expect(partner.checklist).toContainText("2,250.50 USD");
  });

  await test.step("The partner drops the proof into its places and says what it shows", async () => {
    await partner.dropFile(SCREENSHOT, FILES.picture);
    await partner.addLink(LANDING_PAGE, LINK);
    await partner.dropFile(/^Anything else/, FILES.eInvoice);
    await expect(partner.checklist).toContainText("3 of 4");
    const notesMissing = partner.checklist.getByRole("button", { name: "Say in a sentence what this document shows." });
    await expect(notesMissing).toHaveCount(3);
    await partner.writeNote(FILES.picture, "The banner on the news page, with both logos.");
    await partner.writeNote(LINK, "The page behind the banner.");
    await partner.writeNote(FILES.eInvoice, "The same invoice as the supplier's system sent it.");
    await partner.writeResult(/^Summary of results/, "12,400 impressions, 310 clicks, 21 enquiries.");
  });

  await test.step("Everything is there", async () => {
    await expect(partner.checklist).toContainText("4 of 4");
    await expect(partner.checklist).toContainText("Everything is there. You can submit.");
    await expect(partner.saving).toHaveText(/Saved \d\d:\d\d$/);
  });

  await test.step("The partner submits the amount that is repeated, once every statement is confirmed", async () => {
    const dialog = await partner.openSubmit();
    const send = dialog.getByRole("button", { name: "Submit 2,250.50 USD" });
    await expect(send).toHaveAttribute("aria-disabled", "true");
    await partner.acknowledgeAll(dialog);
    await send.click();
    await expect(dialog).toBeHidden();
    const { dueOn } = await claimNow();
    const status = partner.page.getByRole("banner").or(partner.page.locator("header")).last();
    await expect(status).toContainText("Submitted");
    await expect(status).toContainText("At the vendor, answer due");
    await expect(status).toContainText(String(Number(dueOn?.slice(8))));
  });

  await test.step("The fund holds the amount for the claim", async () => {
    await partner.section("Details").getByRole("link", { name: /left$/ }).click();
    await expect(partner.balance("Reserved for claims")).toContainText(words(-(cents(before.reserved) + 225050n)));
    await expect(partner.balance("Left")).toContainText(words(cents(before.remaining) - 225050n));
  });

  const reviewer = new Reviewer(await enter(PEOPLE.reviewer));
  await test.step("The reviewer takes the claim from the queue and sees the documents beside the lines", async () => {
    await reviewer.takeFromQueue(name);
    await reviewer.page.getByRole("button", { name: "Take it" }).click();
    await expect(reviewer.page.getByText("In your hands")).toBeVisible();
    await reviewer.startReview();
    await expect(reviewer.documents).toContainText(FILES.invoice);
    await expect.poll(() => reviewer.coloursOfPdf()).toBeGreaterThan(10);
    await reviewer.showDocument(SCREENSHOT_LABEL);
    await expect(reviewer.documents.getByRole("img", { name: FILES.picture })).toBeVisible();
    await reviewer.showDocument(/Other|Anything else/);
    await expect(reviewer.documents).toContainText("Lighthouse Studio Inc.");
  });

  await test.step("The reviewer cuts one line, and sees the resulting amount before sending it", async () => {
    await expect(reviewer.outcome).toContainText("2,250.50 USD");
    await reviewer.cutLine("Management of the campaign", "200.25", "The invoice lacks details or does not add up");
    await expect(reviewer.outcome).toContainText("2,000.25 USD");
    await expect(reviewer.outcome).toContainText("250.25");
    const dialog = await reviewer.openApproval();
    await expect(dialog).toContainText("2,000.25 USD");
    await expect(dialog).toContainText("The invoice lacks details or does not add up");
    await dialog.getByRole("textbox", { name: "A word to the partner" }).fill("The fee covers two campaigns.");
    await dialog.getByRole("button", { name: "Approve 2,000.25 USD" }).click();
    await expect(dialog).toBeHidden();
    await expect(reviewer.page.getByText(/approved with 2,000\.25 USD/)).toBeVisible();
  });

  await test.step("The partner reads per line what was approved, and why not all of it", async () => {
    await partner.page.goto(`/claims/${id}`);
    const amounts = partner.section("Amounts");
    await expect(amounts.getByRole("row", { name: /Display advertising, four weeks/ })).toContainText(
      /1,800\.00.*1,800\.00.*1,800\.00/,
    );
    const cut = amounts.getByRole("row", { name: /Management of the campaign/ });
    await expect(cut).toContainText(/450\.50.*450\.50.*200\.25/);
    await expect(cut).toContainText("The invoice lacks details or does not add up");
    await expect(amounts).toContainText("The fee covers two campaigns.");
    await expect(partner.page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(partner.page.locator("header").last()).toContainText("Approved");
  });

  await test.step("The fund shows what was approved and what is left, to the cent", async () => {
    await partner.page.goto(`/funds/${before.id}`);
    await expect(partner.balance("Approved")).toContainText(words(-(cents(before.approved) + 200025n)));
    await expect(partner.balance("Left")).toContainText(words(cents(before.remaining) - 200025n));
    const { number } = await claimNow();
    await expect(partner.page.getByRole("table", { name: "Statement" }).getByRole("row").nth(1)).toContainText(
      new RegExp(`${number}|Claim`),
    );
  });

  await test.step("The ledger tells the story", async () => {
    const lines = await linesOfClaim(api, before.id, id);
    const fund = await fundNow();
    console.log(ledgerStory(`The story of ${(await claimNow()).number}, "${name}"`, lines, fund));
    expect(lines.map(({ kind, from, to, moved }) => [kind, from, to, moved.amount])).toEqual([
      ["reserve", "fund-available", "claim-reserved", "2250.50"],
      ["approve", "claim-reserved", "claim-payable", "2000.25"],
      ["approve", "claim-reserved", "fund-available", "250.25"],
    ]);
    expect(cents(fund.remaining)).toBe(cents(before.remaining) - 200025n);
    expect(cents(fund.reserved)).toBe(cents(before.reserved));
    expect(cents(fund.approved)).toBe(cents(before.approved) + 200025n);
  });
});

/** As the documents of a claim are called in the list beside the lines. */
const SCREENSHOT_LABEL = /Screenshot of the advertisement/;
