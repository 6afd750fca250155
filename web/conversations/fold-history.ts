import type { HistoryItem } from "../api/types.ts";

/** A step of a history, and how often it was taken in a row. */
export interface FoldedItem {
  readonly item: HistoryItem;
  readonly times: number;
}

const isSame = (a: HistoryItem, b: HistoryItem): boolean =>
  a.label === b.label && a.actor.name === b.actor.name && ![a, b].some((x) => x.amount || x.reason || x.comment);

/** The newest first; the same small step of the same person in a row (saving proof, say) stands there once. */
export function foldHistory(items: readonly HistoryItem[]): FoldedItem[] {
  const folded: FoldedItem[] = [];
  for (const item of items.toReversed()) {
    const last = folded.at(-1);
    if (last && isSame(last.item, item)) folded[folded.length - 1] = { ...last, times: last.times + 1 };
    else folded.push({ item, times: 1 });
  }
  return folded;
}
