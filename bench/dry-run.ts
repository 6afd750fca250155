import { setTimeout as sleep } from "node:timers/promises";
import { idText } from "../src/kernel/index.ts";
import { createDatabase } from "../src/platform/database/index.ts";
import { claimDesk } from "../test/builders/claim-desk.ts";
import type { World } from "../test/builders/world.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { makeManyClaims } from "./lib/many-claims.ts";
import { type BenchDatabase, openBenchDatabase, type Place } from "./lib/place.ts";
import { type BenchServer, startServer } from "./lib/server.ts";
import { openSessions } from "./lib/sessions.ts";

/**
 * A dry run over 105,000 claims, as a program manager starts it: over HTTP, worked by the job of the very program that serves, its
 * progress asked for meanwhile. Each claim has five lines, two proofs and a metric, judged twice. Beside it the reading of the
 * same decisions through the bare driver.
 */
export const dryRun: Benchmark = { title: "an edition tried on past claims", run: measure };

/** 82 of 100 claims were handed in and not rejected. */
const SIZES = {
  full: { partners: 400, locationsEach: 5, claims: 128_050 },
  tiny: { partners: 3, locationsEach: 2, claims: 300 },
} as const;
const SPAN = { from: "2026-07-01", to: "2026-11-23" };
const MORNING = new Date("2026-11-24T09:00:00Z");
const PLAIN = { "accept-encoding": "identity" };

async function measure(place: Place): Promise<Figure[]> {
  await using bench = await openBenchDatabase(place, "dry-run");
  const database = createDatabase(bench.appUrl, { max: 2 });
  try {
    const { world } = await makeManyClaims(bench, database.db, SIZES[place.size]);
    const desk = claimDesk({ ...bench, db: database.db }, () => world);
    const pattern = await desk.make({ lines: ["10.00", "20.00", "30.00", "20.00", "920.00"] });
    await desk.submit(pattern);
    await bench.fill(DECISIONS, [pattern]);
    await bench.asSuperuser("vacuum analyze");
    const reading = await readAlone(bench);
    const [cookie = ""] = await openSessions(bench, [world.programManager.personId]);
    await using server = await startServer(place, bench, { at: MORNING });
    const before = server.memory();
    const began = performance.now();
    const run = await runThrough(server, cookie, world);
    const seconds = (performance.now() - began) / 1000;
    const after = server.memory();
    return [
      {
        what: `${run.judged} claims judged twice, ${run.changed} changed`,
        measured: { value: seconds, unit: "s" },
        goal: { atMost: 60 },
        reference: { value: reading, unit: "s", what: "decisions read" },
      },
      { what: "claims", measured: { value: run.judged / seconds, unit: "per second" } },
      ...memoryFigure(before?.now, after?.peak),
    ];
  } finally {
    await database.close();
  }
}

function memoryFigure(before: number | undefined, peak: number | undefined): Figure[] {
  if (before === undefined || peak === undefined) return [];
  return [
    {
      what: "resident memory, the most",
      measured: { value: peak, unit: "MB" },
      goal: { atMost: 500 },
      reference: { value: before, unit: "MB", what: "just started" },
    },
  ];
}

interface RunJson {
  readonly id: string;
  readonly status: string;
  readonly changed: number;
  readonly progress: { readonly total: number | null; readonly judged: number };
}

/** Starts a run of a lower cap and asks for its progress until it is done. */
async function runThrough(server: BenchServer, cookie: string, world: World) {
  const document = world.edition.document;
  const caps = [{ kind: "absolute", amount: "500.00", currency: "USD", per: "claim" }];
  const activityTypes = document.activityTypes.map((type) =>
    type.code === "digital-advertising" ? { ...type, caps } : type,
  );
  const ask = async (path: string, body?: unknown): Promise<RunJson> => {
    const said = await server.ask({
      path,
      cookie,
      headers: PLAIN,
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    if (said.status >= 300)
      throw new Error(`${path} answered ${said.status}: ${said.body.toString("utf8").slice(0, 500)}`);
    return JSON.parse(said.body.toString("utf8")) as RunJson;
  };
  const draft = await ask("/programs/coop/editions", { ...document, activityTypes });
  let run = await ask(`/editions/${draft.id}/dry-run`, SPAN);
  while (run.status === "queued" || run.status === "running") {
    await sleep(250);
    run = await ask(`/dry-runs/${run.id}`);
  }
  if (run.status !== "done") throw new Error(`the run is ${run.status}: ${idText("program", world.program.id)}`);
  return { judged: run.progress.judged, changed: run.changed };
}

async function readAlone(bench: BenchDatabase): Promise<number> {
  const began = performance.now();
  for (let from = "00000000-0000-0000-0000-000000000000"; from !== ""; ) {
    const rows = await bench.asOwner(
      "select claim_id::text as id, subject, facts from claim_decision where claim_id > $1 order by claim_id limit 400",
      [from],
    );
    from = (rows.at(-1)?.["id"] as string | undefined) ?? ""; // the id was selected as text
  }
  return (performance.now() - began) / 1000;
}

/** Gives each claim that was handed in a decision like that of the claim $1, over its own amount. */
const DECISIONS = `
  insert into claim_decision (id, partner_id, claim_id, round, verb, decided_at, decided_by, edition_id, reason_code, comment, item, subject,
    facts, findings, lines, amount, currency)
  select made.*
    from claim c
    cross join (select * from claim_decision where claim_id = $1::uuid) d
    cross join lateral (
      select jsonb_set(jsonb_set(jsonb_set(jsonb_set(jsonb_set(d.subject,
               '{invoices,0,lines,4,unitPrice,minor}', to_jsonb((c.amount_claimed - 8000)::text)),
               '{amountClaimed,minor}', to_jsonb(c.amount_claimed::text)),
               '{invoices,0,subtotal,minor}', to_jsonb(c.amount_claimed::text)),
               '{invoices,0,total,minor}', to_jsonb(c.amount_claimed::text)),
               '{invoices,0,lines,4,lineAmount,minor}', to_jsonb((c.amount_claimed - 8000)::text)) as subject
      offset 0
    ) said
    cross join lateral (
      select uuidv7(), c.partner_id, c.id, d.round, d.verb, d.decided_at, d.decided_by, d.edition_id, d.reason_code, d.comment, d.item,
             said.subject, d.facts, d.findings, d.lines, c.amount_claimed, d.currency
    ) made
   where c.submitted_at is not null and c.id <> $1::uuid`;
