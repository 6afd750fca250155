import pg from "pg";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { buildPartner, buildPerson, buildVendor, MADE_AT } from "../../test/builders/identity.ts";
import { type MailServer, startMailServer } from "../../test/builders/mail-server.ts";
import {
  buildBareProgram,
  buildNotifiedClaim,
  happen,
  type NotifiedClaim,
} from "../../test/builders/notified-claim.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Person, suspendPerson } from "../identity/index.ts";
import { type Actor, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { eventDispatcher } from "../platform/events/index.ts";
import { enqueue, type JobHandler, startWorker } from "../platform/jobs/index.ts";
import { createLog } from "../platform/log/index.ts";
import { MAIL_QUEUE } from "./announce-event.ts";
import { MAX_MAIL_TRIES } from "./deliver-mail.ts";
import { mailHandler, notificationSubscriber } from "./notification-jobs.ts";

const database = useDatabase();
const SECONDS = { timeout: 15_000, interval: 50 };
const BASE_URL = "https://funds.example";
const log = createLog("silent");
const running: (() => Promise<void>)[] = [];

let author: { person: Person; actor: Actor };
let admin: { person: Person; actor: Actor };
let reviewer: { person: Person; actor: Actor };
let claim: NotifiedClaim;

beforeAll(async () => {
  const { db } = database;
  const programId = await buildBareProgram(db);
  const { partner, locations } = await buildPartner(db);
  const other = await buildPartner(db);
  author = await buildPerson(db, partner, { email: "author@partner.example", roles: ["incentives-user"] });
  admin = await buildPerson(db, partner, { email: "admin@partner.example", roles: ["incentives-admin"] });
  await buildPerson(db, other.partner, { email: "admin@other-partner.example", roles: ["incentives-admin"] });
  reviewer = await buildPerson(db, await buildVendor(db), { email: "reviewer@vendor.example", roles: ["reviewer"] });
  claim = await buildNotifiedClaim(database.adminUrl, {
    programId,
    locationId: locations[0].id,
    partnerId: partner.id,
    authorId: author.person.id,
    answerBy: "2026-10-15",
  });
  // Retried at once, so that the test need not wait for the server's real pauses.
  await asSuperuser("update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'mail'");
});
afterEach(async () => {
  while (running.length > 0) await running.pop()?.();
});

async function asSuperuser(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.adminUrl);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function mailServer(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  running.push(() => server.close());
  return server;
}

function handlers(smtpUrl: string | undefined): readonly JobHandler[] {
  const deps = { db: database.db, smtpUrl, baseUrl: BASE_URL, log, now: () => MADE_AT };
  return [eventDispatcher([notificationSubscriber(deps)]), mailHandler(deps)];
}

async function work(smtpUrl: string | undefined): Promise<void> {
  const worker = await startWorker({ url: database.appUrl, log, handlers: handlers(smtpUrl), schedule: [] });
  running.push(() => worker.stop());
}

function rowsOf(eventId: string) {
  return inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    tx
      .selectFrom("notification")
      .select(["id", "person_id", "mail_state", "mail_tries"])
      .where("event_id", "=", eventId)
      .execute(),
  );
}
const statesOf = async (eventId: string) => (await rowsOf(eventId)).map((row) => row.mail_state);
const recipientsOf = (server: MailServer) => server.mails.flatMap((mail) => mail.to).toSorted();
const claimRow = () =>
  inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    tx.selectFrom("claim").selectAll().where("id", "=", claim.id).executeTakeFirstOrThrow(),
  );

test("each of the partner's people gets one mail of their own, with what to do, by when, and where; nobody of another partner", async () => {
  const server = await mailServer();
  await work(server.url);
  const event = await happen(database.db, reviewer.actor, "claim.information-requested", claim);
  await vi.waitFor(async () => expect(await statesOf(event)).toEqual(["sent", "sent"]), SECONDS);
  expect(recipientsOf(server)).toEqual(["admin@partner.example", "author@partner.example"]);
  const [mail] = server.mails;
  expect(mail?.to).toEqual([mail?.headers.get("to")]);
  expect(mail?.headers.get("subject")).toBe(`Claim ${claim.number} needs your answer: Autumn banners`);
  expect(mail?.headers.get("from")).toBe("Fundproof <no-reply@funds.example>");
  expect(mail?.body).toContain(`${BASE_URL}/claims/${idText("claim", claim.id)}`);
  expect(mail?.body).toContain("by 15 October 2026;");
  expect(mail?.body).not.toMatch(/1[ ,.]?234|USD|Kim/);
});

test("who wants no mail about a type of event gets none; the notification stands all the same", async () => {
  const server = await mailServer();
  await work(server.url);
  const mute = (types: string[]) =>
    inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.updateTable("person").set({ muted_mails: types }).where("id", "=", author.actor.personId).execute(),
    );
  await mute(["claim.approved"]);
  const event = await happen(database.db, reviewer.actor, "claim.approved", claim);
  await vi.waitFor(async () => expect((await statesOf(event)).toSorted()).toEqual(["muted", "sent"]), SECONDS);
  expect(recipientsOf(server)).toEqual(["admin@partner.example"]);
  await mute([]);
});

test("a reviewer's mail names the partner", async () => {
  const server = await mailServer();
  await work(server.url);
  const event = await happen(database.db, author.actor, "claim.submitted", claim);
  await vi.waitFor(async () => expect(await statesOf(event)).toEqual(["sent"]), SECONDS);
  expect(recipientsOf(server)).toEqual(["reviewer@vendor.example"]);
  expect(server.mails[0]?.body).toContain("Partner: Ann Partner Ltd");
});

test("jobs that run again send no second mail", async () => {
  const server = await mailServer();
  await work(server.url);
  const event = await happen(database.db, author.actor, "claim.submitted", claim);
  await vi.waitFor(async () => expect(await statesOf(event)).toEqual(["sent"]), SECONDS);
  const [row] = await rowsOf(event);
  await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
    await enqueue(tx, "event", { eventId: event, type: "claim.submitted" });
    await enqueue(tx, MAIL_QUEUE, { notificationId: row?.id ?? "" });
  });
  const open = "select id from pgboss.job where state in ('created', 'retry', 'active') and name in ('event', 'mail')";
  await vi.waitFor(async () => expect(await asSuperuser(open)).toEqual([]), SECONDS);
  expect(recipientsOf(server)).toEqual(["reviewer@vendor.example"]);
});

test("a mail server that is down holds up the mail and nothing else; the mail goes out when it is back", async () => {
  const down = await startMailServer();
  await down.close();
  const before = await claimRow();
  await work(down.url);
  const event = await happen(database.db, author.actor, "claim.submitted", claim);
  await vi.waitFor(async () => expect((await rowsOf(event))[0]?.mail_tries).toBeGreaterThanOrEqual(2), SECONDS);
  expect((await rowsOf(event))[0]?.person_id).toBe(reviewer.person.id);
  expect(await claimRow()).toEqual(before);
  const server = await mailServer({ port: down.port });
  await vi.waitFor(async () => expect(await statesOf(event)).toEqual(["sent"]), SECONDS);
  expect(recipientsOf(server)).toEqual(["reviewer@vendor.example"]);
});

test("an address the mail server does not know is tried once; the others get their mail; its words stay out of the jobs", async () => {
  const server = await mailServer({ refuse: (address) => address === "admin@partner.example" });
  await work(server.url);
  const event = await happen(database.db, reviewer.actor, "claim.approved", claim);
  await vi.waitFor(async () => expect((await statesOf(event)).toSorted()).toEqual(["failed", "sent"]), SECONDS);
  const failed = (await rowsOf(event)).find((row) => row.mail_state === "failed");
  expect(failed).toMatchObject({ person_id: admin.person.id, mail_tries: 1 });
  expect(recipientsOf(server)).toEqual(["author@partner.example"]);
  expect(JSON.stringify(await asSuperuser("select data, output from pgboss.job"))).not.toContain("partner.example");
});

/** The row of a mail in a state, as an event without a running worker leaves it. */
async function waitingMail(
  change: { mail_state?: string; mail_tries?: number } = {},
): Promise<{ id: string; event: string }> {
  const event = await happen(database.db, author.actor, "claim.submitted", claim);
  const [tell] = handlers("smtp://127.0.0.1:1");
  await tell?.handle({ eventId: event, type: "claim.submitted" }, newUuid());
  const [row] = await rowsOf(event);
  if (!row) throw new Error("the reviewer was not told");
  if (Object.keys(change).length > 0) {
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.updateTable("notification").set(change).where("id", "=", row.id).execute(),
    );
  }
  return { id: row.id, event };
}

test("a try that ended without an answer is not repeated: rather no mail than two", async () => {
  const server = await mailServer();
  const { id, event } = await waitingMail({ mail_state: "sending", mail_tries: 1 });
  await handlers(server.url)[1]?.handle({ notificationId: id }, newUuid());
  expect(await statesOf(event)).toEqual(["failed"]);
  expect(server.mails).toEqual([]);
});

test("the last try that fails ends the mail, and fails its job for the dead letters", async () => {
  const { id, event } = await waitingMail({ mail_tries: MAX_MAIL_TRIES - 1 });
  await expect(handlers("smtp://127.0.0.1:1")[1]?.handle({ notificationId: id }, newUuid())).rejects.toThrow(
    "ECONNREFUSED",
  );
  expect(await statesOf(event)).toEqual(["failed"]);
  const [queue] = await asSuperuser("select retry_limit, dead_letter from pgboss.queue where name = 'mail'");
  expect(queue).toEqual({ retry_limit: MAX_MAIL_TRIES - 1, dead_letter: "dead" });
});

test("without a mail server people are told in the application only, and mails that wait are let go", async () => {
  const { id, event } = await waitingMail();
  await handlers(undefined)[1]?.handle({ notificationId: id }, newUuid());
  expect(await statesOf(event)).toEqual(["not-configured"]);
});

test("an event older than a day is told in the application only, so that a first start on old data floods nobody", async () => {
  const [tell] = handlers("smtp://127.0.0.1:1");
  const tellOf = async (hours: number) => {
    const at = new Date(MADE_AT.getTime() - hours * 3_600_000);
    const event = await happen(database.db, author.actor, "claim.submitted", claim, at);
    await tell?.handle({ eventId: event, type: "claim.submitted" }, newUuid());
    return { event, rows: await rowsOf(event) };
  };
  const old = await tellOf(25);
  const fresh = await tellOf(23);
  expect(await statesOf(old.event)).toEqual(["too-old"]);
  expect(await statesOf(fresh.event)).toEqual(["pending"]);
  const jobs = await asSuperuser("select data ->> 'notificationId' as id from pgboss.job where name = 'mail'");
  expect(jobs).toContainEqual({ id: fresh.rows[0]?.id });
  expect(jobs).not.toContainEqual({ id: old.rows[0]?.id });
  const server = await mailServer();
  await handlers(server.url)[1]?.handle({ notificationId: old.rows[0]?.id ?? "" }, newUuid());
  expect(server.mails).toEqual([]);
});

test("somebody who was shut out meanwhile gets no mail", async () => {
  const server = await mailServer();
  const { id, event } = await waitingMail();
  await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    suspendPerson(tx, { actor: SYSTEM_ACTOR, now: MADE_AT }, reviewer.person.id),
  );
  await handlers(server.url)[1]?.handle({ notificationId: id }, newUuid());
  expect(await statesOf(event)).toEqual(["failed"]);
  expect(server.mails).toEqual([]);
});
