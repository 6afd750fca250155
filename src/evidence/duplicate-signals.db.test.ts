import { beforeEach, describe, expect, test } from "vitest";
import { type BarePartner, createBarePartner, vendorPerson } from "../../test/builders/bare-claim.ts";
import { contextOf, createFile, document, invoice, NOW } from "../../test/builders/evidence.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, newUuid } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import type { ClaimContext } from "./claim-context.ts";
import { addDocument, putMetrics } from "./document-store.ts";
import { duplicateSignals } from "./duplicate-signals.ts";
import { addInvoice } from "./invoice-store.ts";

const database = useDatabase();
let partner: BarePartner;
let other: BarePartner;
let claim: ClaimContext;
beforeEach(async () => {
  partner = await createBarePartner(database.adminUrl, 2);
  other = await createBarePartner(database.adminUrl, 1);
  claim = contextOf(partner);
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(database.db, actor, work);
const asPartner = <T>(work: (tx: Tx) => Promise<T>) => as(partner.actor, work);

describe("what was claimed before is found in all claims, and only codes are told", () => {
  const original = { ...invoice, supplierName: "Green Field Radio" };
  const twin = { ...invoice, supplierName: " GREEN-FIELD  radio ", number: "47 11" };

  test("an invoice with the same supplier and number, written differently", async () => {
    const id = await asPartner((tx) => addInvoice(tx, claim, original, NOW));
    expect(await asPartner((tx) => duplicateSignals(tx, claim.claimId))).toEqual([]);
    await as(other.actor, (tx) => addInvoice(tx, contextOf(other), twin, NOW));
    const foreign = { id, code: "same-supplier-and-number", where: "other-partner" };
    expect(await asPartner((tx) => duplicateSignals(tx, claim.claimId))).toEqual([foreign]);
    await asPartner((tx) => addInvoice(tx, contextOf(partner, 1), twin, NOW));
    const both = [foreign, { ...foreign, where: "same-partner" }];
    expect(await asPartner((tx) => duplicateSignals(tx, claim.claimId))).toEqual(both);
    expect(await as(vendorPerson(), (tx) => duplicateSignals(tx, claim.claimId))).toEqual(both);
    expect(await as(other.actor, (tx) => duplicateSignals(tx, claim.claimId))).toEqual([]);
  });

  test("an invoice whose number differs, but supplier, date and total are the same", async () => {
    const id = await asPartner((tx) => addInvoice(tx, claim, { ...invoice, supplierName: "Red Sand Print" }, NOW));
    await as(other.actor, (tx) =>
      addInvoice(tx, contextOf(other), { ...invoice, supplierName: "Red Sand Print", number: "4711-A" }, NOW),
    );
    expect(await asPartner((tx) => duplicateSignals(tx, claim.claimId))).toEqual([
      { id, code: "same-supplier-date-and-total", where: "other-partner" },
    ]);
  });

  test("the same bytes under another name", async () => {
    const hash = newUuid().replaceAll("-", "").repeat(2);
    const [mine, theirs] = [await createFile(database.db, partner, hash), await createFile(database.db, other, hash)];
    const id = await asPartner((tx) => addDocument(tx, claim, { ...document, file: mine, url: null }, NOW));
    expect(await asPartner((tx) => duplicateSignals(tx, claim.claimId))).toEqual([]);
    await as(other.actor, (tx) =>
      putMetrics(tx, contextOf(other), new Map([["list", { value: null, fileId: theirs }]])),
    );
    expect(await asPartner((tx) => duplicateSignals(tx, claim.claimId))).toEqual([
      { id, code: "same-file", where: "other-partner" },
    ]);
  });
});
