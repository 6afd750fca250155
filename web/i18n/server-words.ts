import { i18n } from "@lingui/core";
import type { SentenceValue, Words } from "../../src/kernel/sentence.ts";
import { amountInWords, dayInWords } from "./format.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isKnown = (message: string): boolean => i18n.messages[message] !== undefined;

/** A word of the server (a status, a step, a label) in the person's language; as the server wrote it where we have none. */
export function wordOf(text: string): string {
  return isKnown(text) ? i18n._(text) : text;
}

/**
 * A sentence of the server in the person's language, its days and amounts as the person writes them. `text` is the server's
 * own English, shown where it sent no words.
 */
export function inWords(words: Words | undefined, text: string): string {
  if (!words || words.message === "") return text;
  const values = Object.fromEntries(Object.entries(words.values ?? {}).map(([name, value]) => [name, valueOf(value)]));
  if (isKnown(words.message)) return i18n._(words.message, values);
  return words.message.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

function valueOf(value: SentenceValue): string {
  if (typeof value !== "string") return `${amountInWords(value.amount, value.currency)} ${value.currency}`;
  if (DAY.test(value)) return dayInWords(value, "long");
  // A number with its unit, such as "10 business days".
  const [, count, unit] = /^(\d+) (\D+)$/.exec(value) ?? [];
  return count !== undefined && unit !== undefined && isKnown(unit) ? `${count} ${wordOf(unit)}` : wordOf(value);
}
