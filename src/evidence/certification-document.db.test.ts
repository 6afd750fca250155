import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBarePartner } from "../../test/builders/bare-claim.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { moneyOf } from "../money/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { type FileStorage, openFileStorage } from "../platform/files/index.ts";
import { attachCertificationDocument } from "./attach-certification-document.ts";
import type { CertificationFacts } from "./certification.ts";
import { addCertification, updateCertification } from "./certification-store.ts";
import { loadEvidence } from "./load-evidence.ts";

const NOW = new Date("2026-11-01T12:00:00Z");
const database = useDatabase();
let folder = "";
let storage: FileStorage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fundproof-csr-"));
  storage = await openFileStorage({ filesUrl: undefined, dataDir: folder }, NOW);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const facts: CertificationFacts = {
  from: "2026-10-01",
  to: "2026-10-14",
  personOrRole: "Łukasz, дизайнер",
  workDone: "Artwork for the autumn banner",
  expenseType: null,
  unit: "hours",
  quantity: "12.5",
  unitCost: moneyOf("80.00", "USD"),
  total: moneyOf("1000.00", "USD"),
  currency: "USD",
  certifierName: "Ada Lovelace",
  certifierRole: "Head of marketing",
  certifiedOn: "2026-10-15",
  accepted: true,
};

async function textOf(pdf: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { items } = await page.getTextContent();
  await task.destroy();
  return items.map((item) => ("str" in item ? item.str : "")).join(" ");
}

test("a certification becomes a dated PDF with what was certified, and a change makes a new one", async () => {
  const partner = await createBarePartner(database.adminUrl);
  const claim = { claimId: partner.claimIds[0] ?? "", partnerId: partner.partnerId, currency: "USD" };
  const setting = {
    claimNumber: "C-2026-000123",
    claimName: "Autumn banner",
    partnerName: "Example Partner",
    now: NOW,
  };
  const [first, second] = await inTransaction(database.db, partner.actor, async (tx) => {
    const id = await addCertification(tx, claim, facts, NOW);
    const attach = async () => {
      const [certification] = (await loadEvidence(tx, claim.claimId)).certifications;
      if (!certification) throw new Error("it was not stored");
      return attachCertificationDocument(tx, storage, claim, certification, { ...setting, actor: partner.actor });
    };
    const one = await attach();
    await updateCertification(tx, claim, id, { ...facts, quantity: "10", total: moneyOf("800.00", "USD") }, 1);
    expect((await loadEvidence(tx, claim.claimId)).certifications[0]?.fileId).toBeNull();
    const two = await attach();
    expect((await loadEvidence(tx, claim.claimId)).certifications[0]?.fileId).toBe(two.id);
    return [one, two];
  });
  expect([first.name, second.name]).toEqual([
    "certification-C-2026-000123-v1.pdf",
    "certification-C-2026-000123-v2.pdf",
  ]);
  expect(first.mediaType).toBe("application/pdf");
  const text = await textOf(await buffer(await storage.getStream(first.storageKey)));
  for (const part of [
    "C-2026-000123",
    "Łukasz, дизайнер",
    "12.5 hours",
    "1000.00 USD",
    "I certify",
    "Ada Lovelace",
    "2026-11-01",
  ]) {
    expect(text).toContain(part);
  }
  expect(await textOf(await buffer(await storage.getStream(second.storageKey)))).toContain("800.00 USD");
});
