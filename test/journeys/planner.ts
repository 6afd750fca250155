import type { Locator, Page } from "@playwright/test";
import { expect } from "./program.ts";

/** An activity as the partner types it. */
export interface TypedActivity {
  readonly name: string;
  /** The kind of activity as the list calls it. */
  readonly kind: string;
  readonly budget: string;
  readonly countries: readonly string[];
}

/** What a partner does with plans in the pages, in words. */
export class Planner {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get checklist(): Locator {
    return this.page.getByRole("complementary", { name: "Checklist" });
  }

  get tree(): Locator {
    return this.page.getByRole("navigation", { name: "Campaigns and activities" });
  }

  /** A titled card of the page. */
  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The card of an activity on the plan's page. */
  activity(name: string): Locator {
    return this.page.getByRole("article", { name, exact: true });
  }

  /** Begins a plan: for which location and program, which period, what name, who reviews it. */
  async begin(facts: { place: RegExp; period: RegExp; name: string; reviewer: string }): Promise<void> {
    await this.page.goto("/plans/new");
    await this.choose("Location and program", facts.place);
    await this.choose("Period", facts.period);
    await this.page.getByRole("textbox", { name: "Name of the plan" }).fill(facts.name);
    await this.page.getByRole("textbox", { name: "E-mail of the reviewer" }).fill(facts.reviewer);
    await this.page.getByRole("button", { name: "Create the plan" }).click();
    await this.page.waitForURL(/\/plans\/pln_/);
  }

  /** Chooses from a list by its label. */
  async choose(label: string, option: RegExp | string): Promise<void> {
    const exact = { name: label, exact: true };
    await this.page.getByRole("combobox", exact).or(this.page.getByRole("textbox", exact)).click();
    await this.page.getByRole("option", { name: option }).first().click();
  }

  /** Adds a campaign, from its first to its last day. */
  async addCampaign(name: string, from: string, to: string): Promise<void> {
    const first = this.page.getByRole("button", { name: "Add the first campaign" });
    if (await first.isVisible()) await first.click();
    else await this.tree.getByRole("button", { name: "Campaign", exact: true }).click();
    const form = this.section("Campaign");
    await expect(form.getByRole("textbox", { name: "Name of the campaign" })).toHaveValue(/^(New|First) campaign$/);
    await form.getByRole("textbox", { name: "Name of the campaign" }).fill(name);
    await form.getByLabel("First day").fill(from);
    await form.getByLabel("Last day").fill(to);
    await this.saved();
    await this.tree.getByRole("button", { name }).waitFor();
  }

  /** Adds an activity to the campaign that is picked. */
  async addActivity(activity: TypedActivity): Promise<void> {
    await this.tree.getByRole("button", { name: "Activity", exact: true }).click();
    const form = this.section("Activity");
    // Until the new one is there, the form is still that of the activity before.
    await expect(form.getByRole("textbox", { name: "Name of the activity" })).toHaveValue("New activity");
    await form.getByRole("textbox", { name: "Name of the activity" }).fill(activity.name);
    await this.choose("Kind of activity", activity.kind);
    await form.getByLabel(/^Budget in/).fill(activity.budget);
    for (const country of activity.countries) {
      await form
        .getByRole("combobox", { name: "Countries" })
        .or(form.getByRole("textbox", { name: "Countries" }))
        .fill(country);
      await this.page.getByRole("option", { name: country, exact: true }).click();
    }
    await this.page.keyboard.press("Escape");
    await this.saved();
    await this.tree.getByRole("button", { name: activity.name }).waitFor();
  }

  /** Waits until what was typed is saved. */
  async saved(): Promise<void> {
    await this.page
      .getByRole("status")
      .filter({ hasText: /Saved \d\d:\d\d$/ })
      .first()
      .waitFor();
  }

  /** Submits the plan and confirms the amount that is repeated. */
  async submit(amount: string): Promise<void> {
    await this.page.getByRole("button", { name: "Submit…" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Submit this plan" });
    await dialog.getByRole("button", { name: `Submit ${amount}` }).click();
    await dialog.waitFor({ state: "hidden" });
  }
}
