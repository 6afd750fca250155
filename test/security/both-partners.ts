import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { newUuid, SYSTEM_ACTOR, uuidOf } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import { runDryRun } from "../../src/simulation/index.ts";
import { buildEnrollmentRows } from "../builders/enrollment-rows.ts";
import { buildPlanRows } from "../builders/plan-rows.ts";
import { buildWorld, WORLD_NOW, type World } from "../builders/world.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { ACKNOWLEDGED, type Claimant, firstOf, otherOf, readyClaim } from "../wire/claims.ts";
import type { Wire } from "../wire/wire.ts";

/** Fills every table that holds data of a partner, for both partners of the world alike, by the program's own commands. */
export async function fillBothPartners(wire: Wire, db: Db, world: World): Promise<void> {
  for (const of of [firstOf(world), otherOf(world)]) {
    await decideSomeClaims(wire, db, world, of);
    await tell(db, of);
    await keepView(db, of);
  }
  for (const of of [world, world.other]) await buildPlanRows(db, world, of);
  await buildEnrollmentRows(db, world, { location: world.location, admin: world.incentivesAdmin });
  await buildEnrollmentRows(db, world, world.other);
  await tryEdition(wire, db, world);
}

/** A version that refuses every claim, tried on those of both partners. */
async function tryEdition(wire: Wire, db: Db, world: World): Promise<void> {
  const claims = { most: [{ amount: "1.00", currency: "USD" }] };
  const draft = await wire.post(world.programManager, "/programs/coop/editions", { ...world.edition.document, claims });
  const span = { from: "2026-07-01", to: "2026-11-23" };
  const run = await wire.post(world.programManager, `/editions/${draft.body.id}/dry-run`, span);
  const id = uuidOf("dryRun", String(run.body.id));
  if (id === undefined) throw new Error(`cannot try an edition: ${draft.text} ${run.text}`);
  await runDryRun({ db, now: () => WORLD_NOW }, id);
}

async function decideSomeClaims(wire: Wire, db: Db, world: World, of: Claimant): Promise<void> {
  const claims: string[] = [];
  for (let index = 0; index < 3; index += 1) claims.push((await readyClaim(wire, db, of, "100.00")).id);
  const [approved, rejected, asked] = claims;
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
  const key = { "idempotency-key": newUuid() };
  const draft = await readyClaim(wire, db, of, "50.00");
  const steps = [
    await wire.post(of.actor, `/claims/${draft.id}/certifications`, certification),
    await wire.post(of.actor, `/claims/${draft.id}/comments`, { text: "Ours alone", visibility: "own-side" }, key),
  ];
  for (const id of claims) {
    steps.push(
      await wire.post(of.actor, `/claims/${id}/submission`, ACKNOWLEDGED),
      await wire.post(world.reviewer, `/claims/${id}/review`),
      await wire.post(world.reviewer, `/reviews/${id.replace("clm_", "rev_")}/assignment`),
      await wire.post(world.reviewer, `/claims/${id}/comments`, { text: "Thank you" }),
    );
  }
  steps.push(
    await wire.post(world.reviewer, `/claims/${approved}/approval`),
    await wire.post(world.reviewer, `/claims/${rejected}/rejection`, { reasonCode: "evidence-missing" }),
    await wire.post(world.reviewer, `/claims/${asked}/information-request`, {
      reasonCode: "evidence-missing",
      comment: "The page, please",
    }),
  );
  const funds = (await wire.get(of.actor, "/funds")).body.items;
  for (const { id } of funds) {
    const adjustment = {
      amount: { amount: "25.00", currency: "USD" },
      reasonCode: "previous-period",
      effectiveFor: "2026-11-01",
    };
    steps.push(await wire.post(world.finance, `/funds/${id}/adjustments`, adjustment));
  }
  for (const step of steps) if (step.status >= 300) throw new Error(`cannot fill the database: ${step.text}`);
}

/** What the worker writes when something happened: a notification for the partner's admin. */
async function tell(db: Db, of: Claimant): Promise<void> {
  await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const event = await tx
      .selectFrom("event")
      .select(["id", "subject_id"])
      .where("type", "=", "claim.approved")
      .where("partner_id", "=", of.actor.organisationId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("notification")
      .values({
        id: newUuid(),
        person_id: of.actor.personId,
        partner_id: of.actor.organisationId,
        event_id: event.id,
        type: "claim.approved",
        subject_type: "claim",
        subject_id: event.subject_id,
        title: "A claim was approved",
        occurred_at: WORLD_NOW,
        created_at: WORLD_NOW,
        mail_state: "not-configured",
      })
      .execute();
  });
}

/** A saved view of the partner's admin. */
async function keepView(db: Db, { actor }: Claimant): Promise<void> {
  await inTransaction(db, actor, (tx) =>
    tx
      .insertInto("saved_view")
      .values({
        id: newUuid(),
        person_id: actor.personId,
        partner_id: actor.organisationId,
        list: "claims",
        name: "Mine",
        filter: JSON.stringify({ status: "editing" }),
        created_at: WORLD_NOW,
        updated_at: WORLD_NOW,
      })
      .execute(),
  );
}

/** A connection as one of the logins, for one test file; closed by the caller. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

/** What the application says at the start of a transaction about who acts. */
export interface Acting {
  readonly side: string;
  readonly organisation?: string;
  readonly person?: string;
}

/** How a statement ended: its number of rows, or the SQLSTATE of the refusal. */
export type Outcome = number | string;

/**
 * Runs one statement in a transaction of its own that is taken back. `as` is what the application says at the start of each
 * transaction; without it nobody acts.
 */
export async function attempt(
  client: pg.Client,
  as: Acting | undefined,
  statement: string,
  values: unknown[] = [],
): Promise<{ outcome: Outcome; rows: Record<string, unknown>[]; message: string }> {
  await client.query("begin");
  try {
    if (as) {
      await client.query(
        "select set_config('app.side', $1, true), set_config('app.organisation', $2, true), set_config('app.person', $3, true)",
        [as.side, as.organisation ?? "", as.person ?? ""],
      );
    }
    const answer = await client.query<Record<string, unknown>>(statement, values);
    return { outcome: answer.rowCount ?? 0, rows: answer.rows, message: "" };
  } catch (error) {
    if (error instanceof pg.DatabaseError) return { outcome: error.code ?? "?", rows: [], message: error.message };
    throw error;
  } finally {
    await client.query("rollback");
  }
}

/** A table as PostgreSQL knows it. */
export interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly columns: readonly string[];
  /** Columns that a statement may name: not generated by the database. */
  readonly writable: readonly string[];
  readonly comment: string | null;
}

/** What tests of the wall stand on: both partners filled, the three logins connected, every table of schema public known. */
export interface Walls {
  readonly world: World;
  readonly app: pg.Client;
  readonly admin: pg.Client;
  readonly owner: pg.Client;
  readonly tables: readonly Table[];
  /** Who acts: the admin of the second partner. */
  asB(): Acting & { readonly organisation: string; readonly person: string };
}

/** Builds {@link Walls} before the first test of the file. */
export function useWalls(database: TestDatabase, wire: Wire): Walls {
  let filled: Omit<Walls, "asB"> | undefined;
  const ready = (): Omit<Walls, "asB"> => {
    if (!filled) throw new Error("the walls are built in beforeAll: ask inside a test");
    return filled;
  };
  beforeAll(async () => {
    const world = await buildWorld(database.db);
    await fillBothPartners(wire, database.db, world);
    const [app, admin, owner] = await Promise.all(
      [database.appUrl, database.adminUrl, database.ownerUrl].map((url) => connectTo(url)),
    );
    if (!app || !admin || !owner) throw new Error("three logins are three connections");
    filled = { world, app, admin, owner, tables: (await admin.query<Table>(TABLES)).rows };
  });
  afterAll(() => Promise.all([filled?.app.end(), filled?.admin.end(), filled?.owner.end()]));
  return {
    get world() {
      return ready().world;
    },
    get app() {
      return ready().app;
    },
    get admin() {
      return ready().admin;
    },
    get owner() {
      return ready().owner;
    },
    get tables() {
      return ready().tables;
    },
    asB: () => {
      const { organisation, admin } = ready().world.other;
      return { side: "partner", organisation: organisation.id, person: admin.personId };
    },
  };
}

const TABLES = `
  select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
         obj_description(c.oid, 'pg_class') as comment,
         array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
         array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '' and a.attidentity = '' order by a.attnum) as writable
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

/** A name of the database, as SQL wants it. */
export const quote = (name: string): string => `"${name}"`;
