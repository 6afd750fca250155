import { SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type JournalLine, ledger } from "../../src/ledger/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import type { TestDatabase } from "../database/use-database.ts";

const COLUMNS: readonly {
  readonly title: string;
  readonly right?: boolean;
  readonly of: (line: JournalLine) => string;
}[] = [
  { title: "date", of: (line) => line.effectiveOn },
  { title: "event", of: (line) => line.template },
  { title: "from", of: (line) => line.from },
  { title: "to", of: (line) => line.to },
  { title: "amount", right: true, of: (line) => line.amount },
  { title: "", of: (line) => line.currency },
  { title: "paid by", of: (line) => line.payingEntities },
  { title: "reason", of: (line) => line.reasonCode },
];

/** The journal of a fund as a table that an accountant can read, one line for each movement; empty columns left out. */
export async function journalTable(database: TestDatabase, fundId: string): Promise<string> {
  const lines = await inTransaction(database.db, SYSTEM_ACTOR, (tx) => ledger.journal(tx, fundId));
  const columns = COLUMNS.filter(({ of }) => lines.some((line) => of(line) !== ""));
  const rows = [columns.map(({ title }) => title), ...lines.map((line) => columns.map(({ of }) => of(line)))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const write = (row: readonly string[]): string =>
    row
      .map((cell, index) =>
        columns[index]?.right ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return `\n${rows.map(write).join("\n")}\n`;
}
