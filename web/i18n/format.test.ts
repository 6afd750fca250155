import { afterEach, expect, test } from "vitest";
import { dayInWords, today } from "./format.ts";
import { writeAs } from "./i18n.ts";

afterEach(() => writeAs(null));

const year = Number(today().slice(0, 4));

test("A weekday stands before its date the same way in this year and in the next", () => {
  writeAs("en-GB");
  expect(dayInWords(`${year}-12-31`, "weekday")).toMatch(/^[A-Z][a-z]+ 31 December$/);
  expect(dayInWords(`${year + 1}-01-01`, "weekday")).toMatch(/^[A-Z][a-z]+ 1 January \d{4}$/);
  expect(dayInWords(`${year + 1}-06-30`, "weekday-short")).toMatch(/^[A-Z][a-z]+ 30 Jun \d{4}$/);
});

test("Where the comma belongs to every date, it stays", () => {
  writeAs("en-US");
  expect(dayInWords(`${year + 1}-01-01`, "weekday")).toMatch(/^[A-Z][a-z]+, January 1, \d{4}$/);
});
