import { Environment } from "@marcbachmann/cel-js";
import { addDays, addMonths, daysBetween, isIsoDate, weekday } from "../../../kernel/index.ts";
import { parseAmount, percentOf } from "../../../money/index.ts";
import { like } from "../pattern.ts";

/**
 * What an expression is judged on, as plain data: a claim with its proof, a request before the work, or what is known of a
 * location that wants to take part.
 */
export type Subjects = "claim" | "request" | "enrollment";

/** How much an expression may hold. Lists come from the claim, which is bounded; nothing else can grow. */
const LIMITS = { maxAstNodes: 300, maxDepth: 24, maxListElements: 60, maxMapEntries: 20, maxCallArguments: 8 };

const LINE = { amount: "int", expenseType: "string", person: "string", description: "string", inHouse: "bool" };
const INVOICE = {
  supplier: "string",
  number: "string",
  date: "string",
  billedTo: "string",
  net: "int",
  tax: "int",
  total: "int",
};
const DOCUMENT = { code: "string", note: "string", isLink: "bool", url: "string", addedOn: "string" };

const COMMON = {
  activityType: "string",
  usagePeriod: "string",
  name: "string",
  currency: "string",
  amount: "int",
  hasAmount: "bool",
  sponsors: "int",
  sharePercent: "string",
  event: "string",
  preApprovalId: "string",
  fields: "map<string, string>",
  numbers: "map<string, int>",
};

/** The facts by name, with their types: what docs/programs.md describes. Amounts are whole minor units, days are text. */
export const FACTS = {
  claim: {
    ...COMMON,
    executedOn: "string",
    cost: "int",
    proofTotal: "int",
    lines: "list<Line>",
    invoices: "list<Invoice>",
    documents: "list<Document>",
  },
  request: { ...COMMON, requestedOn: "string", startsOn: "string", endsOn: "string", isReturned: "bool" },
  partner: { type: "string", tier: "string", market: "string", firstClaim: "bool" },
  fund: {
    exists: "bool",
    type: "string",
    currency: "string",
    available: "int",
    earned: "int",
    accrued: "int",
    qualified: "bool",
  },
  period: { usageFrom: "string", usageTo: "string", claimFrom: "string", claimTo: "string", proofDeadline: "string" },
} as const;

/** The facts of a location that wants to take part, by name, with their types. */
export const ENROLLMENT_FACTS = {
  location: { country: "string", market: "string" },
  partner: { type: "string", tier: "string" },
} as const;

/** The language of expressions about a subject: the types of its facts, and functions that read them. */
export function environmentFor(subjects: Subjects): Environment {
  return subjects === "enrollment" ? ofEnrollment() : ofClaim(subjects);
}

function ofEnrollment(): Environment {
  const environment = new Environment({ limits: LIMITS, unlistedVariablesAreDyn: false });
  environment.registerVariable({ name: "location", schema: { ...ENROLLMENT_FACTS.location } });
  environment.registerVariable({ name: "partner", schema: { ...ENROLLMENT_FACTS.partner } });
  environment.registerVariable("standing", "list<string>");
  environment.registerVariable("facts", "map<string, string>");
  environment.registerVariable("numbers", "map<string, int>");
  environment.registerVariable("today", "string");
  return withFunctions(environment);
}

function ofClaim(subjects: "claim" | "request"): Environment {
  const environment = new Environment({ limits: LIMITS, unlistedVariablesAreDyn: false })
    .registerType("Line", { fields: LINE })
    .registerType("Invoice", { fields: INVOICE })
    .registerType("Document", { fields: DOCUMENT });
  environment.registerVariable({ name: subjects, schema: { ...FACTS[subjects] } });
  for (const name of ["partner", "fund", "period"] as const) {
    environment.registerVariable({ name, schema: { ...FACTS[name] } });
  }
  environment.registerVariable("today", "string");
  environment.registerVariable("stage", "string");
  return withFunctions(environment);
}

function withFunctions(environment: Environment): Environment {
  return environment
    .registerFunction("days(string, string): int", (from: string, to: string) =>
      BigInt(daysBetween(dayFrom(from), dayFrom(to))),
    )
    .registerFunction("addDays(string, int): string", (day: string, count: bigint) =>
      addDays(dayFrom(day), numberFrom(count)),
    )
    .registerFunction("addMonths(string, int): string", (day: string, count: bigint) =>
      addMonths(dayFrom(day), numberFrom(count)),
    )
    .registerFunction("weekday(string): int", (day: string) => BigInt(weekday(dayFrom(day))))
    .registerFunction("minor(string, string): int", minorFrom)
    .registerFunction("percent(int, string): int", percentFrom)
    .registerFunction("sum(list<int>): int", (amounts: Iterable<bigint>) =>
      [...amounts].reduce((total, amount) => total + amount, 0n),
    )
    .registerFunction("least(int, int): int", (a: bigint, b: bigint) => (a < b ? a : b))
    .registerFunction("greatest(int, int): int", (a: bigint, b: bigint) => (a > b ? a : b))
    .registerFunction("like(string, string): bool", (text: string, pattern: string) => like(text, pattern));
}

function dayFrom(text: string): string {
  if (!isIsoDate(text))
    throw new RangeError(text === "" ? "there is no date yet" : `"${text.slice(0, 20)}" is no date`);
  return text;
}

/** A count of days or months that the calendar can take. */
function numberFrom(count: bigint): number {
  if (count > 20_000n || count < -20_000n) throw new RangeError(`${count} is too far away`);
  return Number(count);
}

function minorFrom(text: string, currency: string): bigint {
  const amount = parseAmount(text, currency);
  if (typeof amount === "string")
    throw new RangeError(`"${text.slice(0, 20)}" is no amount in ${currency || "this currency"}`);
  return amount.minor;
}

/** A part of an amount, rounded down like every limit. */
function percentFrom(amount: bigint, percent: string): bigint {
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(percent)) throw new RangeError(`"${percent.slice(0, 20)}" is no percentage`);
  return percentOf({ minor: amount, currency: "USD" }, percent, "down").minor;
}
