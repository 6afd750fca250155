import { beforeEach, describe, expect, test } from "vitest";
import { type BarePartner, createBarePartner, vendorPerson } from "../../test/builders/bare-claim.ts";
import {
  certification,
  contextOf,
  createFile,
  document,
  invoice,
  line,
  NOW,
  usd,
} from "../../test/builders/evidence.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, DomainError, newUuid } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { addCertification, removeCertification, updateCertification } from "./certification-store.ts";
import type { ClaimContext } from "./claim-context.ts";
import { addDocument, putMetrics, removeDocument, updateDocument } from "./document-store.ts";
import { evidenceSubject } from "./evidence-subject.ts";
import { evidenceToWire } from "./evidence-wire.ts";
import { claimsOfFile, fileById } from "./file-store.ts";
import type { InvoiceFacts } from "./invoice.ts";
import { addInvoice, removeInvoice, updateInvoice } from "./invoice-store.ts";
import { setLineDecisions } from "./line-decisions.ts";
import { loadEvidence } from "./load-evidence.ts";

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

async function refusal(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return [error.code, ...(error.errors ?? []).map((fault) => `${fault.field}: ${fault.code}`)];
}

const fileOf = (of: BarePartner) => createFile(database.db, of);

describe("the proof of a claim is kept and comes back as entered", () => {
  test("invoices, certifications, documents and metrics, in the order they were added", async () => {
    const fileId = await fileOf(partner);
    const evidence = await asPartner(async (tx) => {
      await addInvoice(tx, claim, { ...invoice, fileId }, NOW);
      await addInvoice(tx, claim, { ...invoice, number: "4712" }, NOW);
      await addCertification(tx, claim, certification, NOW);
      await addDocument(tx, claim, document, NOW);
      await putMetrics(tx, claim, new Map([["reach", { value: "12000", fileId: null }]]));
      return loadEvidence(tx, claim.claimId);
    });
    expect(evidence.invoices).toMatchObject([{ ...invoice, fileId, version: 1 }, { number: "4712" }]);
    expect(evidence.certifications).toMatchObject([certification]);
    expect(evidenceSubject(evidence, "Europe/London")).toMatchObject({
      invoices: [{ hasFile: true }, { hasFile: false }],
      documents: [{ evidenceCode: "ad-screenshot", kind: "link" }],
      metrics: { reach: { value: "12000", fileId: null } },
    });
    const wire = evidenceToWire(evidence);
    expect(wire.invoices[0]).toMatchObject({
      id: expect.stringMatching(/^inv_/) as string,
      total: { amount: "1785.00", currency: "USD" },
      file: {
        id: expect.stringMatching(/^fil_/) as string,
        name: "invoice.pdf",
        mediaType: "application/pdf",
        size: 1500,
      },
      lines: [
        {
          id: expect.stringMatching(/^ivl_/) as string,
          quantity: "2.5",
          eligibleAmount: null,
          approvedAmount: null,
          reasonCode: null,
        },
        {},
      ],
    });
    expect(wire).toMatchObject({
      certifications: [{ total: { amount: "1000.00" } }],
      documents: [{ file: null }],
      metrics: { reach: "12000" },
    });
    expect(await asPartner((tx) => claimsOfFile(tx, fileId))).toEqual([claim.claimId]);
  });

  test("a changed invoice keeps the ids of its lines and loses what was decided about them", async () => {
    const { before, after } = await asPartner(async (tx) => {
      const id = await addInvoice(tx, claim, invoice, NOW);
      const [stored] = (await loadEvidence(tx, claim.claimId)).invoices;
      const before = stored?.lines.map(({ id: lineId }) => lineId) ?? [];
      await setLineDecisions(
        tx,
        claim,
        before.map((lineId) => ({ lineId, eligibleAmount: usd("1.00"), approvedAmount: null, reasonCode: null })),
      );
      const more = { ...invoice, lines: [...invoice.lines, { ...line, description: "Postage" }] };
      expect(await updateInvoice(tx, claim, id, more, { seen: 1, now: NOW })).toBe(2);
      return { before, after: (await loadEvidence(tx, claim.claimId)).invoices[0] };
    });
    expect(after?.lines.map((one) => one.id).slice(0, 2)).toEqual(before);
    expect(after?.lines.map((one) => [one.description, one.eligibleAmount])).toEqual([
      ["Banner", null],
      ["Artwork", null],
      ["Postage", null],
    ]);
  });

  test("what was removed is gone; a document that replaced a removed one stands by itself", async () => {
    const evidence = await asPartner(async (tx) => {
      await removeInvoice(tx, claim, await addInvoice(tx, claim, invoice, NOW));
      await removeCertification(tx, claim, await addCertification(tx, claim, certification, NOW));
      const first = await addDocument(tx, claim, document, NOW);
      await addDocument(tx, claim, { ...document, note: "Better picture", supersedes: first }, NOW);
      expect(evidenceSubject(await loadEvidence(tx, claim.claimId), "Europe/London").documents).toMatchObject([
        { note: "Better picture" },
      ]);
      await removeDocument(tx, claim, first);
      await putMetrics(tx, claim, new Map([["reach", { value: "1", fileId: null }]]));
      await putMetrics(tx, claim, new Map());
      return loadEvidence(tx, claim.claimId);
    });
    expect(evidence.invoices).toEqual([]);
    expect(evidence.certifications).toEqual([]);
    expect(evidence.documents).toMatchObject([{ note: "Better picture", supersedes: null }]);
    expect(evidence.metrics.size).toBe(0);
  });

  test("decisions are written on invoice lines and certifications alike, by the reviewer too", async () => {
    const ids = await asPartner(async (tx) => {
      await addInvoice(tx, claim, invoice, NOW);
      const certificationId = await addCertification(tx, claim, certification, NOW);
      const { invoices } = await loadEvidence(tx, claim.claimId);
      return [invoices[0]?.lines[0]?.id ?? "", certificationId];
    });
    const evidence = await as(vendorPerson(), async (tx) => {
      const decision = { eligibleAmount: usd("900.00"), approvedAmount: usd("800.00"), reasonCode: "cap-exceeded" };
      await setLineDecisions(
        tx,
        claim,
        ids.map((lineId) => ({ lineId, ...decision })),
      );
      await expect(setLineDecisions(tx, claim, [{ lineId: newUuid(), ...decision }])).rejects.toThrow(
        "not of this claim",
      );
      return loadEvidence(tx, claim.claimId);
    });
    const decided = {
      eligibleAmount: { minor: 90_000n },
      approvedAmount: { minor: 80_000n },
      reasonCode: "cap-exceeded",
    };
    expect(evidence.invoices[0]?.lines).toMatchObject([decided, { approvedAmount: null }]);
    expect(evidence.certifications[0]).toMatchObject(decided);
  });
});

describe("what cannot be is refused", () => {
  test("a part of another claim is unknown, a stale one is not overwritten", async () => {
    const foreign = contextOf(partner, 1);
    const [invoiceId, certificationId, documentId] = await asPartner(async (tx) => [
      await addInvoice(tx, claim, invoice, NOW),
      await addCertification(tx, claim, certification, NOW),
      await addDocument(tx, claim, document, NOW),
    ]);
    const tries: ((tx: Tx, of: ClaimContext, seen?: number) => Promise<unknown>)[] = [
      (tx, of, seen) => updateInvoice(tx, of, invoiceId, invoice, { seen, now: NOW }),
      (tx, of, seen) => updateCertification(tx, of, certificationId, certification, seen),
      (tx, of, seen) => updateDocument(tx, of, documentId, { note: "x" }, seen),
      (tx, of, seen) => removeInvoice(tx, of, invoiceId, seen),
      (tx, of, seen) => removeCertification(tx, of, certificationId, seen),
      (tx, of, seen) => removeDocument(tx, of, documentId, seen),
    ];
    for (const attempt of tries) {
      expect(await refusal(asPartner((tx) => attempt(tx, foreign)))).toEqual(["not-found"]);
      expect(await refusal(asPartner((tx) => attempt(tx, claim, 7)))).toEqual(["stale-version"]);
    }
  });

  test("a file of another partner is answered like one that does not exist", async () => {
    const foreign = await fileOf(other);
    for (const file of [foreign, newUuid()]) {
      expect(await refusal(asPartner((tx) => addInvoice(tx, claim, { ...invoice, fileId: file }, NOW)))).toEqual([
        "unknown-file",
        "file: unknown-file",
      ]);
      expect(await refusal(asPartner((tx) => addDocument(tx, claim, { ...document, file, url: null }, NOW)))).toEqual([
        "unknown-file",
        "file: unknown-file",
      ]);
      const metrics = new Map([["attendee-list", { value: null, fileId: file }]]);
      expect(await refusal(asPartner((tx) => putMetrics(tx, claim, metrics)))).toEqual([
        "unknown-file",
        "attendee-list: unknown-file",
      ]);
    }
    expect(
      await refusal(asPartner((tx) => addDocument(tx, claim, { ...document, supersedes: newUuid() }, NOW))),
    ).toEqual(["invalid-body", "supersedes: unknown-document"]);
  });

  test("a claim carries at most 50 files, the same file counted once", async () => {
    const files: string[] = [];
    for (let i = 0; i < 51; i += 1) files.push(await fileOf(partner));
    await asPartner(async (tx) => {
      for (const file of files.slice(0, 50)) await addDocument(tx, claim, { ...document, file, url: null }, NOW);
      await addInvoice(tx, claim, { ...invoice, fileId: files[0] ?? null }, NOW);
    });
    const oneMore = { ...document, file: files[50] ?? null, url: null };
    expect(await refusal(asPartner((tx) => addDocument(tx, claim, oneMore, NOW)))).toEqual([
      "too-many-files",
      "file: too-many-files",
    ]);
  });

  test("a file, once received, is never changed nor removed", async () => {
    const id = await fileOf(partner);
    await expect(asPartner((tx) => tx.deleteFrom("file").where("id", "=", id).execute())).rejects.toThrow(
      "permission denied",
    );
    await expect(
      asPartner((tx) => tx.updateTable("file").set({ name: "x" }).where("id", "=", id).execute()),
    ).rejects.toThrow("permission denied");
  });
});

test("a body is read only after the version was found right", async () => {
  const id = await asPartner((tx) => addInvoice(tx, claim, invoice, NOW));
  const unreadable = (): InvoiceFacts => {
    throw new Error("the body was read");
  };
  const update = (seen: number) => asPartner((tx) => updateInvoice(tx, claim, id, unreadable, { seen, now: NOW }));
  expect(await refusal(update(7))).toEqual(["stale-version"]);
  await expect(update(1)).rejects.toThrow("the body was read");
});

describe("partners do not see each other", () => {
  test("another partner reads, changes and removes nothing, whatever it asks", async () => {
    const file = await fileOf(partner);
    const id = await asPartner((tx) => addInvoice(tx, claim, { ...invoice, fileId: file }, NOW));
    await as(other.actor, async (tx) => {
      expect(await fileById(tx, file)).toBeUndefined();
      expect((await loadEvidence(tx, claim.claimId)).invoices).toEqual([]);
      const updated = await tx
        .updateTable("invoice")
        .set({ number: "x" })
        .where((eb) => eb.lit(true))
        .executeTakeFirst();
      const deleted = await tx
        .deleteFrom("invoice_line")
        .where((eb) => eb.lit(true))
        .executeTakeFirst();
      expect([updated.numUpdatedRows, deleted.numDeletedRows]).toEqual([0n, 0n]);
    });
    expect(await refusal(as(other.actor, (tx) => removeInvoice(tx, claim, id)))).toEqual(["not-found"]);
    await expect(as(other.actor, (tx) => addInvoice(tx, claim, invoice, NOW))).rejects.toThrow("row-level security");
    expect((await as(vendorPerson(), (tx) => loadEvidence(tx, claim.claimId))).invoices).toHaveLength(1);
  });
});
