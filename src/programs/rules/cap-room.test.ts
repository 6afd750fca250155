import { describe, expect, test } from "vitest";
import { coopEdition, fund, usd } from "../../../test/builders/judged-claim.ts";
import { activityTypeOf } from "../edition.ts";
import type { ProgramClass } from "../parts/cap-schema.ts";
import { activityRoom } from "./cap-room.ts";
import type { ApprovedBefore } from "./facts.ts";

function room(
  code: string,
  money: { left?: string; earned?: string; before?: readonly ApprovedBefore[]; programClass?: ProgramClass } = {},
) {
  const edition = coopEdition("FY27", { programClass: money.programClass ?? "default" });
  const type = activityTypeOf(edition.document, code);
  if (!type) throw new Error(`no type ${code}`);
  return activityRoom(edition, type, {
    fund: fund({ available: usd(money.left ?? "9000.00"), earned: usd(money.earned ?? "20000.00") }),
    usagePeriod: "FY27-H1",
    approvedBefore: money.before ?? [],
  });
}
const approved = (activityType: string, amount: string): ApprovedBefore => ({
  activityType,
  expenseType: "agency-fee",
  amount: usd(amount),
});

describe("what a claim could bring at most", () => {
  test("without a cap, what is left of the fund", () => {
    expect(room("digital-advertising")).toEqual({ caps: [], most: usd("9000.00"), limitedBy: "balance" });
  });

  test("T44: a quarter of what was earned for customer offers, all of it in device programs", () => {
    expect(room("customer-offers")).toMatchObject({ most: usd("5000.00"), limitedBy: "cap" });
    expect(room("customer-offers", { programClass: "device" })).toMatchObject({ most: usd("9000.00") });
  });

  test("T46: syndicated content, 12,000.00 approved before: 6,750.00 is left of the cap", () => {
    const { caps, most } = room("vendor-syndicated-content", {
      before: [approved("vendor-syndicated-content", "12000.00"), approved("digital-advertising", "3000.00")],
    });
    expect(caps).toMatchObject([{ limit: usd("18750.00"), used: usd("12000.00"), left: usd("6750.00") }]);
    expect(most).toEqual(usd("6750.00"));
  });

  test("T48: device seeding, the greater of 10 % and 3,000.00", () => {
    expect(room("device-seeding").most).toEqual(usd("3000.00"));
    expect(room("device-seeding", { earned: "50000.00" }).most).toEqual(usd("5000.00"));
  });

  test("a cap that was used up leaves nothing, and never less", () => {
    expect(room("customer-offers", { before: [approved("customer-offers", "7000.00")] })).toMatchObject({
      most: usd("0.00"),
      limitedBy: "cap",
    });
  });

  test("a cap on travel alone does not limit a conference, whose registration has none", () => {
    const { caps, most } = room("vendor-hosted-conference");
    expect(most).toEqual(usd("9000.00"));
    expect(caps.map(({ cap, limit }) => [cap.kind, limit])).toEqual([
      ["per-person", null],
      ["max-persons", null],
      ["absolute", usd("45000.00")],
    ]);
  });

  test("a cap in another currency than the fund's is told without a limit, because there is no rate", () => {
    const edition = coopEdition();
    const type = activityTypeOf(edition.document, "vendor-syndicated-content");
    if (!type) throw new Error("the example has it");
    const yen = { minor: 1_000_000n, currency: "JPY" };
    const found = activityRoom(edition, type, {
      fund: { ...fund(), currency: "JPY", available: yen, earned: yen },
      usagePeriod: "FY27-H1",
      approvedBefore: [],
    });
    expect(found).toMatchObject({ caps: [{ limit: null, left: null }], most: yen, limitedBy: "balance" });
  });

  test("a fund with nothing left brings nothing", () => {
    expect(room("digital-advertising", { left: "0.00" }).most).toEqual(usd("0.00"));
  });
});
