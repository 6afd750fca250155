import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useEnrollmentDesk } from "../../test/builders/enrollment-desk.ts";
import { type MailServer, type ReceivedMail, startMailServer } from "../../test/builders/mail-server.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { enrollLocation, enrollmentOf, renewEnrollments } from "../enrollments/index.ts";
import { type Actor, SYSTEM_ACTOR } from "../kernel/index.ts";
import { eventDispatcher } from "../platform/events/index.ts";
import { startWorker, type Worker } from "../platform/jobs/index.ts";
import { createLog } from "../platform/log/index.ts";
import { editionForYear, importEdition, publishEdition } from "../programs/index.ts";
import { mailHandler, notificationSubscriber } from "./notification-jobs.ts";

// Mails about taking part, spoken to a mail server that speaks SMTP: who gets one, under which subject, with which link.

const database = useDatabase();
const desk = useEnrollmentDesk(database);
const { api } = desk;
const SECONDS = { timeout: 15_000, interval: 50 };
const BASE_URL = "https://funds.example";
const log = createLog("silent");
let server: MailServer;
let worker: Worker;

beforeAll(async () => {
  server = await startMailServer();
  const deps = { db: database.db, smtpUrl: server.url, baseUrl: BASE_URL, log, now: () => desk.now };
  const handlers = [eventDispatcher([notificationSubscriber(deps)]), mailHandler(deps)];
  worker = await startWorker({ url: database.appUrl, log, handlers, schedule: [] });
});
afterAll(async () => {
  await worker.stop();
  await server.close();
});

const addressOf = ({ personId }: Actor) =>
  desk.as(SYSTEM_ACTOR, async (tx) => {
    const row = await tx.selectFrom("person").select("email").where("id", "=", personId).executeTakeFirstOrThrow();
    return row.email;
  });

/** The mail with this subject to this person, once it has come. */
async function mailTo(person: Actor, subject: string): Promise<ReceivedMail> {
  const address = await addressOf(person);
  return vi.waitFor(() => {
    const found = server.mails.filter((mail) => mail.to.includes(address) && mail.headers.get("subject") === subject);
    expect(found.map(({ to }) => to)).toEqual([[address]]);
    const [mail] = found;
    if (!mail) throw new Error(`no mail "${subject}"`);
    return mail;
  }, SECONDS);
}
const subjectsTo = async (person: Actor): Promise<(string | undefined)[]> => {
  const address = await addressOf(person);
  return server.mails.filter((mail) => mail.to.includes(address)).map((mail) => mail.headers.get("subject"));
};

test("an invitation is mailed to the incentives admin, with its last day and the way to the answer; its users get none", async () => {
  const { location, admin, user } = await desk.candidate();
  const path = await desk.invite(location);
  const mail = await mailTo(admin, `You are invited to Co-op marketing fund FY27: ${location.name}`);
  expect(mail.body).toContain(`${BASE_URL}${path}`);
  expect(mail.body).toContain("23 December 2026");
  expect(await subjectsTo(user)).toEqual([]);
});

test("an acceptance without payout data is mailed to the other admins with what is missing; whoever accepted was there", async () => {
  const { location, admin, user: colleague } = await desk.candidate({ roles: ["incentives-admin"] });
  const path = await desk.invite(location);
  expect((await api.post(admin, `${path}/acceptance`, {})).status).toBe(200);
  const subject = `Taking part in Co-op marketing fund FY27 needs something from you: ${location.name}`;
  const mail = await mailTo(colleague, subject);
  expect(mail.body).toContain(`${BASE_URL}${path}`);
  expect(mail.body).toContain("Bank and tax data are missing.");
  expect(await subjectsTo(admin)).not.toContain(subject);
});

test("a decline is mailed to the vendor's program manager, with the way to the reason and without its words", async () => {
  const { location, admin } = await desk.candidate();
  const path = await desk.invite(location);
  const reason = "We have no budget of our own before the summer.";
  expect((await api.post(admin, `${path}/decline`, { reason })).status).toBe(200);
  const subject = `The invitation to Co-op marketing fund FY27 was declined: ${location.name}`;
  const mail = await mailTo(desk.world.programManager, subject);
  expect(mail.body).toContain(`${BASE_URL}${path}`);
  expect(mail.body).not.toContain("no budget");
});

test("carried into the next year: who lacks payout data is mailed, who lacks nothing hears nothing and takes part", async () => {
  const complete = await desk.candidate();
  const incomplete = await desk.candidate();
  for (const [{ location }, payoutReady] of [
    [complete, true],
    [incomplete, false],
  ] as const)
    await desk.as(SYSTEM_ACTOR, (tx) =>
      enrollLocation(
        tx,
        { actor: SYSTEM_ACTOR, now: desk.now },
        { locationId: location.id, programId: desk.world.program.id, programYear: "FY27", payoutReady },
      ),
    );
  await desk.as(SYSTEM_ACTOR, async (tx) => {
    const command = { actor: SYSTEM_ACTOR, now: desk.now };
    const next = editionForYear(desk.world.edition.document, "FY28");
    await publishEdition(tx, command, (await importEdition(tx, command, next)).id);
  });
  desk.now = new Date("2027-07-01T12:00:00Z");
  expect(await renewEnrollments(database.db, desk.now)).toBeGreaterThanOrEqual(2);
  const yearOf = async (locationId: string) =>
    desk.as(SYSTEM_ACTOR, (tx) =>
      enrollmentOf(tx, { locationId, programId: desk.world.program.id, programYear: "FY28" }),
    );
  const subject = `Taking part in Co-op marketing fund FY28 needs something from you: ${incomplete.location.name}`;
  const mail = await mailTo(incomplete.admin, subject);
  expect(mail.body).toContain(`${BASE_URL}${desk.path((await yearOf(incomplete.location.id))?.id ?? "")}`);
  expect((await yearOf(complete.location.id))?.status).toBe("enrolled");
  expect(await subjectsTo(complete.admin)).toEqual([]);
});
