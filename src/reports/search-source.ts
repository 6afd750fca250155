import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { SearchItem, SearchKind } from "./search-contract.ts";

/** What is looked for. */
export interface Needle {
  /** The words as they were typed, with one blank between them. */
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * Something that was found, with how well it fits: 0 its very number, 1 the number or name begins so, 2 a word of it begins
 * so, 3 it holds the words somewhere.
 */
export type Hit = SearchItem & { readonly rank: number };

/** One kind of thing that can be searched. A new kind is a new file with one of these, and its place in `search.ts`. */
export interface SearchSource {
  readonly kind: SearchKind;
  /** At most `most` things inside the actor's scopes, best first. Nothing for who may see none. */
  readonly find: (tx: Tx, actor: Actor, needle: Needle, most: number) => Promise<readonly Hit[]>;
}

const MOST_WORDS = 5;

/** Reads what was typed. */
export function needleOf(typed: string): Needle {
  const words = typed
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
  return { text: words.join(" "), words };
}

/** A LIKE pattern that takes the text literally. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** A condition: each of the words is part of one of the texts. For tables of some thousand rows. */
export function holdsWords(needle: Needle, texts: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  const conditions = needle.words.map((word) => {
    const pattern = `%${literally(word)}%`;
    return sql`(${sql.join(
      texts.map((text) => sql`${text} ilike ${pattern}`),
      sql` or `,
    )})`;
  });
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** How well a thing fits, from its number and its name. */
export function rankOf(needle: Needle, of: { number?: RawBuilder<unknown>; name: RawBuilder<unknown> }) {
  const { text } = needle;
  const start = `${literally(text)}%`;
  const number = of.number ?? sql`null::text`;
  return sql<number>`case when upper(${number}) = upper(${text}) or ${number} like ${tailPattern(text)} then 0
    when ${number} ilike ${start} or ${of.name} ilike ${start} then 1
    when ${of.name} ilike ${`% ${start}`} then 2 else 3 end`;
}

/** `C-2026-000123` is meant by 123. */
function tailPattern(text: string): string | null {
  return /^\d{1,6}$/.test(text) ? `%-${text.padStart(6, "0")}` : null;
}

/** The parts of a subtitle that there are, in a line. */
export const inLine = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(" · ");
