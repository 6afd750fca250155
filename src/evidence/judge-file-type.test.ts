import { describe, expect, test } from "vitest";
import { DomainError } from "../kernel/index.ts";
import { type FileClaims, judgeFileType } from "./judge-file-type.ts";

const XLS_OF_WINDOWS = "application/vnd.ms-excel";

function refusal(claims: FileClaims): DomainError {
  try {
    judgeFileType(claims);
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error("the file was accepted");
}

describe("a file that tells the truth is accepted", () => {
  test.each([
    ["a PDF", "invoice.pdf", "application/pdf", "application/pdf", "invoice.pdf"],
    ["a PDF with its ending in capitals", "INVOICE.PDF", "application/pdf", "application/pdf", "INVOICE.PDF"],
    [
      "a PDF whose sender does not know its type",
      "invoice.pdf",
      "application/octet-stream",
      "application/pdf",
      "invoice.pdf",
    ],
    ["a PDF without an ending gets one", "invoice", "", "application/pdf", "invoice.pdf"],
    ["a version number is no ending", "report.v2", "", "application/pdf", "report.v2.pdf"],
    ["a JPEG called jpeg", "photo.jpeg", "image/jpeg", "image/jpeg", "photo.jpeg"],
    ["an e-invoice", "invoice.xml", "text/xml; charset=utf-8", "application/xml", "invoice.xml"],
    ["a table that Windows takes for Excel", "people.csv", XLS_OF_WINDOWS, "text/csv", "people.csv"],
  ])("%s", (_what, name, declared, found, shown) => {
    expect(judgeFileType({ name, declared, found })).toEqual({ name: shown, mediaType: found });
  });

  test("between a table and plain text the name decides", () => {
    expect(judgeFileType({ name: "a.csv", declared: "", found: "text/plain" }).mediaType).toBe("text/csv");
    expect(judgeFileType({ name: "a.txt", declared: "", found: "text/csv" }).mediaType).toBe("text/plain");
  });

  test("a mail or an XML saved as text is plain text", () => {
    expect(judgeFileType({ name: "mail.txt", declared: "text/plain", found: "message/rfc822" }).mediaType).toBe(
      "text/plain",
    );
    expect(judgeFileType({ name: "data.txt", declared: "", found: "application/xml" }).mediaType).toBe("text/plain");
  });
});

describe("a file that lies is refused, and told what was said and what was found", () => {
  test.each([
    ["a PNG called PDF", "invoice.pdf", "application/pdf", "image/png", ["PDF", "PNG picture"]],
    ["a PDF sent as a picture", "invoice", "image/png", "application/pdf", ["PNG picture", "PDF"]],
    ["a PDF called a program", "invoice.exe", "", "application/pdf", [".exe", "PDF"]],
    ["a web page called PDF", "invoice.pdf", "application/pdf", "text/html", ["PDF", "web page"]],
    ["a ZIP called Word document", "agenda.docx", "", "application/zip", ["Word document", "ZIP archive"]],
    [
      "a document with macros called a plain one",
      "agenda.docx",
      "",
      "application/vnd.ms-office.macro-enabled",
      ["Word document", "macros"],
    ],
    [
      "something unknown called a picture",
      "photo.jpg",
      "image/jpeg",
      "application/octet-stream",
      ["JPEG picture", "something unknown"],
    ],
    ["plain text called XML", "invoice.xml", "", "text/plain", ["XML", "plain text"]],
    ["a script called a script", "run.js", "", "text/plain", [".js", "plain text"]],
  ])("%s", (_what, name, declared, found, words) => {
    const error = refusal({ name, declared, found });
    expect(error.code).toBe("file-type-mismatch");
    for (const word of words) expect(error.message).toContain(word);
  });
});

describe("a file of a kind that is not accepted is refused, with what is accepted", () => {
  test.each([
    ["a ZIP archive", "proofs.zip", "application/zip"],
    ["an old Word document", "agenda.doc", "application/msword"],
    ["a web page", "page.html", "text/html"],
    ["an SVG drawing, which can hold scripts", "logo.svg", "image/svg+xml"],
    ["bytes nobody knows", "data.bin", "application/octet-stream"],
  ])("%s", (_what, name, found) => {
    const error = refusal({ name, declared: "", found });
    expect(error.code).toBe("file-type-not-allowed");
    expect(error.message).toMatch(/^"[^"]+" \(.+\) is not accepted\. Accepted are: PDF, PNG picture/);
  });
});
