export { BYTE_ORDER_MARK, csvLine } from "./csv.ts";
export { CSV_CHUNK, type CsvColumn, columnNames, pagesOf, sendCsv } from "./send-csv.ts";
