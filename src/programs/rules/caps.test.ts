import { describe, expect, it } from "vitest";
import { coopEdition, facts, fund, invoice, line, subject, usd } from "../../../test/builders/judged-claim.ts";
import { moneyOf } from "../../money/index.ts";
import type { JudgingEdition } from "../edition.ts";
import type { ProgramClass } from "../parts/cap-schema.ts";
import { evaluate } from "./evaluate.ts";
import type { ClaimFacts } from "./facts.ts";
import type { SubjectLine } from "./subject.ts";

/** What the rules leave of some lines of an activity, all of them claimed, from a fund with plenty left. */
function judged(
  activityType: string,
  lines: readonly SubjectLine[],
  options: { earned?: string; programClass?: ProgramClass; facts?: Partial<ClaimFacts>; edition?: JudgingEdition } = {},
) {
  const total = lines.reduce((sum, each) => sum + (each.lineAmount?.minor ?? 0n), 0n);
  const edition = options.edition ?? coopEdition("FY27", { programClass: options.programClass ?? "default" });
  const claim = subject({ activityType, invoices: [invoice(lines)], amountClaimed: { minor: total, currency: "USD" } });
  const known = facts({
    fund: fund({ available: usd("900000.00"), earned: usd(options.earned ?? "12000.00") }),
    ...options.facts,
  });
  const result = evaluate(edition, claim, known);
  return { ...result, cuts: result.findings.filter((finding) => finding.severity === "cuts") };
}
const amounts = (result: ReturnType<typeof judged>) => result.lines.map((each) => Number(each.eligible.minor) / 100);
const giveaways = (amount: string) => line(amount, { expenseType: "giveaways" });
const travel = (person: string, amount: string) => line(amount, { expenseType: "travel-transport", person });

describe("caps", () => {
  it("T44: customer offers take at most 25 % of what was earned for the period, 100 % in device programs", () => {
    const offers = [giveaways("25000.00")];
    expect(amounts(judged("customer-offers", offers, { earned: "20000.00" }))).toEqual([5000]);
    expect(amounts(judged("customer-offers", offers, { earned: "20000.00", programClass: "device" }))).toEqual([20000]);
    expect(
      amounts(judged("customer-offers", offers, { earned: "20000.00", programClass: "device-distributor" })),
    ).toEqual([20000]);
    expect(amounts(judged("customer-offers", offers, { earned: "20000.00", programClass: "commerce" }))).toEqual([
      5000,
    ]);
  });

  it("T44: counts all claims of the usage period together", () => {
    const approvedBefore = [
      { activityType: "customer-offers", expenseType: "giveaways", amount: usd("3500.00") },
      { activityType: "digital-advertising", expenseType: "media-placement", amount: usd("9000.00") },
    ];
    expect(
      amounts(judged("customer-offers", [giveaways("4000.00")], { earned: "20000.00", facts: { approvedBefore } })),
    ).toEqual([1500]);
  });

  it("T45: an on-site champion takes at most half of what was earned", () => {
    const services = [line("15000.00", { expenseType: "services-fee" })];
    expect(amounts(judged("on-site-champion", services, { earned: "20000.00" }))).toEqual([10000]);
  });

  it("T46: syndicated content, 12,000.00 approved before, 8,000.00 claimed: 6,750.00 is left, and the cut says why", () => {
    const approvedBefore = [
      { activityType: "vendor-syndicated-content", expenseType: "agency-fee", amount: usd("12000.00") },
    ];
    const result = judged("vendor-syndicated-content", [line("8000.00")], { facts: { approvedBefore } });
    expect(result.cuts).toMatchObject([
      {
        rule: "cap.absolute",
        field: "invoices[0].lines[0]",
        found: "8000.00",
        allowed: "6750.00",
        effect: { amount: "-1250.00", currency: "USD" },
        source: "edition coop/FY27 v2, activityTypes[6].caps[0]",
        reasonCode: "cap-exceeded",
      },
    ]);
    expect(result.lines[0]?.cuts).toEqual([
      { rule: "cap.absolute", amount: usd("1250.00"), reasonCode: "cap-exceeded" },
    ]);
    expect(result.eligibleTotal).toEqual(usd("6750.00"));
  });

  it("T47: four travellers: 5,000.00 for one person, three persons, in the order of the lines", () => {
    const four = [
      travel("Ada", "6200.00"),
      travel("Ben", "3000.00"),
      travel("Cem", "4900.00"),
      travel("Dora", "1000.00"),
    ];
    const result = judged("vendor-hosted-conference", four);
    expect(amounts(result)).toEqual([5000, 3000, 4900, 0]);
    expect(result.cuts.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "cap.per-person invoices[0].lines[0]",
      "cap.max-persons invoices[0].lines[3]",
    ]);
  });

  it("T47: with 40,000.00 approved before in the period, 5,000.00 is left for all of them", () => {
    const approvedBefore = [
      { activityType: "vendor-hosted-conference", expenseType: "travel-hotel", amount: usd("40000.00") },
    ];
    const four = [
      travel("Ada", "6200.00"),
      travel("Ben", "3000.00"),
      travel("Cem", "4900.00"),
      travel("Dora", "1000.00"),
    ];
    expect(amounts(judged("vendor-hosted-conference", four, { facts: { approvedBefore } }))).toEqual([5000, 0, 0, 0]);
  });

  it("T47: several lines of one person count together, however the name is written", () => {
    const lines = [
      travel("Ada King", "4000.00"),
      line("2000.00", { expenseType: "travel-hotel", person: " ada  king" }),
      line("900.00", { expenseType: "registration-fee", person: "Ada King" }),
    ];
    expect(amounts(judged("vendor-hosted-conference", lines))).toEqual([4000, 1000, 900]);
  });

  it("asks who travelled", () => {
    const result = judged("vendor-hosted-conference", [line("100.00", { expenseType: "travel-hotel" })]);
    expect(result.findings.map((finding) => finding.rule)).toContain("line.person-missing");
  });

  it.each([
    ["20000.00", 3000],
    ["50000.00", 5000],
  ])("T48: seeding takes the greater of 10 %% of %s and 3,000.00", (earned, left) => {
    const units = [line("9000.00", { expenseType: "demo-unit" })];
    const result = judged("device-seeding", units, { earned });
    expect(amounts(result)).toEqual([left]);
    expect(result.cuts.map((finding) => finding.rule)).toEqual(["cap.greater-of"]);
    expect(amounts(judged("device-seeding", units, { earned, programClass: "device" }))).toEqual([9000]);
  });

  it("T49: a percentage is of what was earned, however little is left", () => {
    const known = { fund: fund({ earned: usd("20000.00"), available: usd("5100.00") }) };
    expect(amounts(judged("customer-offers", [giveaways("5100.00")], { facts: known }))).toEqual([5000]);
  });

  it("T49: a cap in dollars is compared with a claim in euros at the rate of the month of the work", () => {
    const euros = (text: string) => moneyOf(text, "EUR");
    const edition = coopEdition();
    const claim = subject({
      activityType: "vendor-syndicated-content",
      currency: "EUR",
      amountClaimed: euros("20000.00"),
      invoices: [
        invoice([{ ...line("1.00"), lineAmount: euros("20000.00") }], {
          currency: "EUR",
          subtotal: euros("20000.00"),
          tax: null,
          total: euros("20000.00"),
        }),
      ],
    });
    const known = { fund: fund({ currency: "EUR", available: euros("90000.00"), earned: euros("90000.00") }) };
    const rates = [{ from: "USD", to: "EUR", rate: "0.9216" }];
    expect(evaluate(edition, claim, facts({ ...known, rates })).eligibleTotal).toEqual(euros("17280.00"));
    const without = evaluate(edition, claim, facts(known));
    expect(without.eligibleTotal).toEqual(euros("20000.00"));
    expect(without.findings.map((finding) => finding.rule)).toContain("cap.rate-missing");
  });

  it("T50: cuts come in the fixed order, each on what the one before left, each under its own name", () => {
    const lines = [
      giveaways("70.00"),
      travel("Ada", "6200.00"),
      travel("Ben", "4000.00"),
      travel("Cem", "5000.00"),
      travel("Dora", "800.00"),
    ];
    const edition = coopEdition();
    const claim = subject({
      activityType: "vendor-hosted-conference",
      invoices: [invoice(lines)],
      amountClaimed: null,
    });
    const known = facts({
      fund: fund({ available: usd("9500.00") }),
      approvedBefore: [{ activityType: "device-seeding", expenseType: "travel-hotel", amount: usd("34000.00") }],
    });
    const result = evaluate(edition, claim, known);
    expect(
      result.lines.flatMap((each) =>
        each.cuts.map((cut) => `${each.field.slice(-2, -1)} ${cut.rule} ${Number(cut.amount.minor) / 100}`),
      ),
    ).toEqual([
      "0 expense.ineligible 70",
      "1 cap.per-person 1200",
      "3 cap.absolute 3000",
      "3 balance.exceeded 1500",
      "4 cap.max-persons 800",
    ]);
    const order = result.findings.filter((finding) => finding.severity === "cuts").map((finding) => finding.rule);
    expect(order).toEqual([
      "expense.ineligible",
      "cap.per-person",
      "cap.max-persons",
      "cap.absolute",
      "balance.exceeded",
    ]);
    expect(result.eligibleTotal).toEqual(usd("9500.00"));
  });
});
