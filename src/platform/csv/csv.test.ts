import { describe, expect, test } from "vitest";
import { csvLine } from "./csv.ts";

describe("a line of a CSV file", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+49 30 1234", "'+49 30 1234"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1+1", "'\t=1+1"],
    [" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0"],
  ])("a spreadsheet does not run the text %j", (text, expected) => {
    expect(csvLine([text])).toBe(`${expected}\r\n`);
  });

  test("amounts stay numbers, also below zero", () => {
    expect(csvLine(["-500.00", "0.00", "-1001"])).toBe("-500.00,0.00,-1001\r\n");
  });

  test("separators, quotes and line ends stay inside their cell; nothing is an empty cell", () => {
    expect(csvLine(['Müller, "Söhne"', "two\nlines", null, "end"])).toBe('"Müller, ""Söhne""","two\nlines",,end\r\n');
  });

  test("a formula with a separator is escaped and quoted", () => {
    expect(csvLine(['=HYPERLINK("http://x.example","a")'])).toBe('"\'=HYPERLINK(""http://x.example"",""a"")"\r\n');
  });
});
