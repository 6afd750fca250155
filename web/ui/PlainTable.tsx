import type { ReactNode } from "react";
import classes from "./PlainTable.module.css";

/** One column of a {@link PlainTable}. */
export interface PlainColumn<T> {
  head: string;
  cell: (row: T) => ReactNode;
  align?: "right";
}

interface PlainTableProps<T> {
  /** What the table shows, for a screen reader. */
  label: string;
  columns: readonly PlainColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}

/** A small table to read, without anything to open or sort; on phones each row becomes a card. The first column is its head. */
export function PlainTable<T>({ label, columns, rows, rowKey }: PlainTableProps<T>) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ head, align }) => (
            <th key={head} scope="col" data-align={align}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <th scope="row">{first.cell(row)}</th>
            {others.map(({ head, cell, align }) => (
              <td key={head} data-label={head} data-align={align}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
