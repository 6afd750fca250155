import type { Fund, StatementLine } from "../../web/api/schema.gen.d.ts";
import type { Api } from "./api.ts";

/** The lines of a fund's ledger that plans and claims caused, the oldest first. */
export async function linesOf(api: Api, fund: string, sources: readonly string[]): Promise<readonly StatementLine[]> {
  const { items } = await api.get<{ items: StatementLine[] }>(`/funds/${fund}/statement?limit=200`);
  return items.filter(({ source }) => sources.includes(source.id) || sources.includes(source.plan ?? "")).reverse();
}

/** The lines that one claim caused. */
export const linesOfClaim = (api: Api, fund: string, claim: string): Promise<readonly StatementLine[]> =>
  linesOf(api, fund, [claim]);

const COLUMNS: readonly {
  readonly title: string;
  readonly right?: boolean;
  readonly of: (l: StatementLine) => string;
}[] = [
  { title: "day", of: (line) => line.effectiveOn },
  { title: "what happened", of: (line) => line.text },
  { title: "from", of: (line) => line.from },
  { title: "to", of: (line) => line.to },
  { title: "moved", right: true, of: (line) => line.moved.amount },
  { title: "left then", right: true, of: (line) => line.availableAfter.amount },
  {
    title: "paid by",
    of: (line) => line.payingEntities.map(({ code, amount }) => `${code} ${amount.amount}`).join(", "),
  },
];

/** What a claim did to its fund, as a table one can read aloud. */
export function ledgerStory(title: string, lines: readonly StatementLine[], fund: Fund): string {
  const rows = [COLUMNS.map(({ title: head }) => head), ...lines.map((line) => COLUMNS.map(({ of }) => of(line)))];
  const widths = COLUMNS.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return COLUMNS[index]?.right ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  const { earned, reserved, approved, remaining, currency } = fund;
  const sum = `The fund now: earned ${earned.amount}, reserved ${reserved.amount}, approved ${approved.amount}, left ${remaining.amount} ${currency}`;
  return ["", title, "", ...table, "", sum, ""].join("\n");
}
