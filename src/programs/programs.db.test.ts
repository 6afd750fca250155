import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, DomainError, newUuid, SYSTEM_ACTOR, type VENDOR_ROLES } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import {
  calendarRoutes,
  type Edition,
  type EditionDocument,
  editionForYear,
  editionInForce,
  editionOfPeriod,
  importEdition,
  programByCode,
  programRoutes,
  publishEdition,
} from "./index.ts";

const database = useDatabase();
const now = new Date("2026-11-23T12:00:00Z");
const coop = JSON.parse(readFileSync(new URL("../../programs/coop.json", import.meta.url), "utf8")) as EditionDocument;
const plans = JSON.parse(
  readFileSync(new URL("../../programs/plans.json", import.meta.url), "utf8"),
) as EditionDocument;

const vendor = (role: (typeof VENDOR_ROLES)[number]): Actor => ({
  side: "vendor",
  personId: newUuid(now),
  organisationId: newUuid(now),
  grants: [{ role, programId: null, locationId: null }],
});
const manager = vendor("program-manager");
const partner: Actor = {
  side: "partner",
  personId: newUuid(now),
  organisationId: newUuid(now),
  grants: [{ role: "incentives-user", programId: null, locationId: null }],
};

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(database.db, actor, work);
const importAs = (actor: Actor, document: unknown) => as(actor, (tx) => importEdition(tx, { actor, now }, document));
const publishAs = (actor: Actor, id: string) => as(actor, (tx) => publishEdition(tx, { actor, now }, id));
const publish = async (document: unknown): Promise<Edition> =>
  publishAs(manager, (await importAs(manager, document)).id);

/** Calls a declared route as the server does: reads the query, runs the handler, checks the answer by its schema. */
async function get(actor: Actor, url: string, params: object = {}, query: object = {}) {
  const declared = [...programRoutes(), ...calendarRoutes()].find((route) => route.url === url);
  if (!declared) throw new Error(`no route ${url}`);
  const seen = { params: declared.params?.parse(params), query: declared.query?.parse(query) };
  const answer = await as(actor, (tx) =>
    declared.handle({ tx, actor, now, ...seen, body: () => undefined, unchecked: () => undefined, seen: undefined }),
  );
  return (declared.response as z.ZodType<Record<string, unknown>>).parse(answer);
}
const items = (answer: Record<string, unknown>) => answer["items"] as Record<string, unknown>[];
const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "accepted",
    (error: unknown) => error,
  );

beforeAll(async () => {
  for (const document of [coop, plans]) {
    for (const year of ["FY26", "FY27"]) await publish(editionForYear(document, year));
  }
});

describe("publishing rules", () => {
  it("makes the program known from its first document, and takes its name from the newest edition", async () => {
    const program = await as(partner, (tx) => programByCode(tx, "coop"));
    expect(program).toMatchObject({
      code: "coop",
      name: "Co-op marketing fund",
      kind: ["rebate", "co-op"],
      status: "open",
    });
  });

  it("is for program managers only", async () => {
    for (const actor of [partner, vendor("reviewer"), vendor("vendor-admin")]) {
      expect(await refusal(importAs(actor, coop))).toMatchObject({ code: "not-program-manager", kind: "forbidden" });
    }
    const draft = await importAs(SYSTEM_ACTOR, editionForYear(coop, "FY40"));
    expect(await refusal(publishAs(vendor("finance"), draft.id))).toMatchObject({ kind: "forbidden" });
  });

  it("refuses a document that cannot be an edition, with findings", async () => {
    const wrong = { ...coop, split: { rebatePct: "60", coopPct: "30" } };
    const error = await refusal(importAs(manager, wrong));
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: "edition-not-valid", kind: "invalid", findings: [{ rule: "split.sum" }] });
  });

  it("gives the same edition back when the same document is imported and published again", async () => {
    const first = await publish(editionForYear(coop, "FY27"));
    const again = await publish(JSON.parse(JSON.stringify(editionForYear(coop, "FY27"))));
    expect(again).toEqual(first);
    expect(again.version).toBe(1);
  });

  it("replaces a draft until it is published, and then begins a new version that supersedes the old", async () => {
    const base = editionForYear(coop, "FY28");
    const draft = await importAs(manager, base);
    const changed = await importAs(manager, { ...base, retentionMonths: 36 });
    expect([draft.version, changed.id, changed.status]).toEqual([1, draft.id, "draft"]);
    await publishAs(manager, draft.id);
    const second = await publish({ ...base, retentionMonths: 48 });
    expect(second).toMatchObject({ version: 2, status: "published", document: { retentionMonths: 48 } });
    const years = items(await get(manager, "/programs/:code/editions", { code: "coop" })).filter(
      (e) => e["programYear"] === "FY28",
    );
    const status = Object.fromEntries(years.map((edition) => [String(edition["version"]), edition["status"]]));
    expect(status).toEqual({ "1": "superseded", "2": "published" });
    expect(await refusal(publishAs(manager, draft.id))).toMatchObject({ code: "wrong-status", kind: "conflict" });
  });

  it("refuses an edition that covers days of another one", async () => {
    const longer = { ...editionForYear(coop, "FY29"), startsOn: "2028-06-30" };
    const draft = await importAs(manager, longer);
    expect(await refusal(publishAs(manager, draft.id))).toMatchObject({
      code: "edition-overlaps",
      details: { programYear: "FY28" },
    });
  });

  it("lets only one of two people publish at once, and both see the same edition", async () => {
    const draft = await importAs(manager, editionForYear(plans, "FY31"));
    const results = await Promise.all([publishAs(manager, draft.id), publishAs(vendor("program-manager"), draft.id)]);
    expect(results.map((edition) => edition.status)).toEqual(["published", "published"]);
  });
});

describe("what was published", () => {
  const change = async (text: string, url = database.adminUrl) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query("begin; set local app.side = 'system'");
      return await client.query(text).then(
        (result) => result.rowCount,
        (error: unknown) => (error instanceof Error ? error.message : ""),
      );
    } finally {
      await client.end();
    }
  };

  it.each([
    "update program_edition set document = document || '{\"retentionMonths\": 1}' where status = 'published'",
    "update program_edition set document_hash = repeat('0', 64) where status = 'published'",
    "update program_edition set status = 'draft', published_at = null, published_by = null where status = 'published'",
    "update program_edition set status = 'published' where status = 'superseded'",
    "delete from program_edition where status = 'published'",
    "truncate program_edition cascade",
  ])("cannot be changed by anybody: %s", async (statement) => {
    expect(await change(statement)).toMatch(/cannot be changed|cannot be deleted|append-only/);
  });

  it("cannot be changed by the application in any column that names it", async () => {
    expect(await change("update program_edition set version = 9", database.appUrl)).toMatch(/permission denied/);
    // Row-level security shows the application nothing but drafts to delete.
    expect(await change("delete from program_edition where published_at is not null", database.appUrl)).toBe(0);
  });

  it("is all a partner sees: drafts are the vendor's", async () => {
    await importAs(manager, editionForYear(coop, "FY35"));
    const years = async (actor: Actor) =>
      items(await get(actor, "/programs/:code/editions", { code: "coop" }, { limit: "200" })).map(
        (edition) => edition["programYear"],
      );
    expect(await years(manager)).toContain("FY35");
    expect(await years(partner)).not.toContain("FY35");
    expect(
      await refusal(get(partner, "/programs/:code/editions/:programYear", { code: "coop", programYear: "FY35" })),
    ).toMatchObject({ kind: "not-found" });
  });

  it("is invisible to nobody who is signed in, and to everybody who is not", async () => {
    const rows = await database.db.selectFrom("program_edition").selectAll().execute();
    expect(rows).toEqual([]);
  });
});

describe("which edition judges", () => {
  it("is the one whose program year holds the day", async () => {
    const years = await as(partner, async (tx) => {
      const program = await programByCode(tx, "coop");
      const days = ["2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01"];
      const found = [];
      for (const day of days) found.push((await editionInForce(tx, program?.id ?? "", day))?.programYear);
      return found;
    });
    expect(years).toEqual([undefined, "FY26", "FY26", "FY27"]);
  });

  it("is, for a usage period, the one that has its window", async () => {
    const year = await as(partner, async (tx) => {
      const program = await programByCode(tx, "coop");
      return (await editionOfPeriod(tx, program?.id ?? "", "FY26-H2"))?.programYear;
    });
    expect(year).toBe("FY26");
  });
});

describe("reading programs", () => {
  it("lists them with what their edition in force says", async () => {
    expect(items(await get(partner, "/programs"))).toMatchObject([
      {
        code: "coop",
        kind: ["rebate", "co-op"],
        planMode: "optional",
        poeTiming: "before-payment",
        programYear: "FY27",
      },
      { code: "plans", kind: ["plan"], planMode: "required", poeTiming: "after-payment" },
    ]);
    expect(await get(partner, "/programs/:code", { code: "plans" })).toMatchObject({
      code: "plans",
      timeZone: "America/Los_Angeles",
    });
    expect(await refusal(get(partner, "/programs/:code", { code: "unknown" }))).toMatchObject({ kind: "not-found" });
  });

  it("shows the whole document of an edition", async () => {
    const edition = await get(partner, "/programs/:code/editions/:programYear", { code: "coop", programYear: "FY27" });
    expect(edition).toMatchObject({ ...coop, status: "published", version: 1 });
  });

  it("shows windows of all published editions, or those that hold a day", async () => {
    const all = items(await get(partner, "/programs/:code/windows", { code: "plans" }));
    expect(all.slice(0, 2)).toMatchObject([
      {
        earningPeriod: { code: "FY25-H2", from: "2025-01-01", to: "2025-06-30" },
        usagePeriod: { code: "FY26-H1", from: "2025-07-01", to: "2025-12-31" },
        claimWindow: { from: "2025-08-16", to: "2026-02-15" },
        proofDeadline: "2026-03-31",
      },
      { usagePeriod: { code: "FY26-H2" } },
    ]);
    const on = items(await get(partner, "/programs/:code/windows", { code: "plans" }, { on: "2026-08-15" }));
    expect(on.map((window) => (window["usagePeriod"] as { code: string }).code)).toEqual(["FY26-H2", "FY27-H1"]);
  });

  it("shows the activity catalogue in force, now or on a day", async () => {
    const types = items(await get(partner, "/programs/:code/activity-types", { code: "coop" }));
    expect(types).toHaveLength(25);
    expect(types.find((type) => type["code"] === "vendor-syndicated-content")?.["caps"]).toEqual([
      { kind: "absolute", amount: "18750.00", currency: "USD", per: "usage-period" },
    ]);
    expect(items(await get(partner, "/programs/:code/activity-types", { code: "coop" }, { on: "2020-01-01" }))).toEqual(
      [],
    );
  });
});

describe("counting days", () => {
  const ask = (query: Record<string, string>) =>
    get(
      partner,
      "/calendar/deadline",
      {},
      { from: "2026-11-23T17:00:00Z", days: "2", kind: "business", market: "US", ...query },
    );

  it("gives the moment and the date of a deadline", async () => {
    expect(await ask({})).toEqual({ dueAt: "2026-11-26T07:59:59Z", dueOn: "2026-11-25" });
    expect(await ask({ program: "coop" })).toEqual({ dueAt: "2026-11-26T07:59:59Z", dueOn: "2026-11-25" });
    expect(await ask({ market: "XX" })).toMatchObject({
      dueOn: "2026-11-25",
      warning: expect.stringMatching(/No market/),
    });
  });

  it("reads an offset whose plus sign was not escaped", async () => {
    expect(await ask({ from: "2026-11-23T17:00:00 01:00" })).toMatchObject({ dueOn: "2026-11-25" });
  });

  it.each<Record<string, string>>([
    { days: "367" },
    { days: "-1" },
    { days: "1.5" },
    { days: "" },
    { from: "2026-11-23" },
    { from: "2026-02-30T00:00:00Z" },
    { kind: "lunar" },
    { market: "U" },
    { from: "9999-12-31T00:00:00Z" },
    { zone: "UTC" },
  ])("refuses %j", async (query) => {
    expect(await refusal(ask(query))).not.toBe("accepted");
  });
});
