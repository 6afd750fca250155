import { describe, expect, it } from "vitest";
import { coopEdition, usd } from "../../test/builders/judged-claim.ts";
import { moneyOf, splitEarning } from "../money/index.ts";
import { closePeriod, lostAtDecision, lostAtEnd, rollsOver } from "./period-rules.ts";

const withThreshold = (amount: string) => coopEdition("FY27", { threshold: { amount, currency: "USD" } }).document;

describe("the end of an earning period", () => {
  it.each([
    ["T05", "25000.00", "USD", "15000.00", "10000.00"],
    ["T06", "33.33", "USD", "20.00", "13.33"],
    ["T08", "1001", "JPY", "601", "400"],
  ])("%s: %s %s is split into %s and %s", (_number, earned, currency, rebate, coop) => {
    const split = splitEarning(moneyOf(earned, currency), "60");
    expect(split).toEqual({ rebate: moneyOf(rebate, currency), coop: moneyOf(coop, currency) });
  });

  it("T07: a reversal is split like what it reverses", () => {
    const split = splitEarning({ minor: -10000n, currency: "USD" }, "60");
    expect([split.rebate.minor, split.coop.minor]).toEqual([-6000n, -4000n]);
  });

  it.each([
    ["T09", "10000.00", "9999.99", false],
    ["T10", "10000.00", "10000.00", true],
    ["T11", "1500.00", "1499.99", false],
    ["T11", "1500.00", "1500.00", true],
  ])("%s: with a threshold of %s, %s qualifies: %s", (_number, threshold, earned, qualified) => {
    const closed = closePeriod(withThreshold(threshold), usd(earned));
    expect(closed.qualified).toBe(qualified);
    expect(closed.kept).toEqual(usd(qualified ? earned : "0.00"));
    expect(closed.toRebate).toEqual(usd(qualified ? "0.00" : earned));
  });

  it.each([
    ["T12", ["4000.00", "4000.00", "4000.00", "4000.00", "4000.00", "4000.00"], "9600.00", false],
    ["T13", ["4000.00", "4000.00", "4000.00", "4000.00", "4000.00", "5000.00"], "10000.00", true],
  ])("%s: six months are judged together, by the sum of their co-op", (_number, months, coop, qualified) => {
    const parts = months.map((earned) => splitEarning(usd(earned), "60").coop.minor);
    const total = { minor: parts.reduce((sum, part) => sum + part, 0n), currency: "USD" };
    expect(total).toEqual(usd(coop));
    expect(closePeriod(withThreshold("10000.00"), total)).toMatchObject({
      qualified,
      toRebate: usd(qualified ? "0.00" : coop),
    });
  });

  it("T14: what is free is lost when claiming ends, the rest of a reserved claim when it is decided", () => {
    const atEnd = lostAtEnd({ earned: usd("12000.00"), approved: usd("7500.00"), reserved: usd("2000.00") });
    const atDecision = lostAtDecision(usd("2000.00"), usd("1800.00"));
    expect([atEnd, atDecision]).toEqual([usd("2500.00"), usd("200.00")]);
    expect(12_000_00n).toBe(7_500_00n + 1_800_00n + atEnd.minor + atDecision.minor);
  });

  it("moves on by itself only what the edition lets, and at most its part of what was earned", () => {
    const left = { earned: usd("12000.00"), left: usd("2500.00") };
    expect(rollsOver(coopEdition().document, left)).toEqual(usd("0.00"));
    const half = coopEdition("FY27", { funding: { rollOver: { by: "automatic", most: "10" } } }).document;
    expect(rollsOver(half, left)).toEqual(usd("1200.00"));
  });
});
