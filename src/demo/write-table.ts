/** A CSV table with a byte order mark, so that spreadsheets read it as UTF-8. Cells with separators or quotes are quoted. */
export function writeTable(rows: readonly (readonly (string | number)[])[]): Buffer {
  const cell = (value: string | number): string => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`, "utf8");
}
