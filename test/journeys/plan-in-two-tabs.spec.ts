import type { Campaign, Plan } from "../../web/api/schema.gen.d.ts";
import { uniqueName } from "./claims.ts";
import { Planner } from "./planner.ts";
import { freePlace } from "./plans.ts";
import { expect, PEOPLE, test } from "./program.ts";

test("A plan that is open in two tabs is submitted once, and the other tab shows where it is", async ({
  enter,
  apiOf,
}) => {
  const { person, api, location, fund } = await freePlace(apiOf, "coop", ({ usagePeriod }) => usagePeriod);
  const name = uniqueName("Two tabs");
  const plan = await api.post<Plan>("/plans", {
    program: "coop",
    location: location.id,
    fundType: fund.fundType,
    period: fund.usagePeriod,
    name,
    currency: "USD",
    reviewerEmail: PEOPLE.reviewer,
  });
  const campaign = await api.post<Campaign>(`/plans/${plan.id}/campaigns`, {
    name: "Mailing",
    startDate: fund.usage.from,
    endDate: fund.usage.to,
  });
  await api.post(`/campaigns/${campaign.id}/activities`, {
    name: "Mailing to customers",
    activityType: "direct-mail-email-sms",
    countries: ["US"],
    budget: { amount: "640.00", currency: "USD" },
  });
  const [first, second] = [
    new Planner(await enter(person, `/plans/${plan.id}`)),
    new Planner(await enter(person, `/plans/${plan.id}`)),
  ];
  const submits = second.page.getByRole("button", { name: "Submit…" });
  await submits.click();
  const dialog = second.page.getByRole("dialog", { name: "Submit this plan" });
  await dialog.waitFor();
  await first.submit("640.00 USD");
  await dialog.getByRole("button", { name: "Submit 640.00 USD" }).click();
  await expect(second.page.locator("header").last()).toContainText("Submitted");
  expect((await api.get<Plan>(`/plans/${plan.id}`)).round).toBe(1);
});
