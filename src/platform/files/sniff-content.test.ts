import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sniffContent } from "./sniff-content.ts";

const OFFICE = "application/vnd.openxmlformats-officedocument";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fundproof-sniff-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function sniff(content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content);
  const path = join(folder, "file-without-a-name");
  await writeFile(path, bytes);
  return sniffContent(path, { size: bytes.length, hasNul: bytes.includes(0) });
}
const fixture = (name: string) =>
  readFile(fileURLToPath(new URL(`../../../test/fixtures/files/${name}`, import.meta.url)));

describe("the content alone says what a file is", () => {
  test.each([
    ["invoice.pdf", "application/pdf"],
    ["screenshot.png", "image/png"],
    ["photo.jpg", "image/jpeg"],
    ["pixel.gif", "image/gif"],
    ["scan.tif", "image/tiff"],
    ["invoice.xml", "application/xml"],
    ["attendees.csv", "text/csv"],
    ["report.txt", "text/plain"],
    ["confirmation.eml", "message/rfc822"],
    ["message.msg", "application/vnd.ms-outlook"],
    ["agenda.docx", `${OFFICE}.wordprocessingml.document`],
    ["macros.docm", "application/vnd.ms-office.macro-enabled"],
    ["archive.zip", "application/zip"],
    ["old.doc", "application/msword"],
    ["page.html", "text/html"],
    ["drawing.svg", "image/svg+xml"],
  ])("%s is %s", async (name, mediaType) => {
    expect(await sniff(await fixture(name))).toBe(mediaType);
  });

  test.each([
    ["a web page without a doctype", "<html><body>hello</body></html>", "text/html"],
    [
      "a web page that calls itself XML",
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
      "text/html",
    ],
    ["an XML document without a declaration", "<Invoice><ID>1</ID></Invoice>", "application/xml"],
    ["XML behind a byte-order mark and a comment", "\uFEFF<!-- x --><ns:Order xmlns:ns='a'/>", "application/xml"],
    ["a table with semicolons", "name;amount\nAda;12\nGrace;13\n", "text/csv"],
    ["a letter with commas", "Dear Sir, good day, all is well\nbest regards\n", "text/plain"],
    ["a letter that begins with BM", "BM is short for Brand Marketing.\n", "text/plain"],
    ["a rich text document", "{\\rtf1\\ansi hello}", "application/rtf"],
    ["text in an 8-bit code", Buffer.from("M\xfcller & S\xf6hne\n", "latin1"), "text/plain"],
    ["text in UTF-16", Buffer.from("\uFEFFInvoice 4711\n", "utf16le"), "text/plain"],
    ["bytes nobody knows", Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), "application/octet-stream"],
    [
      "text with a binary tail",
      Buffer.concat([Buffer.from("hello "), Buffer.from([0, 1, 2])]),
      "application/octet-stream",
    ],
    ["a ZIP that is cut off", Buffer.from("504b0304140000000800", "hex"), "application/zip"],
    ["a compound file that is cut off", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "application/x-cfb"],
  ])("%s", async (_what, content, mediaType) => {
    expect(await sniff(content)).toBe(mediaType);
  });
});
