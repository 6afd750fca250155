import { describe, expect, test } from "vitest";
import { coopEdition } from "../../test/builders/judged-claim.ts";
import { asSuperuser } from "../../test/builders/ledger-fund.ts";
import { capped, NOW, PERIOD, type RunJson, triedEditions } from "../../test/builders/tried-editions.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { newUuid, SYSTEM_ACTOR, uuidOf } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { importEdition } from "../programs/index.ts";
import { resumeDryRuns } from "./dry-run-jobs.ts";
import { runDryRun } from "./index.ts";
import { nextPastClaims } from "./past-claims.ts";
import { readingOnly } from "./run-dry-run.ts";

// A dry run touches nothing that is live, is for those who may write editions, and outlives its worker.

const database = useDatabase();
const { api, get, drafted, started, tried, world } = triedEditions(database);

/** What a table holds, as one hash. */
async function hashes(): Promise<Map<string, string>> {
  return asSuperuser(database, async (client) => {
    const { rows: tables } = await client.query(
      "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'auth')",
    );
    const found = new Map<string, string>();
    for (const { name } of tables as { name: string }[]) {
      const { rows } = await client.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
      );
      found.set(name, String((rows[0] as { hash: string }).hash));
    }
    return found;
  });
}

describe("a dry run and what is live", () => {
  test("writes into its own two tables and into nothing else", async () => {
    const id = await started(capped("900.00"));
    const before = await hashes();
    await runDryRun({ db: database.db, now: () => NOW, batch: 2 }, uuidOf("dryRun", id) ?? "");
    const after = await hashes();
    const written = [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
    expect(written.sort()).toEqual(["dry_run", "dry_run_claim"]);
    const { edition } = (await get(`/dry-runs/${id}`)) as unknown as { edition: RunJson };
    expect((await api.delete(world().programManager, `/editions/${edition.id}`)).status).toBe(204);
    expect((await api.get(world().programManager, `/dry-runs/${id}`)).status).toBe(404);
  });

  test("reads in a transaction in which PostgreSQL refuses to write", async () => {
    await expect(
      readingOnly(database.db, (tx) => tx.updateTable("claim").set({ name: "Changed" }).execute()),
    ).rejects.toMatchObject({ code: "25006" });
  });

  test("never sees a claim of another program", async () => {
    const { program } = await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      const document = { ...coopEdition().document, program: "other", programName: "Other program" };
      const edition = await importEdition(tx, { actor: SYSTEM_ACTOR, now: NOW }, document);
      return { program: edition.programId };
    });
    const seen = await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
      const all = [];
      for await (const claims of nextPastClaims(tx, { programId: program, ...PERIOD, reached: null }, 100))
        all.push(...claims);
      return all;
    });
    expect(seen).toEqual([]);
  });
});

describe("who may try an edition", () => {
  test("a program manager of another program may not; a partner does not know of it", async () => {
    const run = await tried(capped("900.00"));
    const grants = [{ role: "program-manager", programId: newUuid(), locationId: null }] as const;
    const elsewhere = { ...world().programManager, grants };
    for (const path of ["", "/claims", "/groups?by=rule", "/claims.csv"]) {
      expect((await api.get(elsewhere, `/dry-runs/${run.id}${path}`)).status, path).toBe(403);
      expect((await api.get(world().reviewer, `/dry-runs/${run.id}${path}`)).status, path).toBe(403);
      expect((await api.get(world().incentivesAdmin, `/dry-runs/${run.id}${path}`)).status, path).toBe(404);
    }
    const { id } = run["edition"] as { id: string };
    expect((await api.post(elsewhere, `/editions/${id}/dry-run`, PERIOD)).status).toBe(403);
    expect((await api.post(world().incentivesAdmin, `/editions/${id}/dry-run`, PERIOD)).status).toBe(404);
  });

  test("what cannot be tried is refused with what to do", async () => {
    const broken = await drafted({ windows: [] });
    const invalid = await api.post(world().programManager, `/editions/${broken}/dry-run`, PERIOD);
    expect([invalid.status, invalid.body["code"]]).toEqual([422, "edition-not-valid"]);
    expect((await api.delete(world().programManager, `/editions/${broken}`)).status).toBe(204);
    const edition = await drafted({});
    for (const span of [
      { from: "2026-11-01", to: "2026-10-01" },
      { from: "2027-02-01", to: "2027-03-01" },
      { from: "2026-02-30", to: "2026-11-01" },
      { from: "2026-11-01" },
    ])
      expect((await api.post(world().programManager, `/editions/${edition}/dry-run`, span)).status).toBe(422);
  });
});

describe("a run under way", () => {
  test("shows how far it is, is the only one of its edition, and ends when it is cancelled", async () => {
    const id = await started(capped("900.00"));
    const uuid = uuidOf("dryRun", id) ?? "";
    let looked: RunJson | undefined;
    let batches = 0;
    const now = () => {
      batches += 1;
      return NOW;
    };
    const cancelling = async () => {
      for (;;) {
        looked = await get(`/dry-runs/${id}`);
        if (looked.progress.judged > 0) break;
      }
      return api.post(world().programManager, `/dry-runs/${id}/cancellation`, {});
    };
    const again = await api.post(
      world().programManager,
      `/editions/${String(((await get(`/dry-runs/${id}`))["edition"] as RunJson).id)}/dry-run`,
      PERIOD,
    );
    expect([again.status, again.body["code"]]).toEqual([409, "dry-run-under-way"]);
    const [said] = await Promise.all([cancelling(), runDryRun({ db: database.db, now, batch: 1 }, uuid)]);
    const ended = await get(`/dry-runs/${id}`);
    expect(looked?.progress.total).toBe(5);
    // It may have been quicker than the cancellation.
    expect([said.status, ended.status]).toEqual(said.status === 200 ? [200, "cancelled"] : [409, "done"]);
    expect(batches).toBeGreaterThan(0);
    expect((await api.post(world().programManager, `/dry-runs/${id}/cancellation`, {})).status).toBe(409);
  });

  test("that lost its worker goes on where it was, and counts no claim twice", async () => {
    const id = await started(capped("900.00"));
    const uuid = uuidOf("dryRun", id) ?? "";
    let beats = 0;
    const dying = () => {
      beats += 1;
      if (beats > 3) throw new Error("killed");
      return NOW;
    };
    await expect(runDryRun({ db: database.db, now: dying, batch: 1 }, uuid)).rejects.toThrow("killed");
    const halfway = await get(`/dry-runs/${id}`);
    expect([halfway.status, halfway.progress]).toEqual(["running", { total: 5, judged: 2 }]);
    const later = () => new Date(NOW.getTime() + 120_000);
    expect(await resumeDryRuns({ db: database.db, now: () => NOW })).toBe(0);
    expect(await resumeDryRuns({ db: database.db, now: later })).toBe(1);
    // Two workers at once: one of them goes through, the other one stops.
    const runs = [1, 2].map(() => runDryRun({ db: database.db, now: later, batch: 1 }, uuid));
    await Promise.all(runs);
    expect(await get(`/dry-runs/${id}`)).toMatchObject({
      status: "done",
      changed: 3,
      progress: { total: 5, judged: 5 },
      totals: [{ claims: 5, loss: { amount: "2600.00" } }],
    });
  });
});
