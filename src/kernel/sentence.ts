import type { MoneyOnWire } from "../money/index.ts";

/** What stands in a place of a sentence: text (also a word of the program's own), a day such as `2026-06-30`, or an amount. */
export type SentenceValue = string | MoneyOnWire;

/**
 * A sentence in a form that can be said in every language: the English message, with `{places}` in the manner of ICU, and
 * what stands in them. The message is also its key in the catalogues (web/i18n/server).
 */
export interface Words {
  readonly message: string;
  readonly values?: Readonly<Record<string, SentenceValue>>;
}

/** A sentence of the program for a person: said in English, and in a form that the web says in the person's own language. */
export interface Sentence {
  readonly text: string;
  readonly words: Words;
}

/**
 * Makes a sentence. The message is written out where this is called, as one literal, so that `npm run i18n` finds it; each
 * `{place}` in it has its value.
 */
export function sentence(message: string, values?: Readonly<Record<string, SentenceValue>>): Sentence {
  const text = message.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values?.[name];
    if (value === undefined) throw new RangeError(`"${message}" has no value for {${name}}`);
    return typeof value === "string" ? value : `${value.amount} ${value.currency}`;
  });
  return { text, words: values === undefined ? { message } : { message, values } };
}

/** Marks a word of the program for the catalogues: a label, a status, a step. Gives it back as it is. */
export const word = (text: string): string => text;
