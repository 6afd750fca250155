import type { Locator, Page } from "@playwright/test";
import { reviewPath } from "./claims.ts";

/** What a reviewer does in the pages, in words. */
export class Reviewer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The documents beside the lines. */
  get documents(): Locator {
    return this.page.getByRole("region", { name: "Documents", exact: true });
  }

  /** What would be approved as it stands, always in sight. */
  get outcome(): Locator {
    return this.page.getByRole("status").filter({ hasText: "You would approve" });
  }

  /** Finds a claim in the queue and opens it. */
  async takeFromQueue(name: string): Promise<void> {
    await this.page.goto("/reviews");
    await this.page.getByRole("textbox", { name: "Search by number, name or partner" }).fill(name);
    // The list is narrowed a moment after the last letter.
    await this.page.waitForURL(/[?&]q=/);
    await this.page.getByRole("table", { name: "Reviews" }).getByRole("link", { name }).click();
    await this.page.getByRole("heading", { level: 1, name }).waitFor();
  }

  /** Opens a claim's desk by its address. */
  async openDesk(claim: { id: string; name: string }): Promise<void> {
    await this.page.goto(reviewPath(claim));
    await this.page.getByRole("heading", { level: 1, name: claim.name }).waitFor();
  }

  /** Opens a plan's desk by its address. */
  async openPlan(plan: { id: string; name: string }): Promise<void> {
    await this.page.goto(`/reviews/${plan.id.replace("pln_", "rev_")}`);
    await this.page.getByRole("heading", { level: 1, name: plan.name }).waitFor();
  }

  async startReview(): Promise<void> {
    await this.page.getByRole("button", { name: "Start the review" }).click();
    await this.page.getByRole("button", { name: "Approve…" }).waitFor();
  }

  async showDocument(label: RegExp): Promise<void> {
    await this.documents.getByRole("group", { name: "Choose a document" }).getByRole("button", { name: label }).click();
  }

  /** How many different colours the PDF's canvas shows: one would be an empty page. */
  coloursOfPdf(): Promise<number> {
    return this.page.evaluate<number>(`(() => {
      const canvas = document.querySelector("canvas");
      const context = canvas && canvas.width > 0 ? canvas.getContext("2d") : null;
      if (!context) return 0;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
      return colours.size;
    })()`);
  }

  async cutLine(line: string, amount: string, reason: string): Promise<void> {
    await this.page.getByRole("textbox", { name: `My amount for ${line}` }).fill(amount);
    await this.choose(`Reason for cutting ${line}`, reason);
  }

  async choose(label: string, option: string): Promise<void> {
    const field = this.page.getByRole("combobox", { name: label }).or(this.page.getByRole("textbox", { name: label }));
    await field.click();
    await this.page.getByRole("option", { name: option }).click();
  }

  /** Takes the first choice of a list. */
  async chooseFirst(label: string): Promise<void> {
    const exact = { name: label, exact: true };
    await this.page.getByRole("combobox", exact).or(this.page.getByRole("textbox", exact)).click();
    await this.page.getByRole("option").first().click();
  }

  /** Opens the last look before approving. */
  async openApproval(): Promise<Locator> {
    await this.page.getByRole("button", { name: "Approve…" }).click();
    const dialog = this.page.getByRole("dialog", { name: /^Approve / });
    await dialog.waitFor();
    return dialog;
  }

  /** Asks the partner for something and sends it. */
  async ask(reason: string, words: string): Promise<void> {
    await this.page.getByRole("button", { name: "Ask for information…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Ask for information" });
    await this.choose("Reason", reason);
    await dialog.getByRole("textbox", { name: "What do you need?" }).fill(words);
    await dialog.getByRole("button", { name: "Send to the partner" }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  async reject(reason: string, words: string): Promise<void> {
    await this.page.getByRole("button", { name: "Reject…" }).click();
    const dialog = this.page.getByRole("dialog", { name: /^Reject / });
    await this.choose("Reason", reason);
    await dialog.getByRole("textbox", { name: "A word to the partner" }).fill(words);
    await dialog.getByRole("button", { name: "Reject", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }
}
