import { beforeAll, describe, expect, test } from "vitest";
import { allRoutes } from "../../src/app/routes.ts";
import { type Actor, idText, newUuid, type Role, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import { buildPerson, roleOf } from "../builders/identity.ts";
import { done, readyPlan, SECOND_HALF } from "../builders/plans.ts";
import { buildWorld, WORLD_NOW, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { claimIn, fileOf, firstOf, newClaim, newInvoice } from "../wire/claims.ts";
import { type Json, type Method, useWire } from "../wire/wire.ts";
import { TABLE } from "./route-table.ts";

// Who may call what: every route of the program against every role of rulebook 2.3. A new route without a row here fails.

const database = useDatabase();
const wire = useWire(database);

const VENDOR = ["program-manager", "reviewer", "finance", "auditor", "vendor-admin"] as const satisfies Role[];
const PARTNER = [
  "organisation-admin",
  "account-admin",
  "incentives-admin",
  "incentives-user",
  "billing-admin",
  "partner-auditor",
] as const satisfies Role[];
const COLUMNS = [...VENDOR, ...PARTNER, "another partner's admin"] as const;

let world: World;
let claim: Json;
let submitted: Json;
let certification: string;
let enrollment: string;
let notification: string;
let file: string;
let plan: PlanParts;
let submittedPlan: Json;
let view: string;
let accessRequest: string;
let grant: string;
let dryRun: string;
const people = new Map<string, Actor>();

beforeAll(async () => {
  world = await buildWorld(database.db);
  for (const role of [...VENDOR, ...PARTNER]) {
    const home = (VENDOR as readonly Role[]).includes(role) ? world.vendor : world.partner;
    people.set(role, (await buildPerson(database.db, home, { name: role, roles: [role] })).actor);
  }
  people.set("another partner's admin", world.other.admin);
  const of = firstOf(world);
  claim = await claimIn(wire, database.db, world, "editing");
  submitted = await claimIn(wire, database.db, world, "submitted", "10.00");
  file = await fileOf(database.db, of.actor);
  await wire.post(of.actor, `/claims/${claim.id}/invoices`, newInvoice(of, "1.00", file));
  const made = await wire.post(of.actor, `/claims/${claim.id}/certifications`, {
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
  });
  certification = made.body.id;
  enrollment = String((await wire.get(of.actor, "/enrollments")).body.items[0]?.id);
  notification = await tellReviewer();
  plan = partsOf(await readyPlan(wire, database.db, world));
  submittedPlan = await readyPlan(wire, database.db, world, { ...SECOND_HALF, reviewer: actorAs("reviewer") });
  done(await wire.post(of.actor, `/plans/${submittedPlan.id}/submission`));
  const run = `/editions/${idText("edition", world.edition.id)}/dry-run`;
  dryRun = done(await wire.post(actorAs("program-manager"), run, { from: "2026-07-01", to: "2026-11-23" })).id;
  accessRequest = await askForRights();
  grant = idText("grant", await roleOf(database.db, actorAs("incentives-user")));
  view = String((await wire.post(actorAs("reviewer"), "/me/views", { list: "claims", name: "Mine" })).body.id);
});

/** A request of the incentives user for rights at the first partner's location. */
async function askForRights(): Promise<string> {
  const id = newUuid();
  await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    tx
      .insertInto("access_request")
      .values({
        id,
        partner_id: world.partner.id,
        person_id: actorAs("incentives-user").personId,
        program_id: world.program.id,
        location_id: world.location.id,
        rights: ["enrollment.answer"],
        asked_on: "2026-11-01",
        asked_at: WORLD_NOW,
      })
      .execute(),
  );
  return idText("accessRequest", id);
}

/** A plan by the ids of what is in it. */
interface PlanParts {
  readonly id: string;
  readonly campaign: string;
  readonly activity: string;
}

function partsOf(made: Json): PlanParts {
  const { campaigns } = made as unknown as { campaigns: { id: string; activities: { id: string }[] }[] };
  return { id: made.id, campaign: campaigns[0]?.id ?? "", activity: campaigns[0]?.activities[0]?.id ?? "" };
}

/** A notification of the reviewer, as the worker would have written it. */
async function tellReviewer(): Promise<string> {
  const id = newUuid();
  await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
    const event = await tx
      .selectFrom("event")
      .select(["id", "subject_id"])
      .where("type", "=", "claim.created")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("notification")
      .values({
        id,
        person_id: actorAs("reviewer").personId,
        event_id: event.id,
        type: "claim.submitted",
        subject_type: "claim",
        subject_id: event.subject_id,
        title: "A claim was submitted",
        occurred_at: WORLD_NOW,
        created_at: WORLD_NOW,
        mail_state: "not-configured",
      })
      .execute();
  });
  return idText("notification", id);
}

function actorAs(column: string): Actor {
  const actor = people.get(column);
  if (!actor) throw new Error(`nobody is ${column}`);
  return actor;
}

const REVIEWED = /(?:claims|plans).*\/(review|information-request|approval|rejection|withdrawal)$/;

/** The route's address with ids of the first partner. A review is of a claim that was submitted. */
function addressOf(url: string): string {
  const subject = REVIEWED.test(url) ? submitted : claim;
  const ids: [RegExp, string | undefined][] = [
    [/^\/claims\/:id/, subject.id],
    [/^\/editions/, idText("edition", world.edition.id)],
    [/^\/plans\/:id/, REVIEWED.test(url) ? submittedPlan.id : plan.id],
    [/^\/campaigns/, plan.campaign],
    [/^\/activities/, plan.activity],
    [/^\/reviews/, submitted.id.replace("clm_", "rev_")],
    [/^\/funds/, idText("fund", world.fund.id)],
    [/^\/people/, idText("person", actorAs("incentives-user").personId)],
    [/^\/role-grants/, grant],
    [/^\/partners/, idText("organisation", world.partner.id)],
    [/^\/locations/, idText("location", world.location.id)],
    [/^\/enrollments/, enrollment],
    [/^\/access-requests/, accessRequest],
    [/^\/notifications/, notification],
    [/^\/dry-runs/, dryRun],
    [/^\/me\/views/, view],
    [/^\/files/, file],
  ];
  const parts: [RegExp, string | undefined][] = [
    [/\/invoices\//, subject.invoices[0]?.id],
    [/\/documents\//, subject.documents[0]?.id],
    [/\/certifications\//, certification],
  ];
  const pick = (list: [RegExp, string | undefined][]) => list.find(([pattern]) => pattern.test(url))?.[1] ?? "";
  return url
    .replace(":id", pick(ids))
    .replace(":part", pick(parts))
    .replace(":other", idText("edition", world.earningEdition.id))
    .replace(":code", "coop")
    .replace(":programYear", "FY27")
    .replace(/^(\/dry-runs\/.*\/groups)$/, "$1?by=rule")
    .replace("/calendar/deadline", "/calendar/deadline?from=2026-11-23T10:00:00Z&days=1&kind=business");
}

const LETTERS: Readonly<Record<number, string>> = { 401: "?", 403: "n", 404: "x", 500: "!" };

describe("every route and every role", () => {
  test("has a row in the table, and nothing else has", () => {
    const files = ["POST /files", "GET /files/:id", "GET /files/:id/content"];
    const declared = allRoutes().map(({ method, url }) => `${method} ${url}`);
    expect(Object.keys(TABLE).sort()).toEqual([...declared, ...files].sort());
  });

  test.each(Object.keys(TABLE))("%s", async (route) => {
    const [method = "", url = ""] = route.split(" ");
    const path = addressOf(url);
    // If-Match that nothing has: those who may are stopped there, so that nobody changes the subject for the next.
    const sending = method === "GET" ? {} : { body: { "no such field": 1 }, headers: { "if-match": '"999"' } };
    let found = "";
    const answers: string[] = [];
    for (const column of COLUMNS) {
      const said = await wire.call(actorAs(column), method as Method, path, sending);
      // Reading a notification takes no body; the bytes of these files were never stored.
      const missingBytes = said.status === 500 && url.endsWith("/content");
      found += missingBytes ? "y" : (LETTERS[said.status] ?? "y");
      answers.push(`${column}: ${said.status} ${said.text.slice(0, 160)}`);
    }
    expect(found, answers.join("\n")).toBe(TABLE[route]?.replaceAll(" ", ""));
  });

  test.each(Object.keys(TABLE))("%s is 401 for nobody, whatever the address", async (route) => {
    const [method = "", url = ""] = route.split(" ");
    const path = url.replaceAll(/:\w+/g, "x");
    const said = await wire.call(undefined, method as Method, path, method === "GET" ? {} : { raw: "{" });
    expect(said.status).toBe(401);
    expect(said.body.code).toBe("not-signed-in");
  });
});

describe("a role that is held for one program and location", () => {
  test("does not reach what lies at another location of the same partner", async () => {
    const elsewhere = { role: "incentives-user", programId: world.program.id, locationId: newUuid() } as const;
    const stranger: Actor = { ...actorAs("incentives-user"), grants: [elsewhere] };
    const path = `/claims/${claim.id}`;
    expect((await wire.get(stranger, path)).status).toBe(404);
    expect((await wire.get(stranger, "/claims")).body.items).toEqual([]);
    expect((await wire.get(stranger, `/funds/${idText("fund", world.fund.id)}`)).status).toBe(404);
    expect((await wire.get(stranger, "/funds")).body.items).toEqual([]);
    expect((await wire.get(stranger, `/files/${file}`)).status).toBe(404);
    expect((await wire.post(stranger, "/claims", newClaim(firstOf(world)))).status).toBe(404);
  });

  test("does not reach another program at the same location", async () => {
    const elsewhere = { role: "incentives-user", programId: newUuid(), locationId: world.location.id } as const;
    const stranger: Actor = { ...actorAs("incentives-user"), grants: [elsewhere] };
    expect((await wire.get(stranger, `/claims/${claim.id}`)).status).toBe(404);
    expect((await wire.post(stranger, "/claims", newClaim(firstOf(world)))).status).toBe(403);
  });

  test("does not count on the other side", async () => {
    const posing: Actor = {
      ...world.other.admin,
      grants: [...VENDOR].map((role) => ({ role, programId: null, locationId: null })),
    };
    expect((await wire.get(posing, "/reviews")).status).toBe(403);
    expect((await wire.get(posing, `/claims/${claim.id}`)).status).toBe(404);
    const vendor: Actor = {
      ...world.auditor,
      grants: [...PARTNER].map((role) => ({ role, programId: null, locationId: null })),
    };
    expect((await wire.get(vendor, `/claims/${claim.id}`)).status).toBe(404);
  });

  test("that ended leaves nothing but the person's own page", async () => {
    const nobody: Actor = { ...actorAs("incentives-admin"), grants: [] };
    expect((await wire.get(nobody, "/me")).status).toBe(200);
    expect((await wire.get(nobody, "/claims")).status).toBe(403);
    expect((await wire.get(nobody, `/claims/${claim.id}`)).status).toBe(404);
    expect((await wire.get(nobody, "/funds")).status).toBe(403);
  });
});

describe("separation of duties", () => {
  test("nobody decides on a claim he made or sent, whatever roles he holds", async () => {
    const grants = [{ role: "reviewer", programId: null, locationId: null }] as const;
    const maker: Actor = { ...world.reviewer, personId: world.incentivesAdmin.personId, grants };
    const colleague: Actor = { ...world.reviewer, organisationId: world.partner.id, grants };
    for (const verb of ["review", "approval", "rejection", "information-request"]) {
      const own = await wire.post(maker, `/claims/${submitted.id}/${verb}`, {});
      expect(own.status).toBe(403);
      expect(own.body.code).toBe("own-claim");
      const home = await wire.post(colleague, `/claims/${submitted.id}/${verb}`, {});
      expect(home.status).toBe(403);
      expect(home.body.code).toBe("own-organisation");
    }
  });

  test("a comment for the own side is seen by that side alone", async () => {
    const path = `/claims/${submitted.id}/comments`;
    await wire.post(world.reviewer, path, { text: "Looks odd to me", visibility: "own-side" });
    await wire.post(world.incentivesAdmin, path, { text: "They will never notice", visibility: "own-side" });
    await wire.post(world.incentivesAdmin, path, { text: "Here you are" });
    const seen = async (actor: Actor) => (await wire.get(actor, path)).text;
    expect(await seen(world.incentivesAdmin)).not.toContain("Looks odd");
    expect(await seen(world.reviewer)).not.toContain("never notice");
    for (const actor of [world.incentivesAdmin, world.reviewer]) expect(await seen(actor)).toContain("Here you are");
    for (const actor of [world.incentivesAdmin, world.reviewer]) {
      const history = await wire.get(actor, `/claims/${submitted.id}/history`);
      expect(history.text).not.toContain(actor === world.reviewer ? "never notice" : "Looks odd");
    }
  });
});
