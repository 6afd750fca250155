import { beforeAll, expect, test } from "vitest";
import { buildPartner, buildPerson, buildVendor } from "../../test/builders/identity.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { addComment, commentsOn } from "./comments.ts";

const database = useDatabase();
const subjectId = newUuid();
const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, second));
let partnerId = "";
let partner: Actor;
let stranger: Actor;
let vendor: Actor;

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(database.db, actor, work);
const say = (actor: Actor, second: number, text: string, more: { visibility?: "own-side"; item?: string } = {}) =>
  as(actor, (tx) => addComment(tx, actor, at(second), { partnerId, subjectType: "claim", subjectId, text, ...more }));
const heard = async (actor: Actor) => (await as(actor, (tx) => commentsOn(tx, subjectId))).map(({ text }) => text);

beforeAll(async () => {
  const { db } = database;
  const first = await buildPartner(db);
  partnerId = first.partner.id;
  partner = (await buildPerson(db, first.partner)).actor;
  stranger = (await buildPerson(db, (await buildPartner(db)).partner)).actor;
  vendor = (await buildPerson(db, await buildVendor(db))).actor;
  await say(partner, 1, "Is this enough?", { item: "doc_1" });
  await say(vendor, 2, "It looks odd.", { visibility: "own-side" });
  await say(vendor, 3, "It is.");
  await say(partner, 4, "Good.", { visibility: "own-side" });
});

test("each side reads what is shared and what is its own, oldest first", async () => {
  expect(await heard(partner)).toEqual(["Is this enough?", "It is.", "Good."]);
  expect(await heard(vendor)).toEqual(["Is this enough?", "It looks odd.", "It is."]);
  expect(await heard(SYSTEM_ACTOR)).toHaveLength(4);
});

test("another partner hears nothing, and cannot speak", async () => {
  expect(await heard(stranger)).toEqual([]);
  await expect(say(stranger, 5, "Hello")).rejects.toThrow("row-level security");
});

test("a comment says who wrote it, for which side, when, and what it points at", async () => {
  const [first] = await as(vendor, (tx) => commentsOn(tx, subjectId));
  expect(first).toMatchObject({
    authorId: partner.personId,
    side: "partner",
    visibility: "shared",
    item: "doc_1",
    at: at(1),
  });
});

test("what was said stays said: nobody changes or removes it", async () => {
  const change = as(vendor, (tx) => tx.updateTable("comment").set({ body: "Never said" }).execute());
  await expect(change).rejects.toThrow("permission denied");
  const removal = as(vendor, (tx) => tx.deleteFrom("comment").execute());
  await expect(removal).rejects.toThrow("permission denied");
});
