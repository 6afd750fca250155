import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { allRoutes } from "../../src/app/routes.ts";
import { type Actor, type IdKind, idText, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import { forgetOldAnswers } from "../../src/platform/http/index.ts";
import { buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { ACKNOWLEDGED, claimIn, firstOf, newClaim, newInvoice, readyClaim } from "./claims.ts";
import { type Json, type Said, useWire } from "./wire.ts";

// docs/api.md, "Idempotency-Key": accepted on every POST; same key and body give the stored answer, another body is refused.

const database = useDatabase();
const wire = useWire(database);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
});

const keyed = (actor: Actor, path: string, body: unknown, key: string): Promise<Said> =>
  wire.post(actor, path, body, { "idempotency-key": key });
const countClaims = async (name: string): Promise<number> =>
  (await wire.get(world.incentivesAdmin, `/claims?limit=200&q=${name}`)).body.items.length;

/** The same answer again, to the byte, and marked as such. */
function expectRepeated(first: Said, again: Said): void {
  expect(again.status).toBe(first.status);
  expect(again.text).toBe(first.text);
  expect(again.headers["etag"]).toBe(first.headers["etag"]);
  expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
  expect(first.headers["idempotency-hit"]).toBeUndefined();
  expect(again.headers["idempotency-hit"]).toBe("true");
}

describe("a request that is sent again with the same Idempotency-Key", () => {
  test("gets the stored answer, and has its effect once", async () => {
    const key = randomUUID();
    const body = newClaim(firstOf(world), { name: "repeated-claim" });
    const first = await keyed(world.incentivesAdmin, "/claims", body, key);
    expect(first.status).toBe(201);
    expectRepeated(first, await keyed(world.incentivesAdmin, "/claims", body, key));
    expectRepeated(first, await keyed(world.incentivesAdmin, "/claims", body, key.toUpperCase()));
    expect(await countClaims("repeated-claim")).toBe(1);
  });

  test("gets the stored answer also when the thing has moved on since", async () => {
    const { id } = await readyClaim(wire, database.db, firstOf(world));
    const key = randomUUID();
    const first = await keyed(world.incentivesAdmin, `/claims/${id}/submission`, ACKNOWLEDGED, key);
    expect(first.status).toBe(200);
    await wire.post(world.reviewer, `/claims/${id}/review`);
    await wire.post(world.reviewer, `/claims/${id}/approval`);
    expectRepeated(first, await keyed(world.incentivesAdmin, `/claims/${id}/submission`, ACKNOWLEDGED, key));
    expect((await wire.get(world.incentivesAdmin, `/claims/${id}`)).body.status).toBe("approved");
  });

  test("has its effect once when both arrive at the same moment", async () => {
    const { id } = await readyClaim(wire, database.db, firstOf(world), "321.00");
    const fund = `/funds/${idText("fund", world.fund.id)}`;
    const reserved = async () => Number((await wire.get(world.finance, fund)).body.reserved.amount);
    const before = await reserved();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => keyed(world.incentivesAdmin, `/claims/${id}/submission`, ACKNOWLEDGED, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers["idempotency-hit"] === "true")).toHaveLength(5);
    expect(await reserved()).toBeCloseTo(before + 321, 2);
  });

  test("with another body, path or method of writing is refused, and changes nothing", async () => {
    const key = randomUUID();
    const body = newClaim(firstOf(world), { name: "first-body" });
    const first = await keyed(world.incentivesAdmin, "/claims", body, key);
    const other = await keyed(world.incentivesAdmin, "/claims", { ...body, name: "second-body" }, key);
    expect(other.status).toBe(422);
    expect(other.body.code).toBe("idempotency-key-reused");
    const elsewhere = await keyed(world.incentivesAdmin, `/claims/${first.body.id}/comments`, { text: "x" }, key);
    expect(elsewhere.status).toBe(422);
    expect(await countClaims("second-body")).toBe(0);
    expectRepeated(first, await keyed(world.incentivesAdmin, "/claims", body, key));
  });

  test("by another person is another request", async () => {
    const key = randomUUID();
    const body = newClaim(firstOf(world), { name: "same-key" });
    const first = await keyed(world.incentivesAdmin, "/claims", body, key);
    const second = await keyed(world.incentivesUser, "/claims", body, key);
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    expect((await keyed(world.other.admin, "/claims", body, key)).status).toBe(404);
    expect(await countClaims("same-key")).toBe(2);
  });

  test("after a refusal is tried anew: a refusal keeps no key", async () => {
    const key = randomUUID();
    const bad = newClaim(firstOf(world), { name: "at-last", amountClaimed: { amount: "-1", currency: "USD" } });
    expect((await keyed(world.incentivesAdmin, "/claims", bad, key)).status).toBe(422);
    const good = newClaim(firstOf(world), { name: "at-last" });
    const made = await keyed(world.incentivesAdmin, "/claims", good, key);
    expect(made.status).toBe(201);
    expect(made.headers["idempotency-hit"]).toBeUndefined();

    const { id } = await claimIn(wire, database.db, world, "submitted");
    const again = randomUUID();
    expect((await keyed(world.reviewer, `/claims/${id}/approval`, {}, again)).status).toBe(409);
    await wire.post(world.reviewer, `/claims/${id}/review`);
    expect((await keyed(world.reviewer, `/claims/${id}/approval`, {}, again)).status).toBe(200);
  });

  test("is not answered from the store to somebody whose session ended", async () => {
    const key = randomUUID();
    const body = newClaim(firstOf(world));
    await keyed(world.incentivesAdmin, "/claims", body, key);
    const said = await wire.call(undefined, "POST", "/claims", { body, headers: { "idempotency-key": key } });
    expect(said.status).toBe(401);
  });

  test("is known for at least a day", async () => {
    const key = randomUUID();
    const body = newClaim(firstOf(world), { name: "next-day" });
    const first = await keyed(world.incentivesAdmin, "/claims", body, key);
    const start = wire.clock;
    const afterHours = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
    await forgetOldAnswers(database.db, afterHours(24));
    expectRepeated(first, await keyed(world.incentivesAdmin, "/claims", body, key));
    await forgetOldAnswers(database.db, afterHours(24 * 30));
    const kept = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.selectFrom("idempotent_answer").selectAll().where("key", "=", key).execute(),
    );
    expect(kept).toEqual([]);
  });
});

describe("an upload that is sent again with the same key", () => {
  const TEXT = "What the campaign brought, in words.\n";

  test("gives the same file, also at the same moment", async () => {
    const key = randomUUID();
    const send = () => wire.upload(world.incentivesAdmin, "result.txt", TEXT, { "idempotency-key": key });
    const first = await send();
    expect(first.status).toBe(201);
    expectRepeated(first, await send());
    const both = randomUUID();
    const race = await Promise.all(
      Array.from({ length: 4 }, () =>
        wire.upload(world.incentivesAdmin, "race.txt", TEXT, { "idempotency-key": both }),
      ),
    );
    expect(new Set(race.map(({ body }: { body: Json }) => body.id)).size).toBe(1);
    expect(race.filter(({ headers }) => headers["idempotency-hit"] === "true")).toHaveLength(3);
    const rows = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.selectFrom("file").select("id").where("name", "=", "race.txt").execute(),
    );
    expect(rows).toHaveLength(1);
  });

  test("with another content is refused, and a key that is no UUID is 400", async () => {
    const key = randomUUID();
    await wire.upload(world.incentivesAdmin, "result.txt", TEXT, { "idempotency-key": key });
    const other = await wire.upload(world.incentivesAdmin, "result.txt", `${TEXT}More.\n`, { "idempotency-key": key });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe("idempotency-key-reused");
    const odd = await wire.upload(world.incentivesAdmin, "result.txt", TEXT, { "idempotency-key": "one" });
    expect(odd.status).toBe(400);
  });
});

/** Of what the ids in a route's address are. */
const KIND_OF: Readonly<Record<string, IdKind>> = {
  funds: "fund",
  reviews: "review",
  notifications: "notification",
  plans: "plan",
  campaigns: "campaign",
  activities: "activity",
  editions: "edition",
  "dry-runs": "dryRun",
  enrollments: "enrollment",
  locations: "location",
  people: "person",
  "role-grants": "grant",
};

describe("an Idempotency-Key", () => {
  const posts = allRoutes().filter(({ method }) => method === "POST");

  test.each(posts.map(({ url }) => url))("that is no UUID is 400 on POST %s", async (url) => {
    const path = url
      .replace(":id", idText(KIND_OF[url.split("/")[1] ?? ""] ?? "claim", world.fund.id))
      .replace(":code", "coop")
      .replace(":part", "x");
    for (const key of [
      "1",
      "not-a-uuid",
      `${randomUUID()},${randomUUID()}`,
      `{${randomUUID()}}`,
      randomUUID().replaceAll("-", ""),
    ]) {
      const said = await keyed(world.incentivesAdmin, path, {}, key);
      expect(said.status, key).toBe(400);
      expect(said.body.code).toBe("idempotency-key-invalid");
    }
  });

  test("counts on steps, proof, comments, adjustments and reading alike", async () => {
    const of = firstOf(world);
    const { id } = await claimIn(wire, database.db, world, "submitted");
    const draft = (await wire.post(of.actor, "/claims", newClaim(of))).body;
    const reviewer = world.reviewer;
    const calls: [Actor, string, unknown][] = [
      [of.actor, `/claims/${draft.id}/invoices`, newInvoice(of, "10.00", null)],
      [
        of.actor,
        `/claims/${draft.id}/documents`,
        { evidenceCode: "landing-page-url", note: "x", url: "https://example.com/" },
      ],
      [of.actor, `/claims/${draft.id}/comments`, { text: "Once" }],
      [of.actor, `/claims/${draft.id}/cancellation`, {}],
      [reviewer, `/claims/${id}/review`, {}],
      [reviewer, `/reviews/${id.replace("clm_", "rev_")}/assignment`, {}],
      [reviewer, `/claims/${id}/rejection`, { reasonCode: "evidence-missing" }],
      [
        world.finance,
        `/funds/${idText("fund", world.fund.id)}/adjustments`,
        { amount: { amount: "10.00", currency: "USD" }, reasonCode: "previous-period", effectiveFor: "2026-11-01" },
      ],
    ];
    for (const [actor, path, body] of calls) {
      const key = randomUUID();
      const first = await keyed(actor, path, body, key);
      expect(first.status, `${path} ${first.text}`).toBeLessThan(300);
      expectRepeated(first, await keyed(actor, path, body, key));
    }
    expect((await wire.get(of.actor, `/claims/${draft.id}/comments`)).body.items).toHaveLength(1);
    expect((await wire.get(of.actor, `/claims/${draft.id}`)).body.invoices).toHaveLength(1);
  });
});
