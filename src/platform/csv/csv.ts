/** Put before the first line, so that spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

const NUMBER = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet would take for a formula, or for the beginning of one once it has trimmed the cell. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/**
 * One line of a CSV file, with its line end (RFC 4180). A text that a spreadsheet would run as a formula is escaped with an
 * apostrophe; numbers stay numbers, also below zero. Nothing is an empty cell.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | null): string {
  const text = value ?? "";
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
