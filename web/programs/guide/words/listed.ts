import type { MoneyOnWire } from "../../../api/types.ts";
import { amountInWords } from "../../../i18n/format.ts";
import { formatLocale } from "../../../i18n/i18n.ts";

/** Words as a list of the person's language: "a, b and c", or "a, b or c". */
export const listed = (words: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string =>
  new Intl.ListFormat(formatLocale(), { type }).format(words);

/** An amount with its currency, in a sentence. */
export const money = ({ amount, currency }: MoneyOnWire): string => `${amountInWords(amount, currency)} ${currency}`;

/** A sentence begins with a capital, whatever it begins with. */
export const upper = (text: string): string => text.charAt(0).toLocaleUpperCase(formatLocale()) + text.slice(1);
