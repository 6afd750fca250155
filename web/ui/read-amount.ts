import { type AmountFault, amountText, parseAmount } from "../../src/money/money.ts";

/** What was typed into an amount field: the decimal text of the wire, or why it is none. */
export type ReadAmount =
  | { readonly ok: true; readonly amount: string }
  | { readonly ok: false; readonly fault: AmountFault };

/**
 * Reads an amount as people type it: `1,234.5`, `1.234,50`, `1 234,50`, `1'234.50`. The last of two different separators
 * is the decimal one. A lone separator is the decimal one too, unless it is the locale's thousands separator and three
 * digits follow it (`1,234` is one thousand and more in English, but not in German).
 */
export function readAmount(typed: string, currency: string, decimalSeparator: "." | ","): ReadAmount {
  const text = typed.replace(/[\s'’ \u202f]/g, "").replace("−", "-");
  const parsed = parseAmount(withPoint(text, decimalSeparator), currency);
  return typeof parsed === "string" ? { ok: false, fault: parsed } : { ok: true, amount: amountText(parsed) };
}

function withPoint(text: string, decimal: "." | ","): string {
  const thousands = decimal === "." ? "," : ".";
  const lastDecimal = text.lastIndexOf(decimal);
  const lastThousands = text.lastIndexOf(thousands);
  if (lastDecimal >= 0 && lastThousands >= 0) {
    const [group, point] = lastDecimal > lastThousands ? [thousands, decimal] : [decimal, thousands];
    return text.replaceAll(group, "").replace(point, ".");
  }
  if (lastThousands < 0) return text.replace(decimal, ".");
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+$`).test(text);
  return grouped ? text.replaceAll(thousands, "") : text.replace(thousands, ".");
}
