import type { DecidedLine } from "./decision.ts";

/** Lines that stand on the same paper. */
export interface Paper {
  readonly from: string;
  readonly fileId: string | null;
  readonly lines: readonly DecidedLine[];
}

/** The invoice or statement that a line belongs to: `invoices[0].lines[3]` belongs to `invoices[0]`. */
const paperOf = ({ line }: DecidedLine): string => line.field.replace(/\.lines\[\d+\]$/, "");

/** The lines by the paper they stand on, in their order. */
export function papersOf(lines: readonly DecidedLine[]): Paper[] {
  return [...Map.groupBy(lines, paperOf).values()].flatMap((together) => {
    const first = together[0]?.line;
    return first ? [{ from: first.from, fileId: first.fileId, lines: together }] : [];
  });
}
