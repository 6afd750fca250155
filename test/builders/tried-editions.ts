import { afterEach, beforeAll, expect } from "vitest";
import { uuidOf } from "../../src/kernel/index.ts";
import { type EditionDocument, editionRoutes } from "../../src/programs/index.ts";
import { dryRunRoutes, registerDryRunFile, runDryRun } from "../../src/simulation/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { useApi } from "./api.ts";
import { claimDesk } from "./claim-desk.ts";
import { coopEdition } from "./judged-claim.ts";
import { asSuperuser } from "./ledger-fund.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "./world.ts";

/** Today of these tests. */
export const NOW = new Date("2027-01-20T12:00:00Z");

/** Claims of 400.00, 1,000.00 and 2,500.00 of the first partner, of 700.00 and 1,800.00 of the second. */
const AMOUNTS = { first: ["400.00", "1000.00", "2500.00"], second: ["700.00", "1800.00"] } as const;
/** The days it is tried on. */
export const PERIOD = { from: "2026-07-01", to: "2027-01-20" };
/** Submitted on the last of these days; the others on the first. */
const LATE = new Date("2027-01-10T12:00:00Z");
const EARLY = new Date("2026-10-20T12:00:00Z");

/** What the API says of a run, as far as tests look into it. */
export interface RunJson {
  readonly id: string;
  readonly status: string;
  readonly changed: number;
  readonly progress: { readonly total: number; readonly judged: number };
  readonly totals: readonly Record<string, unknown>[];
  readonly items: readonly Record<string, unknown>[];
  readonly nextCursor: string | null;
  readonly [name: string]: unknown;
}

/** Caps each claim of banners. */
export const capped = (amount: string): Partial<EditionDocument> => ({
  activityTypes: coopEdition().document.activityTypes.map((type) =>
    type.code === "digital-advertising"
      ? { ...type, caps: [{ kind: "absolute", amount, currency: "USD", per: "claim" }] }
      : type,
  ),
});

/** Five past claims of two partners, and drafts to be tried on them. Call it at the top of a file. */
export function triedEditions(database: TestDatabase) {
  let world: World;
  let second: WorldPartner;
  const desk = claimDesk(database, () => world);
  const api = useApi(
    database,
    [...editionRoutes(), ...dryRunRoutes()],
    () => NOW,
    (app) => registerDryRunFile(app, { db: database.db }),
  );

  beforeAll(async () => {
    world = await buildWorld(database.db, { balance: "50000.00" });
    second = await buildWorldPartner(database.db, world.program, "Second Dry Ltd", "50000.00");
    const first = {
      organisation: world.partner,
      location: world.location,
      fund: world.fund,
      admin: world.incentivesAdmin,
    };
    for (const [partner, amounts] of [
      [first, AMOUNTS.first],
      [second, AMOUNTS.second],
    ] as const)
      for (const amount of amounts) {
        const id = await desk.make({ partner, amount, at: EARLY });
        await desk.submit(id, { by: partner.admin, at: amount === "1000.00" || amount === "1800.00" ? LATE : EARLY });
        if (amount === "2500.00") {
          await desk.open(id);
          await desk.approve(id);
        }
      }
    const rejected = await desk.make({ partner: first, amount: "3000.00", at: EARLY });
    await desk.submit(rejected, { by: first.admin });
    await desk.open(rejected);
    await desk.reject(rejected);
    await desk.make({ partner: first, amount: "3000.00", at: EARLY });
  });

  /** Drafts are tried one after the other: a year has one at a time. With its draft a run goes too. */
  afterEach(async () => {
    await asSuperuser(database, (client) =>
      client.query("delete from program_edition where status in ('draft', 'validated')"),
    );
  });

  const get = async (path: string) => (await api.get(world.programManager, path)).body as RunJson;

  /** Stores a draft of the year that has these changes, and gives its id. */
  async function drafted(changes: Partial<EditionDocument>): Promise<string> {
    const said = await api.post(world.programManager, "/programs/coop/editions", {
      ...world.edition.document,
      ...changes,
    });
    if (said.status === 201) return String(said.body["id"]);
    throw new Error(JSON.stringify(said.body));
  }

  async function started(changes: Partial<EditionDocument>): Promise<string> {
    const edition = await drafted(changes);
    const said = await api.post(world.programManager, `/editions/${edition}/dry-run`, PERIOD);
    expect([said.status, said.body["status"]], JSON.stringify(said.body)).toEqual([202, "queued"]);
    return String(said.body["id"]);
  }

  /** Tries a version to its end; the draft goes afterwards unless the test still needs it. */
  async function tried(changes: Partial<EditionDocument>, batch = 2): Promise<RunJson> {
    const id = await started(changes);
    await runDryRun({ db: database.db, now: () => NOW, batch }, uuidOf("dryRun", id) ?? "");
    return get(`/dry-runs/${id}`);
  }

  return {
    api,
    get,
    drafted,
    started,
    tried,
    world: () => world,
    second: () => second,
  };
}
