import { z } from "zod";
import { DateWire, idWire, MoneyWire, TimeWire } from "../platform/http/index.ts";

const waiting = z.object({
  all: z.number().int().describe("Claims and plans that wait for a decision of the vendor"),
  late: z.number().int().describe("Of these, those whose deadline has passed"),
});

/** What stands where in a program, in one currency. */
export const ProgramMoney = z
  .object({
    program: z.string(),
    programName: z.string(),
    currency: z.string(),
    left: MoneyWire.describe("Free in the funds"),
    committed: MoneyWire.describe("Set aside for approved plans"),
    reserved: MoneyWire.describe("Held for claims that wait for their decision"),
    payable: MoneyWire.describe("Approved and not yet paid"),
    unproven: MoneyWire.describe("Paid ahead of its proof"),
    paid: MoneyWire.describe("Paid for good"),
  })
  .meta({ id: "ProgramMoney" });
export type ProgramMoney = z.input<typeof ProgramMoney>;

/** An approved plan that is paid before its proof, and of which something is still to be paid. */
export const UnpaidPlan = z
  .object({
    id: idWire("plan"),
    number: z.string(),
    name: z.string(),
    partnerName: z.string(),
    locationName: z.string(),
    approvedAmount: MoneyWire,
    toPay: MoneyWire,
  })
  .meta({ id: "UnpaidPlan" });
export type UnpaidPlan = z.input<typeof UnpaidPlan>;

/** A publication that a second person has to decide about. */
export const AskedPublication = z
  .object({
    edition: idWire("edition"),
    program: z.string(),
    programName: z.string(),
    programYear: z.string(),
    version: z.number().int(),
    effectiveOn: DateWire.describe("First day on which it shall be in force"),
    askedBy: z.string().describe("Name of the person who asked"),
    askedAt: TimeWire,
  })
  .meta({ id: "AskedPublication" });
export type AskedPublication = z.input<typeof AskedPublication>;

/** GET /overview */
export const Overview = z
  .object({
    waiting,
    money: z.array(ProgramMoney),
    unpaidPlans: z.array(UnpaidPlan),
    publications: z.array(AskedPublication),
  })
  .meta({ id: "Overview" });
export type Overview = z.input<typeof Overview>;
