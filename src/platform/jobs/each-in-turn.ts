import { SYSTEM_ACTOR } from "../../kernel/index.ts";
import { type Db, inTransaction, type Tx } from "../database/index.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";

/** Rows that the clock looks at, and what it does with each. */
export interface InTurn {
  /** What failed, for the error: "claims could not expire". */
  readonly failure: string;
  /** Ids of a batch of rows to look at, in order, all after the given one. An empty batch ends the work. */
  readonly candidates: (tx: Tx, after: string) => Promise<readonly string[]>;
  /** Locks one row, looks whether its time has come, and acts. True when it did. */
  readonly act: (tx: Tx, id: string) => Promise<boolean>;
}

/**
 * Does what time has made due, row by row: each in a transaction of its own on behalf of the program itself, so that one that
 * fails does not hold up the others; what failed is thrown at the end. Returns how many were acted on. May run again at any
 * moment: whoever is locked and looked at again is not due twice.
 */
export async function eachInTurn(db: Db, { failure, candidates, act }: InTurn): Promise<number> {
  let acted = 0;
  const failures: unknown[] = [];
  const actOnOne = async (id: string): Promise<void> => {
    try {
      if (await inTransaction(db, SYSTEM_ACTOR, (tx) => act(tx, id))) acted += 1;
    } catch (error) {
      failures.push(error);
    }
  };
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const from: string = after;
    const ids = await inTransaction(db, SYSTEM_ACTOR, (tx) => candidates(tx, from));
    for (const id of ids) await actOnOne(id);
    after = ids.at(-1);
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} ${failure}`);
  return acted;
}

/**
 * {@link eachInTurn} inside a transaction that is under way, for who lets much time pass in one (the demo): the first that fails
 * ends it all. Returns how many were acted on.
 */
export async function eachWithin(tx: Tx, { candidates, act }: InTurn): Promise<number> {
  let acted = 0;
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const ids = await candidates(tx, after);
    for (const id of ids) if (await act(tx, id)) acted += 1;
    after = ids.at(-1);
  }
  return acted;
}
