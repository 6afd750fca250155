import { randomUUID } from "node:crypto";
import type { Claim, FundItem } from "../../web/api/schema.gen.d.ts";
import type { Api } from "./api.ts";
import { workday } from "./figures.ts";
import { FILES, fileOf } from "./files.ts";

/** A name that no other test's claim has. */
export const uniqueName = (words: string): string => `${words} ${randomUUID().slice(0, 6)}`;

/** The co-op fund of a location that can be claimed from today. */
export async function coopFund(api: Api, location: string): Promise<FundItem> {
  const { items } = await api.get<{ items: FundItem[] }>("/funds?program=coop&limit=200");
  const fund = items.find((item) => item.location.name === location && item.claimable);
  if (!fund) throw new Error(`${location} has no co-op fund that can be claimed from today`);
  return fund;
}

/** What a claim of a test is about; everything has a good default. */
export interface ClaimFacts {
  readonly name?: string;
  readonly location?: string;
  /** What is claimed; the invoice shows as much. Two decimals. */
  readonly amount?: string;
}

/** A draft for digital advertising with nothing but its name. */
export async function draftClaim(api: Api, facts: ClaimFacts = {}): Promise<Claim> {
  const fund = await coopFund(api, facts.location ?? "Denver");
  return api.post<Claim>("/claims", {
    program: fund.program,
    location: fund.location.id,
    usagePeriod: fund.usagePeriod,
    activityType: "digital-advertising",
    name: facts.name ?? uniqueName("Banner campaign"),
  });
}

/** A draft in which nothing is missing: invoice, picture, link, notes, result. */
export async function completeClaim(api: Api, facts: ClaimFacts = {}): Promise<Claim> {
  const claim = await draftClaim(api, facts);
  const path = `/claims/${claim.id}`;
  const { currency } = claim;
  const money = { amount: facts.amount ?? "480.00", currency };
  const day = workday(claim.usage);
  await api.patch(path, { executionDate: day, amountClaimed: money });
  await api.post(`${path}/invoices`, {
    supplierName: "Lighthouse Studio Inc.",
    number: `LS-${randomUUID().slice(0, 8)}`,
    date: day,
    billedTo: "Alder & Finch Digital LLC",
    currency,
    subtotal: money,
    tax: { amount: "0.00", currency },
    total: money,
    lines: [
      {
        description: "Display advertising",
        expenseType: "media-placement",
        quantity: "1",
        unitPrice: money,
        lineAmount: money,
      },
    ],
    file: await api.upload(fileOf(FILES.invoice)),
  });
  const picture = await api.upload(fileOf(FILES.picture));
  await api.post(`${path}/documents`, {
    evidenceCode: "ad-screenshot",
    note: "The ad as it was shown.",
    file: picture,
  });
  const url = "https://alder-finch.example/cloud";
  await api.post(`${path}/documents`, { evidenceCode: "landing-page-url", note: "The page it leads to.", url });
  await api.put(`${path}/metrics`, { "results-summary": "12,400 impressions, 310 clicks." });
  return api.get<Claim>(path);
}

/** A claim that waits for the vendor. */
export async function submittedClaim(api: Api, facts: ClaimFacts = {}): Promise<Claim> {
  const claim = await completeClaim(api, facts);
  const { acknowledgements } = await api.get<{ acknowledgements: { code: string }[] }>(`/claims/${claim.id}/findings`);
  return api.post<Claim>(`/claims/${claim.id}/submission`, {
    acknowledgements: acknowledgements.map(({ code }) => code),
  });
}

/** The address of a claim's review. */
export const reviewPath = (claim: { id: string }): string => `/reviews/${claim.id.replace("clm_", "rev_")}`;
