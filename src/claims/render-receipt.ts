import type { Readable } from "node:stream";
import { amountText, type Money } from "../money/index.ts";
import { openPage, writeHeading, writeItem, writeNote, writeRow, writeText } from "../platform/pdf/index.ts";
import type { ClaimReceipt } from "./claim-receipt.ts";

const amount = (value: Money | null): string => (value ? `${amountText(value)} ${value.currency}` : "none");

/** The receipt as a document of one page or a little more. */
export async function renderReceipt(receipt: ClaimReceipt): Promise<Readable> {
  const heading = `Receipt for claim ${receipt.number}`;
  const pdf = await openPage({
    title: heading,
    heading,
    below: `${receipt.partner} · ${receipt.location} · ${receipt.program}`,
    now: receipt.submittedAt,
  });
  for (const [label, value] of rowsOf(receipt)) writeRow(pdf, label, value);
  writeHeading(pdf, "Cost handed in");
  for (const cost of receipt.costs) writeItem(pdf, `${cost.what}: ${amount(cost.amount)}`);
  writeHeading(pdf, "Confirmed");
  for (const statement of receipt.statements) writeItem(pdf, statement);
  writeHeading(pdf, "What happens next");
  writeText(
    pdf,
    `The vendor decides by ${receipt.decisionBy}. Until then ${amount(receipt.amountClaimed)} is reserved for this claim in your fund. You will be told when it is decided, or when something is asked of you.`,
  );
  writeNote(pdf, "Made by Fundproof from what was submitted. What the claim says now stands on its page.");
  pdf.end();
  return pdf;
}

function rowsOf(receipt: ClaimReceipt): readonly (readonly [label: string, value: string])[] {
  const again = receipt.round > 1 ? `, submission ${receipt.round}` : "";
  return [
    ["Claim", `${receipt.number}${again}`],
    ["What", receipt.name],
    ["Activity", receipt.activityType],
    ["Date of the work", receipt.executionDate ?? "none"],
    ["Usage period", receipt.usagePeriod],
    ["Submitted on", `${receipt.submittedOn} (${receipt.timeZone})`],
    ["Submitted by", receipt.submittedBy],
    ["Amount claimed", amount(receipt.amountClaimed)],
  ];
}
