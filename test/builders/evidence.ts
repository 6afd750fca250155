import { type CertificationFacts, type ClaimContext, type InvoiceFacts, insertFile } from "../../src/evidence/index.ts";
import { newUuid } from "../../src/kernel/index.ts";
import { moneyOf } from "../../src/money/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import type { BarePartner } from "./bare-claim.ts";

/** The moment at which evidence tests happen. */
export const NOW = new Date("2026-11-01T12:00:00Z");

/** US dollars. */
export const usd = (text: string) => moneyOf(text, "USD");

/** One of a partner's claims, as the evidence store wants it. */
export const contextOf = (of: BarePartner, index = 0): ClaimContext => ({
  claimId: of.claimIds[index] ?? "",
  partnerId: of.partnerId,
  currency: "USD",
});

/** The row of a file, without bytes. Returns its UUID. */
export async function createFile(
  db: Db,
  of: BarePartner,
  sha256 = newUuid().replaceAll("-", "").repeat(2),
): Promise<string> {
  const id = newUuid();
  const facts = {
    name: "invoice.pdf",
    mediaType: "application/pdf",
    size: 1500,
    scan: "not-scanned" as const,
    uploadedAt: NOW,
  };
  await inTransaction(db, of.actor, (tx) =>
    insertFile(tx, {
      ...facts,
      id,
      partnerId: of.partnerId,
      sha256,
      storageKey: `aa/bb/${id}`,
      uploadedBy: of.actor.personId,
    }),
  );
  return id;
}

/** A line of an invoice. */
export const line = {
  description: "Banner",
  expenseType: "media-placement",
  quantity: "2.5",
  unitPrice: usd("400.00"),
  lineAmount: usd("1000.00"),
  person: null,
};
/** An invoice that adds up, without a file. */
export const invoice: InvoiceFacts = {
  supplierName: "Blue Sky Media",
  number: "4711",
  date: "2026-10-02",
  billedTo: "Example Partner",
  currency: "USD",
  subtotal: usd("1500.00"),
  tax: usd("285.00"),
  total: usd("1785.00"),
  lines: [
    line,
    { ...line, description: "Artwork", quantity: "1", unitPrice: usd("500.00"), lineAmount: usd("500.00") },
  ],
  fileId: null,
};
/** A certification that adds up. */
export const certification: CertificationFacts = {
  from: "2026-10-01",
  to: "2026-10-14",
  personOrRole: "Designer",
  workDone: "Artwork",
  expenseType: "content-development",
  unit: "hours",
  quantity: "12.5",
  unitCost: usd("80.00"),
  total: usd("1000.00"),
  currency: "USD",
  certifierName: "Ada Lovelace",
  certifierRole: "Head of marketing",
  certifiedOn: "2026-10-15",
  accepted: true,
};
/** A proof document that is a link. */
export const document = {
  evidenceCode: "ad-screenshot",
  note: "Home page on 2 October",
  file: null,
  url: "https://example.com/ad",
  supersedes: null,
};
