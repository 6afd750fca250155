import { sentence } from "../../kernel/index.ts";
import { isCurrency } from "../../money/index.ts";
import { type Case, finding, type Rule } from "./case.ts";

/** One claim, one currency: that of its fund (rulebook 5.7). */
export const judgeCurrency: Rule = (c) => {
  const { subject } = c;
  if (!isCurrency(subject.currency)) {
    return [mixed(c, "currency", subject.currency || "nothing", c.document.currencies.join(", "))];
  }
  const fund = c.facts.fund?.currency;
  const own =
    fund !== undefined && fund !== subject.currency ? [mixed(c, "amountClaimed", subject.currency, fund)] : [];
  const claimed = subject.amountClaimed?.currency;
  const amount =
    claimed !== undefined && claimed !== subject.currency ? [mixed(c, "amountClaimed", claimed, subject.currency)] : [];
  const invoices = subject.invoices.flatMap((invoice, i) => {
    const parts = [invoice.currency, ...invoice.lines.flatMap((line) => line.lineAmount?.currency ?? [])];
    const other = parts.find((currency) => currency !== subject.currency);
    return other === undefined ? [] : [mixed(c, `invoices[${i}].currency`, other || "nothing", subject.currency)];
  });
  const certifications = subject.certifications.flatMap((csr, k) =>
    csr.total && csr.total.currency !== subject.currency
      ? [mixed(c, `certifications[${k}].total`, csr.total.currency, subject.currency)]
      : [],
  );
  return [...own, ...amount, ...invoices, ...certifications];
};

function mixed(c: Case, field: string, found: string, allowed: string) {
  return finding(c, {
    rule: "currency.mixed",
    severity: "blocks",
    field,
    found,
    allowed,
    at: "currencies",
    remedy: sentence(
      "Claim costs of one currency, the one of the fund; put costs of another currency into a claim of their own.",
    ),
    reasonCode: "currency-mixed",
  });
}
