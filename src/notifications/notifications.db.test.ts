import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildPartner, buildPerson, buildVendor, MADE_AT, type TestRole } from "../../test/builders/identity.ts";
import {
  buildBareProgram,
  buildNotifiedClaim,
  happen,
  type NotifiedClaim,
} from "../../test/builders/notified-claim.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Organisation, suspendPerson } from "../identity/index.ts";
import { type Actor, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { eventDispatcher, events } from "../platform/events/index.ts";
import { startWorker, type Worker } from "../platform/jobs/index.ts";
import { createLog } from "../platform/log/index.ts";
import { notificationSubscriber } from "./notification-jobs.ts";

const database = useDatabase();
const SECONDS = { timeout: 15_000, interval: 50 };
const NAMES = new Map<string, string>();

/** What tells people, without a mail server. */
const teller = (at = MADE_AT) =>
  notificationSubscriber({
    db: database.db,
    smtpUrl: undefined,
    baseUrl: "http://localhost:3000",
    log: createLog("silent"),
    now: () => at,
  });

let worker: Worker;
let author: Actor;
let reviewer: Actor;
let claim: NotifiedClaim;
let openedClaim: NotifiedClaim;

/** A person whose name the test uses; what is asked of the database comes back in names. */
async function somebody(name: string, organisation: Organisation, roles: readonly TestRole[]) {
  const { actor } = await buildPerson(database.db, organisation, { name, roles });
  NAMES.set(actor.personId, name);
  return actor;
}

beforeAll(async () => {
  const { db } = database;
  const programId = await buildBareProgram(db);
  const otherProgram = await buildBareProgram(db, "plans", "Plans");
  const { partner, locations } = await buildPartner(db, { locations: [{ name: "Leeds" }, { name: "York" }] });
  const [leeds, york] = locations;
  const other = await buildPartner(db);
  const vendor = await buildVendor(db);
  const here = { programId, locationId: leeds.id };
  author = await somebody("author", partner, [{ role: "incentives-user", ...here }]);
  await somebody("admin", partner, ["incentives-admin"]);
  await somebody("organisation admin", partner, ["organisation-admin"]);
  await somebody("user of York", partner, [{ role: "incentives-user", programId, locationId: york?.id ?? "" }]);
  await somebody("user of plans", partner, [
    { role: "incentives-user", programId: otherProgram, locationId: leeds.id },
  ]);
  await somebody("auditor of the partner", partner, ["partner-auditor"]);
  const left = await somebody("admin who left", partner, ["incentives-admin"]);
  await inTransaction(db, SYSTEM_ACTOR, (tx) =>
    suspendPerson(tx, { actor: SYSTEM_ACTOR, now: MADE_AT }, left.personId),
  );
  await somebody("admin of another partner", other.partner, ["incentives-admin"]);
  reviewer = await somebody("reviewer", vendor, ["reviewer"]);
  await somebody("second reviewer", vendor, [{ role: "reviewer", programId }]);
  await somebody("reviewer of plans", vendor, [{ role: "reviewer", programId: otherProgram }]);
  await somebody("finance", vendor, ["finance"]);
  const of = { ...here, partnerId: partner.id, authorId: author.personId };
  claim = await buildNotifiedClaim(database.adminUrl, of);
  openedClaim = await buildNotifiedClaim(database.adminUrl, { ...of, openedBy: reviewer.personId });
  const log = createLog("silent");
  worker = await startWorker({
    url: database.appUrl,
    log,
    handlers: [eventDispatcher([teller()])],
    schedule: [],
  });
});
afterAll(() => worker.stop());

function toldOf(eventId: string) {
  return inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    tx.selectFrom("notification").selectAll().where("event_id", "=", eventId).execute(),
  );
}

async function toldWho(eventId: string): Promise<string[]> {
  return (await toldOf(eventId)).map((row) => NAMES.get(row.person_id) ?? "somebody unknown").toSorted();
}

const PARTNER_SIDE = ["admin", "author", "organisation admin"];

describe("the worker tells", () => {
  test("every reviewer of the program that a claim was submitted, and nobody else", async () => {
    const event = await happen(database.db, author, "claim.submitted", claim);
    await vi.waitFor(async () => expect(await toldWho(event)).toEqual(["reviewer", "second reviewer"]), SECONDS);
    expect((await toldOf(event))[0]).toMatchObject({
      partner_id: null,
      type: "claim.submitted",
      subject_id: claim.id,
      title: `Claim ${claim.number} was submitted for review: Autumn banners`,
      occurred_at: MADE_AT,
      read_at: null,
      mail_state: "not-configured",
    });
  });

  test.each(["claim.information-requested", "claim.approved", "claim.rejected"])(
    "the author and those with claim rights for program and location about %s, nobody of another partner",
    async (type) => {
      const event = await happen(database.db, reviewer, type, claim);
      await vi.waitFor(async () => expect(await toldWho(event)).toEqual(PARTNER_SIDE), SECONDS);
      const partners = new Set((await toldOf(event)).map((row) => row.partner_id));
      expect([...partners]).toEqual([claim.partnerId]);
    },
  );

  test("the partner's people that a claim expired by the clock", async () => {
    const event = await happen(database.db, SYSTEM_ACTOR, "claim.expired", claim);
    await vi.waitFor(async () => expect(await toldWho(event)).toEqual(PARTNER_SIDE), SECONDS);
  });

  test("the reviewer who has the claim in hand about a withdrawal; all reviewers when nobody has", async () => {
    const held = await happen(database.db, author, "claim.withdrawn", openedClaim);
    const free = await happen(database.db, author, "claim.withdrawn", claim);
    await vi.waitFor(async () => expect(await toldWho(held)).toEqual(["reviewer"]), SECONDS);
    await vi.waitFor(async () => expect(await toldWho(free)).toEqual(["reviewer", "second reviewer"]), SECONDS);
  });

  test("the other side about a comment, never the one who wrote it", async () => {
    const byPartner = await happen(database.db, author, "claim.commented", openedClaim);
    const byVendor = await happen(database.db, reviewer, "claim.commented", openedClaim);
    await vi.waitFor(async () => expect(await toldWho(byPartner)).toEqual(["reviewer"]), SECONDS);
    await vi.waitFor(async () => expect(await toldWho(byVendor)).toEqual(PARTNER_SIDE), SECONDS);
  });

  test("nobody about a note for the own side", async () => {
    const note = await happen(database.db, reviewer, "claim.noted", claim);
    const later = await happen(database.db, reviewer, "claim.approved", claim);
    await vi.waitFor(async () => expect(await toldWho(later)).toEqual(PARTNER_SIDE), SECONDS);
    expect(await toldOf(note)).toEqual([]);
  });
});

test("a job that runs again tells nobody a second time", async () => {
  const event = await happen(database.db, author, "claim.submitted", claim);
  await vi.waitFor(async () => expect(await toldOf(event)).toHaveLength(2), SECONDS);
  const first = await toldOf(event);
  const again = teller(new Date(MADE_AT.getTime() + 60_000));
  await Promise.all([again.handle(event, "claim.submitted"), again.handle(event, "claim.submitted")]);
  expect(await toldOf(event)).toEqual(first);
});

test("a job without its event fails, and so reaches the dead letters instead of being lost", async () => {
  const handler = eventDispatcher([teller()]);
  const job = { eventId: newUuid(), type: "claim.approved" };
  await expect(handler.handle(job, newUuid())).rejects.toMatchObject({ code: "event-missing" });
});

test("what is rolled back is told to nobody", async () => {
  let event = "";
  const refused = inTransaction(database.db, author, async (tx) => {
    const subject = { subjectType: "claim", subjectId: claim.id, partnerId: claim.partnerId };
    event = await events.record(tx, { at: MADE_AT, type: "claim.submitted", ...subject, actor: author, payload: {} });
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  const later = await happen(database.db, author, "claim.withdrawn", openedClaim);
  await vi.waitFor(async () => expect(await toldOf(later)).toHaveLength(1), SECONDS);
  expect(await toldOf(event)).toEqual([]);
});
