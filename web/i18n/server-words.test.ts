import { i18n } from "@lingui/core";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { inWords, wordOf } from "./server-words.ts";

vi.stubGlobal("navigator", { languages: ["de-DE"] });
afterAll(() => vi.unstubAllGlobals());

const german = (messages: Record<string, string>) =>
  i18n.loadAndActivate({ locale: "de", messages: Object.fromEntries(Object.entries(messages)) });

afterEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

const words = {
  message: "Claim at most {left} until {day}.",
  values: { left: { amount: "1234.50", currency: "EUR" }, day: "2026-06-30" },
};

test("without a translation a sentence is English, with days and amounts as the person writes them", () => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  expect(inWords(words, "Claim at most 1234.50 EUR until 2026-06-30.")).toBe(
    "Claim at most 1,234.50 EUR until 30 June 2026.",
  );
});

test("a sentence is said in the person's language", () => {
  german({ "The status is {status}.": "Der Status ist gesetzt.", Approved: "Genehmigt" });
  expect(inWords({ message: "The status is {status}.", values: { status: "Approved" } }, "x")).toBe(
    "Der Status ist gesetzt.",
  );
  expect(wordOf("Approved")).toBe("Genehmigt");
});

test("what the server sent without words stays as it was written", () => {
  german({});
  expect(inWords(undefined, "Enter the day.")).toBe("Enter the day.");
  expect(inWords({ message: "" }, "Enter the day.")).toBe("Enter the day.");
  expect(wordOf("Unheard of")).toBe("Unheard of");
});
