import type { QueryExecutorProvider } from "kysely";

/** A transaction in which a check asks. Checks know tables and no code of the program, so that no fault of it hides from them. */
export type Asking = QueryExecutorProvider;

/** Something that ought to be so and is not. */
export interface Discrepancy {
  /** What it is about: `ledger account 0197…`. */
  readonly subject: string;
  readonly found: string;
  readonly expected: string;
  /** All of it in one line, for logs and the command line. */
  readonly message: string;
}

/** What a check's query finds; the line of words follows from it. */
export type Found = Omit<Discrepancy, "message">;

/** The rows of a query as discrepancies. */
export function discrepanciesOf(rows: readonly Found[]): Discrepancy[] {
  return rows.map((row) => ({ ...row, message: `${row.subject}: found ${row.found}, expected ${row.expected}` }));
}

/**
 * A question whose answer must always be "nothing is off". Asked every night, after a restore and by the tests; on behalf of
 * the program itself (SYSTEM_ACTOR), on the ordinary application login.
 */
export interface Check {
  readonly name: string;
  /** Names at most {@link MOST_NAMED} discrepancies: whoever has so many needs no complete list. */
  run(tx: Asking): Promise<Discrepancy[]>;
}

/** How many discrepancies a check names. */
export const MOST_NAMED = 100;
