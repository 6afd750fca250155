import { Trans } from "@lingui/react/macro";
import { Button, Skeleton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./DataTable.module.css";
import { rowsByKeyAndClick } from "./table-rows.ts";

/** One column of a {@link DataTable}. */
export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  align?: "right";
  /** Share of the table this column takes, such as `34%`, where it holds long text. */
  width?: string;
  /** Name of the field for `sort=`; a column without one cannot be sorted. */
  sort?: string;
}

interface DataTableProps<T> {
  /** What the table shows, for a screen reader. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[] | undefined;
  rowKey: (row: T) => string;
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  /** Loads what comes next, when there is more. */
  onMore?: (() => void) | undefined;
  loadingMore?: boolean;
}

/** A list as a table with a sticky head, sorting and keyboard rows; on phones each row becomes a card. */
export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  onMore,
  loadingMore = false,
}: DataTableProps<T>) {
  return (
    <div className={classes.list} data-few={columns.length <= 5 || undefined}>
      <table className={classes.table} aria-label={label} aria-busy={!rows}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                data-align={column.align}
                aria-sort={sortOf(column, sort)}
              >
                {column.sort && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={rowsByKeyAndClick}>
          {rows
            ? rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <td key={column.key} data-align={column.align} data-label={column.head}>
                      <div className={classes.value}>{column.cell(row)}</div>
                    </td>
                  ))}
                </tr>
              ))
            : [1, 2, 3, 4, 5].map((line) => (
                <tr key={line}>
                  <td colSpan={columns.length}>
                    <Skeleton height={20} my={4} />
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
      {onMore && (
        <div className={classes.more}>
          <Button variant="default" onClick={onMore} loading={loadingMore}>
            <Trans>Load more</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

function sortOf<T>(column: Column<T>, sort: string | undefined): "ascending" | "descending" | undefined {
  if (!column.sort) return undefined;
  return sort === column.sort ? "ascending" : sort === `-${column.sort}` ? "descending" : undefined;
}

function SortButton<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort: string | undefined;
  onSort: (sort: string) => void;
}) {
  const direction = sortOf(column, sort);
  const Icon = direction === "ascending" ? IconArrowUp : direction === "descending" ? IconArrowDown : IconArrowsSort;
  return (
    <button
      type="button"
      className={classes.sort}
      data-on={direction !== undefined || undefined}
      onClick={() => onSort(direction === "ascending" ? `-${column.sort}` : `${column.sort}`)}
    >
      {column.head}
      <Icon size={13} aria-hidden />
    </button>
  );
}
