import { sql } from "kysely";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { runChecks } from "../../src/app/run-checks.ts";
import { idText, newUuid, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { amountText } from "../../src/money/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import { buildPerson } from "../builders/identity.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { ACKNOWLEDGED, type Claimant, claimIn, readyClaim } from "./claims.ts";
import { type Json, useWire } from "./wire.ts";

// "Bad input" of the foundation: people and machines who want the same thing at the same moment. After each race every
// invariant of checks/ is asked.

const database = useDatabase({ max: 20 });
const wire = useWire(database);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
});
afterEach(async () => {
  expect(await runChecks(database.db)).toEqual([]);
});

let partners = 0;
/** A further partner whose fund holds an amount. */
async function partnerWith(balance: string): Promise<WorldPartner & Claimant> {
  partners += 1;
  const billedTo = `Racing Partner ${partners} Ltd`;
  const made = await buildWorldPartner(database.db, world.program, billedTo, balance);
  return { ...made, actor: made.admin, locationId: made.location.id, billedTo };
}

const claims = async (of: Claimant, count: number, amount: string): Promise<Json[]> => {
  const made: Json[] = [];
  for (let index = 0; index < count; index += 1) made.push(await readyClaim(wire, database.db, of, amount));
  return made;
};
/** The statuses of several answers, in order of size: who won is chance. */
const statuses = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);
const submit = (of: Claimant, claim: Json) => wire.post(of.actor, `/claims/${claim.id}/submission`, ACKNOWLEDGED);
const fundOf = async (partner: WorldPartner): Promise<Json> =>
  (await wire.get(partner.admin, `/funds/${idText("fund", partner.fund.id)}`)).body;
const read = async (of: Claimant, claim: Json): Promise<Json> => (await wire.get(of.actor, `/claims/${claim.id}`)).body;

/** What stands on the accounts of a fund, kind by kind, with the paying entity of each lot. */
async function lotsOf(partner: WorldPartner): Promise<string[]> {
  return inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
    const { rows } = await sql<{ kind: string; paying_entity: string; effective_on: string; amount: bigint }>`
      select a.kind, l.paying_entity, l.effective_on, sum(p.amount)::bigint as amount
        from ledger_lot_position p join ledger_account a on a.id = p.account_id join ledger_lot l on l.id = p.lot_id
       where a.fund_id = ${partner.fund.id}::uuid group by 1, 2, 3 order by 1, 3, 2`.execute(tx);
    return rows.map(
      (row) =>
        `${row.kind} ${row.paying_entity} ${row.effective_on} ${amountText({ minor: row.amount, currency: "USD" })}`,
    );
  });
}

describe("claims that race", () => {
  test.each([1, 2, 3])("for the last cent: exactly one of two wins (try %i)", async () => {
    const partner = await partnerWith("700.00");
    const both = await claims(partner, 2, "700.00");
    const said = await Promise.all(both.map((claim) => submit(partner, claim)));
    expect(statuses(said)).toEqual([200, 422]);
    const lost = said.find(({ status }) => status === 422);
    expect(lost?.body.code).toBe("rules-refused");
    expect(lost?.body.findings).toContainEqual(
      expect.objectContaining({ rule: "balance.exceeded", severity: "blocks", found: "700.00", allowed: "0.00" }),
    );
    expect(await fundOf(partner)).toMatchObject({
      remaining: { amount: "0.00", currency: "USD" },
      reserved: { amount: "700.00", currency: "USD" },
    });
  });

  test("twelve for a balance that fits five: exactly five win, the rest stay as they were", async () => {
    const partner = await partnerWith("549.99");
    const twelve = await claims(partner, 12, "100.00");
    const before = await Promise.all(twelve.map((claim) => read(partner, claim)));
    const said = await Promise.all(twelve.map((claim) => submit(partner, claim)));
    expect(said.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(said.filter(({ status }) => status === 422)).toHaveLength(7);
    for (const [index, { status, body }] of said.entries()) {
      const now = await read(partner, twelve[index] as Json);
      if (status === 200) {
        expect(now.status).toBe("submitted");
        expect(now.amountReserved.amount).toBe("100.00");
        continue;
      }
      expect(body.detail).toContain("49.99");
      const { status: stage, version, invoices, documents, metrics, amountClaimed } = before[index] as Json;
      expect(now).toMatchObject({ status: stage, version, invoices, documents, metrics, amountClaimed });
      expect(now).toMatchObject({ status: "editing", amountReserved: { amount: "0.00" } });
    }
    expect(await fundOf(partner)).toMatchObject({ remaining: { amount: "49.99" }, reserved: { amount: "500.00" } });
  });

  test("against an adjustment that takes the money: the fund never goes below nothing", async () => {
    const partner = await partnerWith("300.00");
    const [claim] = await claims(partner, 1, "300.00");
    const fund = `/funds/${idText("fund", partner.fund.id)}`;
    const [sent, taken] = await Promise.all([
      submit(partner, claim as Json),
      wire.post(world.finance, `${fund}/adjustments`, {
        amount: { amount: "-200.00", currency: "USD" },
        reasonCode: "previous-period",
        effectiveFor: "2026-11-01",
      }),
    ]);
    expect([`${sent.status} ${taken.status}`]).toEqual([expect.stringMatching(/^(200 409|422 201)$/)]);
    const { remaining } = await fundOf(partner);
    expect(remaining.amount).toBe(sent.status === 200 ? "0.00" : "100.00");
  });

  test("with themselves: the same claim sent six times at once is reserved once", async () => {
    const partner = await partnerWith("1000.00");
    const [claim] = await claims(partner, 1, "100.00");
    const said = await Promise.all(Array.from({ length: 6 }, () => submit(partner, claim as Json)));
    expect(statuses(said)).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await fundOf(partner)).toMatchObject({ remaining: { amount: "900.00" }, reserved: { amount: "100.00" } });
  });

  test("submission and cancellation at once: one of them happened", async () => {
    const partner = await partnerWith("1000.00");
    const [claim] = await claims(partner, 1, "100.00");
    const said = await Promise.all([
      submit(partner, claim as Json),
      wire.post(partner.actor, `/claims/${(claim as Json).id}/cancellation`),
    ]);
    expect(statuses(said)).toEqual([200, 409]);
  });
});

describe("people who decide at once", () => {
  test("four approvals: exactly one 200, three 409 that name who decided", async () => {
    const names = ["Ann Quick", "Bea Quick", "Cid Quick", "Dan Quick"];
    const reviewers = [];
    for (const name of names) {
      reviewers.push((await buildPerson(database.db, world.vendor, { name, roles: ["reviewer"] })).actor);
    }
    const { id } = await claimIn(wire, database.db, world, "under_review");
    const said = await Promise.all(reviewers.map((reviewer) => wire.post(reviewer, `/claims/${id}/approval`)));
    expect(statuses(said)).toEqual([200, 409, 409, 409]);
    const winner = names[said.findIndex(({ status }) => status === 200)];
    for (const { body } of said.filter(({ status }) => status === 409)) {
      expect(body.decidedBy.name).toBe(winner);
      expect(body.detail).toContain(winner);
      expect(body).toMatchObject({ code: "wrong-status", currentStatus: "approved" });
    }
    const decisions = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx
        .selectFrom("event")
        .innerJoin("claim", "claim.id", "event.subject_id")
        .select("event.id")
        .where("claim.number", "=", String(said.find(({ status }) => status === 200)?.body.number))
        .where("event.type", "=", "claim.approved")
        .execute(),
    );
    expect(decisions).toHaveLength(1);
  });

  test("one approves, one rejects: one of them decided, the other sees who", async () => {
    const { id } = await claimIn(wire, database.db, world, "under_review");
    const said = await Promise.all([
      wire.post(world.reviewer, `/claims/${id}/approval`),
      wire.post(world.reviewerTwo, `/claims/${id}/rejection`, { reasonCode: "evidence-missing" }),
    ]);
    expect(statuses(said)).toEqual([200, 409]);
    const winner = said[0]?.status === 200 ? "Rae Reviewer" : "Robin Reviewer";
    expect(said.find(({ status }) => status === 409)?.body.decidedBy.name).toBe(winner);
  });

  test("a withdrawal and an opening of the review: one of them came first", async () => {
    const { id } = await claimIn(wire, database.db, world, "submitted");
    const said = await Promise.all([
      wire.post(world.incentivesAdmin, `/claims/${id}/withdrawal`),
      wire.post(world.reviewer, `/claims/${id}/review`),
    ]);
    expect(statuses(said)).toEqual([200, 409]);
  });

  test("two edits of the same version: one 200, one 412, and the first stays", async () => {
    const { id, version } = await claimIn(wire, database.db, world, "editing");
    const names = ["One", "Two"];
    const said = await Promise.all(
      names.map((name) =>
        wire.call(world.incentivesAdmin, "PATCH", `/claims/${id}`, {
          body: { name },
          headers: { "if-match": `"${version}"` },
        }),
      ),
    );
    expect(statuses(said)).toEqual([200, 412]);
    const winner = names[said.findIndex(({ status }) => status === 200)];
    expect((await wire.get(world.incentivesAdmin, `/claims/${id}`)).body).toMatchObject({
      name: winner,
      version: version + 1,
    });
  });

  test("ten invoices added at once are ten invoices", async () => {
    const { id } = await claimIn(wire, database.db, world, "editing");
    const invoice = {
      supplierName: "Bright Media",
      date: "2026-10-05",
      currency: "USD",
      subtotal: { amount: "1.00", currency: "USD" },
      tax: { amount: "0.00", currency: "USD" },
      total: { amount: "1.00", currency: "USD" },
      lines: [],
    };
    const said = await Promise.all(
      Array.from({ length: 10 }, () =>
        wire.post(world.incentivesAdmin, `/claims/${id}/invoices`, { ...invoice, number: newUuid() }),
      ),
    );
    expect(said.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect((await wire.get(world.incentivesAdmin, `/claims/${id}`)).body.invoices).toHaveLength(11);
  });
});

describe("money that comes back", () => {
  const ENDINGS: readonly [string, (claim: Json, of: Claimant) => Promise<unknown>][] = [
    [
      "rejection",
      async ({ id }) => {
        await wire.post(world.reviewer, `/claims/${id}/review`);
        return wire.post(world.reviewer, `/claims/${id}/rejection`, { reasonCode: "evidence-missing" });
      },
    ],
    ["withdrawal", ({ id }, of) => wire.post(of.actor, `/claims/${id}/withdrawal`)],
  ];

  test.each(ENDINGS)("by a %s stands where it was taken from, lot by lot", async (_name, end) => {
    const partner = await partnerWith("300.00");
    const fund = `/funds/${idText("fund", partner.fund.id)}`;
    const added = await wire.post(world.finance, `${fund}/adjustments`, {
      amount: { amount: "250.00", currency: "USD" },
      reasonCode: "previous-period",
      effectiveFor: "2026-08-01",
      payingEntity: "vendor-emea",
    });
    expect(added.status, added.text).toBe(201);
    const before = await lotsOf(partner);
    expect(before).toHaveLength(2);
    const [claim] = await claims(partner, 1, "400.00");
    await submit(partner, claim as Json);
    expect(await lotsOf(partner)).toEqual([
      expect.stringMatching(/^claim-reserved .* 300\.00$/),
      expect.stringMatching(/^claim-reserved .* 100\.00$/),
      expect.stringMatching(/^fund-available .* 150\.00$/),
    ]);
    await end(claim as Json, partner);
    expect(await lotsOf(partner)).toEqual(before);
    expect(await fundOf(partner)).toMatchObject({ remaining: { amount: "550.00" }, reserved: { amount: "0.00" } });
    const lines = (await wire.get(partner.admin, `${fund}/statement`)).body.items as unknown as {
      kind: string;
      source: { id: string };
    }[];
    expect(lines.map(({ kind }) => kind)).toEqual(["release", "reserve", "adjust", "accrue"]);
    expect(lines[0]?.source.id).toBe((claim as Json).id);
  });

  test("a partial approval gives the rest back, the oldest money paid first", async () => {
    const partner = await partnerWith("500.00");
    const [claim] = await claims(partner, 1, "400.00");
    const { id, invoices } = claim as Json;
    await submit(partner, claim as Json);
    await wire.post(world.reviewer, `/claims/${id}/review`);
    const said = await wire.post(world.reviewer, `/claims/${id}/approval`, {
      lines: [
        {
          id: invoices[0]?.lines[0]?.id,
          approvedAmount: { amount: "250.01", currency: "USD" },
          reasonCode: "invoice-duplicate",
        },
      ],
    });
    expect(said.status, said.text).toBe(200);
    expect(await fundOf(partner)).toMatchObject({
      remaining: { amount: "249.99" },
      reserved: { amount: "0.00" },
      approved: { amount: "250.01" },
    });
  });
});
