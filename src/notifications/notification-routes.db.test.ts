import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPartner, buildPerson, buildVendor, MADE_AT } from "../../test/builders/identity.ts";
import {
  buildBareProgram,
  buildNotifiedClaim,
  happen,
  type NotifiedClaim,
} from "../../test/builders/notified-claim.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { answerUnknownPaths, createServer, serveRoutes } from "../platform/http/index.ts";
import { createLog } from "../platform/log/index.ts";
import { announceEvent } from "./announce-event.ts";
import type { NotificationResource } from "./notification-contract.ts";
import { notificationRoutes } from "./notification-routes.ts";

const database = useDatabase();
const READ_AT = new Date(MADE_AT.getTime() + 3_600_000);

let app: FastifyInstance;
let current: Actor | undefined;
let clock = READ_AT;
let author: Actor;
let theirs: Actor;
let reviewer: Actor;
let claim: NotifiedClaim;

beforeAll(async () => {
  const { db } = database;
  const { partner, locations } = await buildPartner(db);
  const other = await buildPartner(db);
  author = (await buildPerson(db, partner, { roles: ["incentives-admin"] })).actor;
  theirs = (await buildPerson(db, other.partner, { roles: ["incentives-admin"] })).actor;
  reviewer = (await buildPerson(db, await buildVendor(db), { roles: ["reviewer"] })).actor;
  claim = await buildNotifiedClaim(database.adminUrl, {
    programId: await buildBareProgram(db),
    locationId: locations[0].id,
    partnerId: partner.id,
    authorId: author.personId,
  });
  const told = [
    [author, "claim.submitted"],
    [reviewer, "claim.information-requested"],
    [reviewer, "claim.commented"],
    [reviewer, "claim.approved"],
  ] as const;
  for (const [minute, [actor, type]] of told.entries()) {
    const event = await happen(db, actor, type, claim, new Date(MADE_AT.getTime() + minute * 60_000));
    await inTransaction(db, SYSTEM_ACTOR, (tx) => announceEvent(tx, event, { now: MADE_AT, mails: false }));
  }
  app = await createServer({ log: createLog("silent"), secure: false, whoIs: () => Promise.resolve(current) });
  serveRoutes(app, notificationRoutes(), { db, now: () => clock });
  answerUnknownPaths(app);
});
afterAll(() => app.close());

async function call(actor: Actor | undefined, method: "GET" | "POST", url: string, payload?: object) {
  current = actor;
  return app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { origin: "http://localhost", "content-type": "application/json" },
    ...(payload ? { payload } : {}),
  });
}

async function listed(actor: Actor, query = "") {
  const answer = await call(actor, "GET", `/notifications${query}`);
  return answer.json<{ items: NotificationResource[]; nextCursor: string | null }>();
}

describe("a person", () => {
  test("sees what they were told, newest first, page by page", async () => {
    const all = await listed(author);
    expect(all.items.map((item) => item.type)).toEqual([
      "claim.approved",
      "claim.commented",
      "claim.information-requested",
    ]);
    expect(all.items[0]).toEqual({
      id: expect.stringMatching(/^ntf_/),
      type: "claim.approved",
      title: `Claim ${claim.number} was approved: Autumn banners`,
      name: "Autumn banners",
      headline: { message: "Claim {number} was approved", values: { number: claim.number } },
      advice: { message: "The claim page shows what was approved for each line." },
      subject: { type: "claim", id: idText("claim", claim.id) },
      occurredAt: new Date(MADE_AT.getTime() + 180_000).toISOString().replace(".000", ""),
      readAt: null,
    });
    const first = await listed(author, "?limit=2");
    const second = await listed(author, `?limit=2&cursor=${first.nextCursor ?? ""}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second.nextCursor).toBeNull();
  });

  test("marks one as read, once, and then finds only the others among the unread", async () => {
    const [newest, ...others] = (await listed(author)).items;
    const read = await call(author, "POST", `/notifications/${newest?.id ?? ""}/reading`);
    expect([read.statusCode, read.json()]).toEqual([
      200,
      { ...newest, readAt: READ_AT.toISOString().replace(".000", "") },
    ]);
    clock = new Date(READ_AT.getTime() + 60_000);
    const again = await call(author, "POST", `/notifications/${newest?.id ?? ""}/reading`);
    expect(again.json<NotificationResource>().readAt).toBe(READ_AT.toISOString().replace(".000", ""));
    expect((await listed(author, "?unread=true")).items).toEqual(others);
    expect((await listed(author, "?unread=false")).items.map((item) => item.id)).toEqual([newest?.id]);
  });

  test("finds neither the notifications of another partner, nor those of the vendor, nor of their own colleagues", async () => {
    const [mine] = (await listed(author)).items;
    expect((await listed(theirs)).items).toEqual([]);
    expect((await listed(reviewer)).items.map((item) => item.type)).toEqual(["claim.submitted"]);
    for (const stranger of [theirs, reviewer, { ...author, personId: newUuid() }]) {
      const answer = await call(stranger, "POST", `/notifications/${mine?.id ?? ""}/reading`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, "not-found"]);
    }
  });

  test("is told how many are unread, and marks all until a moment as read: what came later stays unread", async () => {
    const unread = async () => (await call(author, "GET", "/notifications/count")).json<{ unread: number }>().unread;
    const waiting = (await listed(author, "?unread=true")).items;
    expect(await unread()).toBe(waiting.length);
    const until = waiting.at(-1)?.occurredAt;
    const said = await call(author, "POST", "/notifications/reading", { until });
    expect([said.statusCode, said.json()]).toEqual([200, { unread: waiting.length - 1 }]);
    await call(author, "POST", "/notifications/reading", { until: "2030-01-01T00:00:00Z" });
    expect(await unread()).toBe(0);
    expect((await call(reviewer, "GET", "/notifications/count")).json()).toEqual({ unread: 1 });
    expect((await call(author, "POST", "/notifications/reading", { until: "yesterday" })).statusCode).toBe(422);
    expect((await call(author, "POST", "/notifications/reading", {})).statusCode).toBe(422);
  });

  test("is told plainly what a request got wrong", async () => {
    const status = async (actor: Actor | undefined, method: "GET" | "POST", url: string) =>
      (await call(actor, method, url)).statusCode;
    expect(await status(undefined, "GET", "/notifications")).toBe(401);
    expect(await status(author, "GET", "/notifications?unread=perhaps")).toBe(422);
    expect(await status(author, "GET", "/notifications?colour=blue")).toBe(422);
    expect(await status(author, "POST", "/notifications/ntf_nonsense/reading")).toBe(404);
    expect(await status(author, "POST", `/notifications/${idText("notification", newUuid())}/reading`)).toBe(404);
  });
});

describe("the database itself", () => {
  test("shows a person's rows to that person in that organisation only, whatever the query asks for", async () => {
    const rows = (actor: Actor) =>
      inTransaction(database.db, actor, (tx) =>
        tx.selectFrom("notification").selectAll().where(sql<boolean>`true`).execute(),
      );
    expect(await rows(author)).toHaveLength(3);
    expect(await rows({ ...author, organisationId: theirs.organisationId })).toEqual([]);
    expect(await rows({ ...author, side: "vendor" })).toEqual([]);
    expect(await rows(theirs)).toEqual([]);
    expect(await database.db.selectFrom("notification").selectAll().execute()).toEqual([]);
  });

  test("lets nobody but the program tell, and nobody take back what was told", async () => {
    const [row] = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.selectFrom("notification").selectAll().execute(),
    );
    if (!row) throw new Error("nobody was told");
    const told = inTransaction(database.db, author, (tx) =>
      tx
        .insertInto("notification")
        .values({ ...row, id: newUuid() })
        .execute(),
    );
    await expect(told).rejects.toThrow("row-level security");
    const taken = inTransaction(database.db, SYSTEM_ACTOR, (tx) => tx.deleteFrom("notification").execute());
    await expect(taken).rejects.toThrow("permission denied");
  });
});
