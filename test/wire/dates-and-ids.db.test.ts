import { beforeAll, describe, expect, test } from "vitest";
import { idText } from "../../src/kernel/index.ts";
import { buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { claimIn, firstOf, newClaim } from "./claims.ts";
import { type Json, useWire } from "./wire.ts";

// api.md: a deadline is dueAt (UTC) and dueOn (the date in the zone it was promised in); a period holds both its days; ids
// carry the prefix of their kind.

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
