import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workday } from "../journeys/figures.ts";
import type { Visitor } from "./visitor.ts";

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, "..", "fixtures", "journeys", name));

/** A fund as far as a claim needs it. */
export interface ClaimableFund {
  readonly program: string;
  readonly location: { readonly id: string; readonly name: string };
  readonly usagePeriod: string;
  readonly currency: string;
  readonly claimable: boolean;
}

/** The co-op fund of the demo's location Denver, which can be claimed from today. */
export async function claimableFund(visitor: Visitor): Promise<ClaimableFund> {
  const { items } = await visitor.ask("/funds?program=coop&limit=200");
  const fund = (items as ClaimableFund[]).find((item) => item.location.name === "Denver" && item.claimable);
  if (!fund) throw new Error("the demo holds no fund that can be claimed from today");
  return fund;
}

/** A claim with a whole proof (two files of its own), which can be submitted. Returns its id. */
export async function readyClaim(visitor: Visitor, fund: ClaimableFund, amount = "1.00"): Promise<string> {
  const money = { amount, currency: fund.currency };
  const { id, usage } = (await visitor.ask("/claims", {
    program: fund.program,
    location: fund.location.id,
    usagePeriod: fund.usagePeriod,
    activityType: "digital-advertising",
    name: `Banner ${randomUUID().slice(0, 8)}`,
  })) as { id: string; usage: { from: string; to: string } };
  const path = `/claims/${id}`;
  const overwrite = { headers: { "if-match": "*" } };
  const day = workday(usage);
  await visitor.ask(path, { executionDate: day, amountClaimed: money }, { method: "PATCH", ...overwrite });
  const line = { description: "Display advertising", expenseType: "media-placement", quantity: "1" };
  await visitor.ask(`${path}/invoices`, {
    supplierName: "Lighthouse Studio Inc.",
    number: `LS-${randomUUID()}`,
    date: day,
    billedTo: "Alder & Finch Digital LLC",
    currency: fund.currency,
    subtotal: money,
    tax: { amount: "0.00", currency: fund.currency },
    total: money,
    lines: [{ ...line, unitPrice: money, lineAmount: money }],
    file: await visitor.upload("invoice.pdf", ownCopy("invoice-lighthouse.pdf")),
  });
  const picture = await visitor.upload("ad.png", ownCopy("ad-on-a-news-page.png"));
  await visitor.ask(`${path}/documents`, { evidenceCode: "ad-screenshot", note: "As shown.", file: picture });
  const url = "https://alder-finch.example/cloud";
  await visitor.ask(`${path}/documents`, { evidenceCode: "landing-page-url", note: "Where it leads.", url });
  await visitor.ask(`${path}/metrics`, { "results-summary": "12,400 impressions." }, { method: "PUT", ...overwrite });
  return id;
}

/** The bytes with something behind them that no other copy has: no two claims are proved by the same file. */
function ownCopy(name: string): Buffer {
  return Buffer.concat([fixture(name), Buffer.from(`\n${randomUUID()}\n`)]);
}

/** What the partner confirms when submitting under the co-op program. */
export const ACKNOWLEDGED = { acknowledgements: ["truth", "no-double-funding", "retention"] };
