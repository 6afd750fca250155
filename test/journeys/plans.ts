import type { Enrollment, FundItem, PlanListItem } from "../../web/api/schema.gen.d.ts";
import type { Api } from "./api.ts";
import { cents } from "./figures.ts";
import { PEOPLE, type Person } from "./people.ts";

/** Where a plan can still be made, by whom, and the fund that pays for it. */
export interface FreePlace {
  readonly person: Person;
  readonly api: Api;
  readonly location: { readonly id: string; readonly name: string };
  readonly fund: FundItem;
}

/** A location of one of the partners that takes part in the program, holds money in USD and has no plan for this period yet. */
export async function freePlace(
  apiOf: (person: Person) => Promise<Api>,
  program: "coop" | "plans",
  periodOf: (fund: FundItem) => string,
): Promise<FreePlace> {
  for (const person of [PEOPLE.partner, PEOPLE.otherPartner]) {
    const api = await apiOf(person);
    const { items: enrolled } = await api.get<{ items: Enrollment[] }>("/enrollments?status=enrolled&limit=200");
    const { items: funds } = await api.get<{ items: FundItem[] }>(`/funds?program=${program}&limit=200`);
    const { items: plans } = await api.get<{ items: PlanListItem[] }>(`/plans?program=${program}&limit=200`);
    for (const fund of funds) {
      const open = fund.claimable && fund.currency === "USD" && cents(fund.remaining) >= 500_000n;
      const takesPart = enrolled.some((one) => one.program === program && one.location.id === fund.location.id);
      const taken = plans.some(
        (plan) =>
          plan.location.id === fund.location.id && plan.period.code === periodOf(fund) && plan.status !== "cancelled",
      );
      if (open && takesPart && !taken) return { person, api, location: fund.location, fund };
    }
  }
  throw new Error(`The demo has no location with money in ${program} and without a plan`);
}
