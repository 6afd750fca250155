import type { Locator, Page } from "@playwright/test";
import { fileOf, pathOf } from "./files.ts";

/** A line of an invoice as the partner types it. */
export interface TypedLine {
  readonly what: string;
  /** The kind of cost as the list calls it. */
  readonly kind: string;
  readonly amount: string;
}

/** An invoice as the partner types it. */
export interface TypedInvoice {
  readonly supplier: string;
  readonly number: string;
  readonly day: string;
  readonly lines: readonly TypedLine[];
  readonly file: string;
}

/** What a partner does in the pages, in words. */
export class Partner {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The live checklist beside the claim. */
  get checklist(): Locator {
    return this.page.getByRole("complementary", { name: "Checklist" });
  }

  /** "Saved 10:42" and its like, of the claim itself. */
  get saving(): Locator {
    return this.page.getByRole("status").filter({ hasText: /Saved|Saving|Not saved|No connection\. Kept/ });
  }

  get amountClaimed(): Locator {
    return this.page.getByLabel(/^Amount claimed in/);
  }

  get name(): Locator {
    return this.page.getByRole("textbox", { name: "Name of the claim" });
  }

  /** A titled card of the page. */
  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** Begins a claim: which fund, which activity, which name. */
  async beginClaim(facts: { fund: RegExp; activity: string; name: string }): Promise<void> {
    await this.page.goto("/claims/new");
    await this.page.getByRole("radio", { name: facts.fund }).click();
    await this.choose("Activity", facts.activity);
    await this.name.fill(facts.name);
    await this.page.getByRole("button", { name: "Create the draft" }).click();
    await this.page.waitForURL(/\/claims\/clm_/);
  }

  /** Chooses from a list by its label. */
  async choose(label: string, option: string, place: Locator | Page = this.page): Promise<void> {
    await place
      .getByRole("combobox", { name: label })
      .or(place.getByRole("textbox", { name: label }))
      .click();
    await this.page.getByRole("option", { name: option }).click();
  }

  async typeDateAndAmount(day: string, amount: string): Promise<void> {
    await this.page.getByLabel("Date of execution").fill(day);
    await this.amountClaimed.fill(amount);
  }

  async addInvoice(invoice: TypedInvoice): Promise<void> {
    await this.page.getByRole("button", { name: "Add an invoice" }).click();
    const form = this.page.getByRole("form", { name: "Invoice" });
    await form.getByLabel("Supplier").fill(invoice.supplier);
    await form.getByLabel("Invoice number").fill(invoice.number);
    await form.getByLabel("Invoice date").fill(invoice.day);
    for (const [index, line] of invoice.lines.entries()) {
      if (index > 0) await form.getByRole("button", { name: "Add a line" }).click();
      await form.getByLabel(`Description of line ${index + 1}`).fill(line.what);
      await this.choose(`Kind of cost of line ${index + 1}`, line.kind, form);
      await form.getByLabel(`Unit price of line ${index + 1}`).fill(line.amount);
    }
    await form.locator("input[type=file]").setInputFiles(pathOf(invoice.file));
    await form.getByRole("button", { name: invoice.file }).waitFor();
    await form.getByRole("button", { name: "Add the invoice" }).click();
    await this.page.getByRole("article", { name: `Invoice ${invoice.number}` }).waitFor();
  }

  /** The place where proof of one kind goes. */
  slot(label: RegExp): Locator {
    return this.page.getByRole("group", { name: label });
  }

  /** Drags a file from the desktop and lets it fall on a slot. */
  async dropFile(slot: RegExp, name: string): Promise<void> {
    const { mimeType, buffer } = fileOf(name);
    const transfer = await this.page.evaluateHandle(`(() => {
      const bytes = Uint8Array.from(atob("${buffer.toString("base64")}"), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], "${name}", { type: "${mimeType}" }));
      return transfer;
    })()`);
    for (const type of ["dragenter", "dragover", "drop"]) {
      await this.slot(slot).dispatchEvent(type, { dataTransfer: transfer });
    }
    await this.section("Proof").getByRole("button", { name, exact: false }).first().waitFor();
  }

  async addLink(slot: RegExp, url: string): Promise<void> {
    const field = this.page.getByRole("textbox", { name: new RegExp(`^Link for: .*${slot.source}`, slot.flags) });
    await field.fill(url);
    await field.press("Enter");
    await this.section("Proof").getByRole("link", { name: url }).waitFor();
  }

  /** The note of a document, by what is proved: the file's name or the link. */
  note(document: string): Locator {
    return this.section("Proof")
      .locator("[data-field^='documents[']")
      .filter({ hasText: document })
      .getByRole("textbox", { name: "What it shows" });
  }

  async writeNote(document: string, text: string): Promise<void> {
    await this.note(document).fill(text);
  }

  async writeResult(label: RegExp, text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: label }).fill(text);
  }

  /** Opens the last look before submitting. */
  async openSubmit(): Promise<Locator> {
    await this.page.getByRole("button", { name: "Submit…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Submit this claim" });
    await dialog.waitFor();
    return dialog;
  }

  /** Confirms every statement. */
  async acknowledgeAll(dialog: Locator): Promise<void> {
    for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  }

  /** Submits: acknowledges everything and presses the button that repeats the amount. */
  async submit(amount: string): Promise<void> {
    const dialog = await this.openSubmit();
    await this.acknowledgeAll(dialog);
    await dialog.getByRole("button", { name: `Submit ${amount}` }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** The balance of a fund's page: the figure beside a word. */
  balance(word: string): Locator {
    return this.section("Balance").getByRole("row", { name: word });
  }
}
