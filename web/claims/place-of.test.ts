import { describe, expect, it } from "vitest";
import type { Claim } from "../api/types.ts";
import { placeOf } from "./place-of.ts";

const claim = {
  invoices: [
    { supplierName: "Lighthouse", number: "L-1", file: { name: "l.pdf" }, lines: [{ description: "Ads" }] },
    { supplierName: "Harbour", number: "H-2", file: null, lines: [{ description: "" }] },
  ],
  certifications: [{ personOrRole: "Trainer" }],
  documents: [{ file: { name: "ad.png" } }, { file: null, url: "https://www.example.com/" }],
} as unknown as Claim;

describe("what a finding is about", () => {
  it("is the invoice, its line or its file", () => {
    expect(placeOf(claim, "invoices[0]")).toBe("Lighthouse, L-1");
    expect(placeOf(claim, "invoices[0].lines[0].expenseType")).toBe("Lighthouse, L-1: Ads");
    expect(placeOf(claim, "invoices[0].file")).toBe("Lighthouse, L-1, l.pdf");
    expect(placeOf(claim, "invoices[1].file")).toBe("Harbour, H-2");
    expect(placeOf(claim, "invoices[1].lines[0]")).toBe("Harbour, H-2");
  });

  it("is the statement or the document", () => {
    expect(placeOf(claim, "certifications[0].certifiedOn")).toBe("Trainer");
    expect(placeOf(claim, "documents[0].note")).toBe("ad.png");
    expect(placeOf(claim, "documents[1].note")).toBe("https://www.example.com/");
  });

  it("is nothing in particular otherwise", () => {
    expect(placeOf(claim, "amountClaimed")).toBeUndefined();
    expect(placeOf(claim, "documents.ad-screenshot")).toBeUndefined();
    expect(placeOf(claim, "invoices[7]")).toBeUndefined();
  });
});
