import { describe, expect, it } from "vitest";
import type { CostLine } from "../claims/cost-lines.ts";
import { approvalBody, decide } from "./decision.ts";

const eur = (amount: string) => ({ amount, currency: "EUR" });
const line = (id: string, amount: string): CostLine => ({
  id,
  description: id,
  from: "",
  fileId: null,
  expenseType: null,
  amount: eur(amount),
  eligibleAmount: null,
  approvedAmount: null,
  reasonCode: null,
  field: id,
});
const lines = [line("a", "100.00"), line("b", "50.00")];
const eligible = (id: string) => eur(id === "a" ? "80.00" : "50.00");

describe("what a reviewer is about to approve", () => {
  it("is what the rules leave, when nothing is typed", () => {
    const decision = decide(lines, eligible, {}, eur("150.00"));
    expect(decision).toMatchObject({ approved: eur("130.00"), cut: eur("20.00"), ready: true });
    expect(approvalBody(decision, "")).toEqual({ lines: [] });
  });

  it("needs a reason for each cut of the reviewer's own", () => {
    expect(decide(lines, eligible, { b: { amount: "30.00" } }, eur("150.00"))).toMatchObject({
      ready: false,
      lines: [{}, { fault: "reason-missing" }],
    });
    const decision = decide(lines, eligible, { b: { amount: "30.00", reasonCode: "no-proof" } }, eur("150.00"));
    expect(decision.approved).toEqual(eur("110.00"));
    expect(approvalBody(decision, "Thanks")).toEqual({
      lines: [{ id: "b", approvedAmount: eur("30.00"), reasonCode: "no-proof" }],
      comment: "Thanks",
    });
  });

  it("cannot be more than the rules leave, or less than nothing, or no amount", () => {
    expect(decide(lines, eligible, { a: { amount: "80.01" } }, eur("150.00")).lines[0]?.fault).toBe("above-eligible");
    expect(decide(lines, eligible, { a: { amount: "-1.00" } }, eur("150.00")).lines[0]?.fault).toBe("negative");
    expect(decide(lines, eligible, { a: { amount: "" } }, eur("150.00")).lines[0]?.fault).toBe("not-an-amount");
  });

  it("cannot be more than was claimed, and an approval of nothing is a rejection", () => {
    expect(decide(lines, eligible, {}, eur("100.00")).ready).toBe(false);
    const nothing = { a: { amount: "0.00", reasonCode: "x" }, b: { amount: "0.00", reasonCode: "x" } };
    expect(decide(lines, eligible, nothing, eur("150.00")).ready).toBe(false);
  });
});
