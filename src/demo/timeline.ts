import type { Tx } from "../platform/database/index.ts";

/** Something that happens in the demo at a moment. */
export interface Happening {
  readonly at: Date;
  readonly run: (tx: Tx) => Promise<void>;
}

/**
 * Lets everything happen in the order of time, whichever story it belongs to: numbers of claims, statements and histories
 * read as if the demo had been lived. What happens at the same moment keeps the order in which it was given.
 */
export async function live(tx: Tx, happenings: readonly Happening[]): Promise<void> {
  for (const happening of [...happenings].sort((a, b) => a.at.getTime() - b.at.getTime())) await happening.run(tx);
}
