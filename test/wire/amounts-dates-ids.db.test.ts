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

/** Every value under a key, anywhere in an answer. */
function valuesOf(value: unknown, key: RegExp): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    ...(key.test(name) && !Array.isArray(value) ? [[name, item] as [string, unknown]] : []),
    ...valuesOf(item, key),
  ]);
}

describe("deadlines and periods", () => {
  test("a deadline is a moment in UTC and the day in the zone it was promised in", async () => {
    const { body } = await wire.get(world.reviewer, `/claims/${inReview.id}`);
    const { dueAt, dueOn, dueSide } = body as unknown as { dueAt: string; dueOn: string; dueSide: string };
    expect(dueSide).toBe("vendor");
    expect(dueAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
    expect(dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const inZone = new Intl.DateTimeFormat("en-CA", { timeZone: world.edition.document.timeZone, dateStyle: "short" });
    expect(inZone.format(new Date(dueAt))).toBe(dueOn);
    expect(new Date(dueAt).getUTCSeconds()).toBe(59);
    // The last second of the day in Los Angeles is the next day in UTC.
    expect(dueAt.slice(0, 10) > dueOn).toBe(true);
  });

  test("a claim without a clock has neither", async () => {
    expect(draft).toMatchObject({ dueAt: null, dueOn: null, dueSide: null });
  });

  test("the calendar answers both, in the very zone", async () => {
    const said = await wire.get(
      world.reviewer,
      "/calendar/deadline?from=2026-11-20T20:00:00Z&days=3&kind=business&market=XX",
    );
    expect(said.body).toMatchObject({ dueOn: "2026-11-25", dueAt: "2026-11-26T07:59:59Z" });
  });

  test("periods name their code and both their days", async () => {
    const { body } = await wire.get(world.reviewer, "/programs/coop/windows");
    const periods = (body.items as unknown as Record<string, { code: string; from: string; to: string }>[]).flatMap(
      ({ earningPeriod, usagePeriod, claimWindow }) => [earningPeriod, usagePeriod, claimWindow],
    );
    expect(periods.length).toBeGreaterThan(3);
    for (const period of periods) {
      expect(Object.keys(period ?? {}).sort()).toEqual(["code", "from", "to"]);
      expect(period?.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(String(period?.from) <= String(period?.to)).toBe(true);
    }
    const claim = (await wire.get(world.reviewer, `/claims/${inReview.id}`)).body;
    expect(claim).toMatchObject({ usage: { code: "FY27-H1", from: "2026-07-01", to: "2026-12-31" } });
    expect(claim).toMatchObject({ claimWindow: { from: "2026-08-16", to: "2027-02-15" } });
  });

  test("the windows of a day are those that hold it, first and last day included", async () => {
    const on = async (day: string) =>
      (
        (await wire.get(world.reviewer, `/programs/coop/windows?on=${day}`)).body.items as unknown as {
          usagePeriod: { code: string };
        }[]
      ).map(({ usagePeriod }) => usagePeriod.code);
    expect(await on("2026-07-01")).toContain("FY27-H1");
    expect(await on("2026-12-31")).toContain("FY27-H1");
    expect(await on("2027-02-15")).toContain("FY27-H1");
    expect(await on("2027-02-16")).not.toContain("FY27-H1");
    expect((await wire.get(world.reviewer, "/programs/coop/windows?on=2026-02-30")).status).toBe(422);
  });

  test("every time in an answer is RFC 3339 in UTC, every date a date", async () => {
    for (const url of [
      `/claims/${inReview.id}`,
      `/claims/${inReview.id}/history`,
      "/reviews",
      `/funds/${idText("fund", world.fund.id)}/statement`,
      "/programs/coop/editions",
    ]) {
      const { body } = await wire.get(world.reviewer, url);
      for (const [name, value] of valuesOf(body, /(At|^at)$/)) {
        if (value !== null)
          expect(value, `${url} ${name}`).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/);
      }
      for (const [name, value] of valuesOf(body, /(On|^date|Date)$/)) {
        if (value !== null) expect(value, `${url} ${name}`).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  test.each(["2026-02-30", "2026-13-01", "20261001", "2026-10-01T00:00:00Z", "01.10.2026", "", 20261001, "2026-1-1"])(
    "%s is no date",
    async (executionDate) => {
      const said = await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world), { executionDate }));
      expect(said.status).toBe(422);
      expect(said.body.errors.map(({ field }) => field)).toEqual(["executionDate"]);
    },
  );
});

describe("ids", () => {
  test("carry the prefix of their kind everywhere", async () => {
    const { body } = await wire.get(world.incentivesAdmin, `/claims/${inReview.id}`);
    for (const [name, value] of valuesOf(body, /^id$/))
      expect(value, name).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/);
    const list = (await wire.get(world.reviewer, "/reviews")).text + (await wire.get(world.reviewer, "/claims")).text;
    expect(list).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
    expect(body.id).toMatch(/^clm_/);
    expect(body.invoices[0]?.id).toMatch(/^inv_/);
    expect(body.invoices[0]?.lines[0]?.id).toMatch(/^ivl_/);
    expect(body.documents[0]?.id).toMatch(/^doc_/);
    expect((await wire.get(world.reviewer, "/me")).body.id).toMatch(/^per_/);
  });

  test("of another kind, in capitals, too short or too long are unknown", async () => {
    const digits = inReview.id.slice(4);
    for (const id of [
      `fnd_${digits}`,
      `CLM_${digits}`,
      `clm_${digits.toUpperCase()}`,
      `clm_${digits.slice(1)}`,
      `clm_${digits}0`,
      digits,
      `clm_${"z".repeat(26)}`,
      `clm_${digits.slice(0, 25)}u`,
      ` clm_${digits}`,
    ]) {
      expect((await wire.get(world.incentivesAdmin, `/claims/${encodeURIComponent(id)}`)).status, id).toBe(404);
    }
  });

  test("no answer gives a database id, a path or a storage key away", async () => {
    for (const url of [
      `/claims/${inReview.id}`,
      `/claims/${inReview.id}/history`,
      "/funds",
      "/locations",
      "/partners",
      "/me",
      `/funds/${idText("fund", world.fund.id)}/statement`,
    ]) {
      const said = await wire.get(world.reviewer, url);
      expect(said.text, url).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
      expect(said.text).not.toMatch(/storage_?key|partner_id|aa\/bb/i);
    }
  });
});
