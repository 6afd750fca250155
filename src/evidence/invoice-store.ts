import { checkVersion, newUuid, notFound, type SeenVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { refuseForeignFiles, refuseTooManyFiles } from "./attachable.ts";
import type { ClaimContext } from "./claim-context.ts";
import type { InvoiceFacts, InvoiceLineFacts } from "./invoice.ts";
import { nextOrdinal } from "./next-ordinal.ts";
import { ask, type WhenAsked } from "./when-asked.ts";

/**
 * Adds an invoice to a claim. Returns its UUID.
 * Throws 422 `unknown-file` or `too-many-files`.
 */
export async function addInvoice(tx: Tx, claim: ClaimContext, facts: InvoiceFacts, now: Date): Promise<string> {
  await refuseForeignFiles(tx, claim, [{ field: "file", fileId: facts.fileId }]);
  const id = newUuid(now);
  await tx
    .insertInto("invoice")
    .values({
      id,
      claim_id: claim.claimId,
      partner_id: claim.partnerId,
      ordinal: nextOrdinal("invoice", claim),
      created_at: now,
      ...columnsOf(facts),
    })
    .execute();
  await insertLines(tx, claim, id, facts, [], now);
  await refuseTooManyFiles(tx, claim);
  return id;
}

/**
 * Replaces an invoice by what is given. Lines keep their ids by position, so that a screen that saves by itself does not
 * lose them; what was decided about them falls away. Returns the new version.
 * Throws 404 when the claim has no such invoice, 412 on another version than `seen`, 422 like {@link addInvoice}.
 */
export async function updateInvoice(
  tx: Tx,
  claim: ClaimContext,
  id: string,
  given: WhenAsked<InvoiceFacts>,
  options: { readonly seen: SeenVersion; readonly now: Date },
): Promise<number> {
  const version = await lockInvoice(tx, claim, id);
  checkVersion(options.seen, version);
  const facts = ask(given);
  await refuseForeignFiles(tx, claim, [{ field: "file", fileId: facts.fileId }]);
  const lines = await tx.deleteFrom("invoice_line").where("invoice_id", "=", id).returning(["id", "ordinal"]).execute();
  const lineIds = lines.toSorted((a, b) => a.ordinal - b.ordinal).map((line) => line.id);
  await tx
    .updateTable("invoice")
    .set({ ...columnsOf(facts), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await insertLines(tx, claim, id, facts, lineIds, options.now);
  await refuseTooManyFiles(tx, claim);
  return version + 1;
}

/** Removes an invoice with its lines. Throws 404 when the claim has none such, 412 on another version than `seen`. */
export async function removeInvoice(tx: Tx, claim: ClaimContext, id: string, seen?: SeenVersion): Promise<void> {
  checkVersion(seen, await lockInvoice(tx, claim, id));
  await tx.deleteFrom("invoice").where("id", "=", id).where("claim_id", "=", claim.claimId).execute();
}

async function lockInvoice(tx: Tx, claim: ClaimContext, id: string): Promise<number> {
  const row = await tx
    .selectFrom("invoice")
    .select("version")
    .where("id", "=", id)
    .where("claim_id", "=", claim.claimId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("invoice");
  return row.version;
}

function columnsOf(facts: InvoiceFacts) {
  return {
    supplier_name: facts.supplierName,
    number: facts.number,
    date: facts.date,
    billed_to: facts.billedTo,
    currency: facts.currency,
    subtotal: facts.subtotal.minor,
    tax: facts.tax.minor,
    total: facts.total.minor,
    file_id: facts.fileId,
  };
}

async function insertLines(
  tx: Tx,
  claim: ClaimContext,
  invoiceId: string,
  facts: InvoiceFacts,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (facts.lines.length === 0) return;
  const row = (line: InvoiceLineFacts, index: number) => ({
    id: ids[index] ?? newUuid(now),
    invoice_id: invoiceId,
    claim_id: claim.claimId,
    partner_id: claim.partnerId,
    ordinal: index + 1,
    description: line.description,
    expense_type: line.expenseType,
    quantity: line.quantity,
    currency: facts.currency,
    unit_price: line.unitPrice.minor,
    line_amount: line.lineAmount.minor,
    person: line.person,
  });
  await tx.insertInto("invoice_line").values(facts.lines.map(row)).execute();
}
