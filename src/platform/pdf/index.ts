export { openPage, type PdfPage, writeHeading, writeItem, writeNote, writeRow, writeText } from "./page.ts";
