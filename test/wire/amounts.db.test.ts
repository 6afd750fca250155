import { beforeAll, describe, expect, test } from "vitest";
import { idText, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { decimalsOf, parseAmount } from "../../src/money/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import { buildFund, buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { claimIn, firstOf, newClaim, newInvoice } from "./claims.ts";
import { type Json, type Method, useWire } from "./wire.ts";

// docs/api.md, "Amounts": {"amount": "1234.50", "currency": "EUR"}, never more decimals than the currency has; dueAt and dueOn;
// periods with both days inclusive; ids with their prefix.

const database = useDatabase();
const wire = useWire(database);
let world: World;
let draft: Json;
let inReview: Json;

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
  draft = (await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world)))).body;
  inReview = await claimIn(wire, database.db, world, "under_review");
});

/** Places of the API that take an amount: how the body is made, and the path of the field. */
interface Place {
  readonly method: Method;
  readonly path: () => string;
  readonly body: (amount: unknown) => unknown;
  readonly field: string;
  readonly by: () => World["finance"];
  readonly zero?: true;
  readonly negative?: true;
}

const partner = () => world.incentivesAdmin;
const invoices = { method: "POST", path: () => `/claims/${draft.id}/invoices`, by: partner } as const;
const invoiceWith = (changes: object) => newInvoice(firstOf(world), "10.00", null, changes);
const line = { description: "x", lineAmount: { amount: "10.00", currency: "USD" } };
const certification = {
  from: "2026-10-01",
  to: "2026-10-02",
  personOrRole: "Designer",
  workDone: "Artwork",
  unit: "hours",
  quantity: "2",
  unitCost: { amount: "10.00", currency: "USD" },
  total: { amount: "20.00", currency: "USD" },
  certifierName: "Ada",
  certifierRole: "Head",
  certifiedOn: "2026-10-03",
  accepted: true,
};
const certifications = { method: "POST", path: () => `/claims/${draft.id}/certifications`, by: partner } as const;

const PLACES: Readonly<Record<string, Place>> = {
  "amountClaimed of a new claim": {
    method: "POST",
    path: () => "/claims",
    body: (amount) => newClaim(firstOf(world), { amountClaimed: amount }),
    field: "amountClaimed",
    by: partner,
  },
  "amountClaimed of a changed claim": {
    method: "PATCH",
    path: () => `/claims/${draft.id}`,
    body: (amount) => ({ amountClaimed: amount }),
    field: "amountClaimed",
    by: partner,
  },
  "subtotal of an invoice": { ...invoices, body: (subtotal) => invoiceWith({ subtotal }), field: "subtotal" },
  "tax of an invoice": { ...invoices, body: (tax) => invoiceWith({ tax }), field: "tax", zero: true },
  "total of an invoice": { ...invoices, body: (total) => invoiceWith({ total }), field: "total" },
  "lineAmount of a line": {
    ...invoices,
    body: (lineAmount) => invoiceWith({ lines: [line, { ...line, lineAmount }] }),
    field: "lines[1].lineAmount",
  },
  "unitPrice of a line": {
    ...invoices,
    body: (unitPrice) => invoiceWith({ lines: [{ ...line, unitPrice }] }),
    field: "lines[0].unitPrice",
  },
  "unitCost of a certification": {
    ...certifications,
    body: (unitCost) => ({ ...certification, unitCost }),
    field: "unitCost",
  },
  "total of a certification": { ...certifications, body: (total) => ({ ...certification, total }), field: "total" },
  "approvedAmount of a line": {
    method: "POST",
    path: () => `/claims/${inReview.id}/approval`,
    body: (approvedAmount) => ({
      lines: [{ id: inReview.invoices[0]?.lines[0]?.id, approvedAmount, reasonCode: "expense-ineligible" }],
    }),
    field: "lines[0].approvedAmount",
    by: () => world.reviewer,
    // Nothing of the only line is a rejection, and refused as such.
    zero: true,
  },
  "amount of an adjustment": {
    method: "POST",
    path: () => `/funds/${idText("fund", world.fund.id)}/adjustments`,
    body: (amount) => ({ amount, reasonCode: "previous-period", effectiveFor: "2026-11-01" }),
    field: "amount",
    by: () => world.finance,
    negative: true,
  },
};

const usd = (amount: unknown) => ({ amount, currency: "USD" });
const BAD: readonly [string, unknown, string, string?][] = [
  ["three decimals", usd("1.234"), "amount", "too-many-decimals"],
  ["three decimals that are zeros", usd("1.230"), "amount", "too-many-decimals"],
  ["more than the program accepts", usd("1000000000000.00"), "amount", "too-large"],
  ["forty digits", usd("9".repeat(40)), "amount"],
  ["a thousand digits", usd("9".repeat(1000)), "amount"],
  ["an exponent", usd("1e3"), "amount", "not-a-number"],
  ["a number in place of text", usd(100), "amount", "invalid-type"],
  ["text in place of an amount", "100.00", "", "invalid-type"],
  ["a plus sign", usd("+1.00"), "amount", "not-a-number"],
  ["a comma", usd("1,50"), "amount", "not-a-number"],
  ["a separator of thousands", usd("1 000.00"), "amount", "not-a-number"],
  ["no digit before the point", usd(".50"), "amount", "not-a-number"],
  ["no digit after the point", usd("1."), "amount", "not-a-number"],
  ["hexadecimal digits", usd("0x10"), "amount", "not-a-number"],
  ["Arabic digits", usd("١٠٠"), "amount", "not-a-number"],
  ["infinity", usd("Infinity"), "amount", "not-a-number"],
  ["nothing", usd(""), "amount", "not-a-number"],
  ["null", usd(null), "amount", "invalid-type"],
  ["no amount", { currency: "USD" }, "amount", "required"],
  ["no currency", { amount: "1.00" }, "currency", "required"],
  ["a currency that is none", { amount: "1.00", currency: "XXA" }, "currency", "unknown-currency"],
  ["a currency in small letters", { amount: "1.00", currency: "usd" }, "currency", "unknown-currency"],
  ["a currency of two letters", { amount: "1.00", currency: "US" }, "currency"],
  ["another currency than the fund's", { amount: "1.00", currency: "EUR" }, "currency"],
  ["a further key", { amount: "1.00", currency: "USD", minor: 1 }, "minor", "unknown-field"],
  ["an array", [], "", "invalid-type"],
];

describe.each(Object.entries(PLACES))("%s", (_name, place) => {
  const send = (amount: unknown) =>
    wire.call(place.by(), place.method, place.path(), { body: place.body(amount), headers: { "if-match": "*" } });

  test.each(BAD)("is refused with its field when it is %s", async (_what, amount, part, code) => {
    const said = await send(amount);
    expect(said.status).toBe(422);
    const field = part === "" ? place.field : `${place.field}.${part}`;
    const found = said.body.errors.find((error) => error.field === field);
    expect(found, said.text).toBeDefined();
    if (code) expect(found?.code).toBe(code);
  });

  test("must be above nothing, or at least not below", async () => {
    const below = await send(usd("-5.00"));
    const nothing = await send(usd("0.00"));
    const minus = await send(usd("-0.00"));
    if (place.negative) expect(below.status).toBe(201);
    else {
      expect(below.status).toBe(422);
      expect(below.body.errors.map(({ field }) => field)).toContain(`${place.field}.amount`);
    }
    if (!place.zero) {
      expect(nothing.status).toBe(422);
      expect(nothing.body.errors.map(({ field }) => field)).toContain(`${place.field}.amount`);
      expect(minus.status).toBe(422);
    }
  });

  test("is fine with fewer decimals, and comes back with those of its currency", async () => {
    if (place.path().endsWith("/approval")) return;
    const said = await send(usd("7"));
    expect([200, 201], said.text).toContain(said.status);
    expect(said.text).toContain('{"amount":"7.00","currency":"USD"}');
  });
});

/** Every {amount, currency} in an answer. */
function amountsIn(value: unknown): { amount: string; currency: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && "amount" in value && "currency" in value && typeof value.amount !== "object") {
    return [value as { amount: string; currency: string }];
  }
  return Object.values(value).flatMap(amountsIn);
}

describe("amounts in answers", () => {
  test.each(["JPY", "EUR", "USD"])("in %s have exactly its decimals", async (currency) => {
    const { location, program } = world;
    const digits = decimalsOf(currency);
    const fund = await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      if (currency === "USD") return world.fund;
      return buildFund(tx, { locationId: location.id, programId: program.id, currency }, "5000");
    });
    const path = `/funds/${idText("fund", fund.id)}`;
    const adjustment = await wire.post(world.finance, `${path}/adjustments`, {
      amount: { amount: digits === 0 ? "7" : `7.${"1".repeat(digits)}`, currency },
      reasonCode: "previous-period",
      effectiveFor: "2026-11-01",
    });
    expect(adjustment.status, adjustment.text).toBe(201);
    const more = await wire.post(world.finance, `${path}/adjustments`, {
      amount: { amount: `7.${"1".repeat(digits + 1)}`, currency },
      reasonCode: "previous-period",
      effectiveFor: "2026-11-01",
    });
    expect(more.status).toBe(422);
    for (const url of [path, `${path}/statement`, "/funds"]) {
      const said = await wire.get(world.finance, url);
      const found = amountsIn(JSON.parse(said.text)).filter((amount) => amount.currency === currency);
      expect(found.length).toBeGreaterThan(0);
      for (const { amount } of found)
        expect(amount).toMatch(digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`));
    }
  });

  test("are text everywhere, readable again", async () => {
    for (const url of [
      `/claims/${inReview.id}`,
      `/claims/${inReview.id}/findings`,
      `/claims/${inReview.id}/history`,
      "/claims",
      "/funds",
    ]) {
      const found = amountsIn((await wire.get(world.reviewer, url)).body);
      expect(found.length, url).toBeGreaterThan(0);
      for (const { amount, currency } of found) {
        expect(amount).toBeTypeOf("string");
        expect(parseAmount(amount, currency)).toBeTypeOf("object");
      }
    }
  });
});
