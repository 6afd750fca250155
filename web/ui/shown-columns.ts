import type { Column } from "./DataTable.tsx";

/** The columns that are shown: the first one always, of the others those named (with commas), or all. */
export function shownColumns<T>(columns: readonly Column<T>[], shown: string | undefined): readonly Column<T>[] {
  if (!shown) return columns;
  const keys = shown.split(",");
  return columns.filter(({ key }, index) => index === 0 || keys.includes(key));
}
