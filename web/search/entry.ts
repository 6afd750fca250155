import type { Found } from "../api/types.ts";

/** The order of the groups: what people look for most often first. */
export const KINDS = ["claim", "plan", "fund", "program", "partner", "location"] as const;

/** Something one can go to: found by the server, opened before, or a page of the program. */
export type Entry = Omit<Found, "kind" | "id"> & { readonly kind: Found["kind"] | "page" };

/** Entries under a heading. */
export interface Group {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** What was found, by kind; the kinds in the order of {@link KINDS}, but the kind of the very best first. */
export function groupsOf(found: readonly Entry[], nameOf: (kind: Entry["kind"]) => string): Group[] {
  const best = found[0]?.kind;
  const kinds = [...KINDS].sort((a, b) => Number(b === best) - Number(a === best));
  return kinds
    .map((kind) => ({ name: nameOf(kind), entries: found.filter((entry) => entry.kind === kind) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Pages whose name holds each of the words. */
export function pagesFor(pages: readonly Entry[], typed: string): readonly Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return pages.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}
