import { beforeAll, describe, expect, test } from "vitest";
import { type Api, type ApiAnswer, useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { createFile } from "../../test/builders/evidence.ts";
import { buildWorld, WORLD_PARTNER, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { events } from "../platform/events/index.ts";
import { claimProofRoutes } from "./claim-proof-routes.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
const api: Api = useApi(database, claimProofRoutes(), () => desk.tick());
let file = "";

beforeAll(async () => {
  world = await buildWorld(database.db);
  file = await fileOf(world.incentivesUser);
});

const fileOf = async (actor: Actor) =>
  idText("file", await createFile(database.db, { actor, partnerId: world.partner.id, claimIds: [] }));
const usd = (amount: string) => ({ amount, currency: "USD" });
const invoice = (changes: Record<string, unknown> = {}) => ({
  supplierName: "Blue Sky Media",
  number: "4711",
  date: "2026-10-05",
  billedTo: WORLD_PARTNER,
  currency: "USD",
  subtotal: usd("1000.00"),
  tax: usd("0.00"),
  total: usd("1000.00"),
  lines: [{ description: "Placement", expenseType: "media-placement", lineAmount: usd("1000.00") }],
  file,
  ...changes,
});
const certification = (changes: Record<string, unknown> = {}) => ({
  from: "2026-10-01",
  to: "2026-10-02",
  personOrRole: "Designer",
  workDone: "Artwork",
  expenseType: "programming-development",
  unit: "hours",
  quantity: "10",
  unitCost: usd("80.00"),
  total: usd("800.00"),
  certifierName: "Ada",
  certifierRole: "Head of marketing",
  certifiedOn: "2026-10-03",
  accepted: true,
  ...changes,
});
const document = (changes: Record<string, unknown> = {}) => ({
  evidenceCode: "ad-screenshot",
  note: "As shown on the home page",
  file,
  ...changes,
});

/** The parts of a proof that are listed: path, a good body, a change, what the change shows. */
const PARTS = [
  ["invoice", "invoices", invoice, { number: "4712" }],
  ["certification", "certifications", certification, { personOrRole: "Two designers" }],
  ["document", "documents", document, { note: "Seen on a phone" }],
] as const;

const path = (id: string, rest = "") => `/claims/${idText("claim", id)}${rest}`;
const idOf = (answer: ApiAnswer) => String(answer.body["id"]);
const happenedTo = async (id: string) =>
  (await desk.as(SYSTEM_ACTOR, (tx) => events.history(tx, "claim", id))).map(({ type, facts }) => [
    type,
    facts["part"],
  ]);

describe.each(PARTS)("%s", (kind, plural, body, change) => {
  const replace = (id: string, part: string, headers?: Record<string, string>) =>
    kind === "document"
      ? api.patch(world.incentivesUser, path(id, `/${plural}/${part}`), change, headers)
      : api.put(world.incentivesUser, path(id, `/${plural}/${part}`), { ...body(), ...change }, headers);

  test("is added, changed and removed while the claim is edited; the claim's own version stays", async () => {
    const id = await desk.make({ bare: true });
    const added = await api.post(world.incentivesUser, path(id, `/${plural}`), body());
    expect([added.status, added.headers["etag"]]).toEqual([201, '"1"']);
    const changed = await replace(id, idOf(added), { "if-match": '"1"' });
    expect([changed.status, changed.headers["etag"]]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ id: idOf(added), ...change });
    const removed = await api.delete(world.incentivesUser, path(id, `/${plural}/${idOf(added)}`), {
      "if-match": '"2"',
    });
    expect(removed.status).toBe(204);
    expect((await desk.evidence(id))[plural]).toEqual([]);
    expect((await desk.look(id)).version).toBe(1);
    const types = (await happenedTo(id)).slice(1);
    expect(types.map(([type]) => type)).toEqual([
      `claim.${kind}-added`,
      `claim.${kind}-changed`,
      `claim.${kind}-removed`,
    ]);
    expect(new Set(types.map(([, part]) => part)).size).toBe(1);
  });

  test("is added while something is asked of the partner, and not while the vendor has the claim or has decided", async () => {
    const id = await desk.make({ amount: "1.00", lines: ["2000.00"] });
    const add = async () => (await api.post(world.incentivesUser, path(id, `/${plural}`), body())).status;
    await desk.submit(id);
    expect(await add()).toBe(409);
    await desk.open(id);
    expect(await add()).toBe(409);
    await desk.ask(id);
    expect(await add()).toBe(201);
    await desk.resume(id);
    expect(await add()).toBe(201);
    await desk.cancel(id);
    expect(await add()).toBe(409);
  });

  test("of a version somebody else has changed, or that is not there, is left alone", async () => {
    const id = await desk.make({ bare: true });
    const part = idOf(await api.post(world.incentivesUser, path(id, `/${plural}`), body()));
    await replace(id, part);
    expect((await replace(id, part, { "if-match": '"1"' })).status).toBe(412);
    const elsewhere = await desk.make({ bare: true });
    expect((await replace(elsewhere, part)).status).toBe(404);
    expect((await api.delete(world.incentivesUser, path(elsewhere, `/${plural}/${part}`))).status).toBe(404);
    expect((await api.delete(world.incentivesUser, path(id, `/${plural}/nonsense`))).status).toBe(404);
  });

  test("is the partner's own business: a reviewer is told so, another partner finds no claim", async () => {
    const id = await desk.make({ bare: true });
    expect((await api.post(world.reviewer, path(id, `/${plural}`), body())).status).toBe(403);
    expect((await api.post(world.other.admin, path(id, `/${plural}`), { nonsense: 1 })).status).toBe(404);
  });
});

test("an invoice with a file that is not the partner's, or that he may not see, is answered like an unknown file", async () => {
  const id = await desk.make({ bare: true });
  for (const [actor, file] of [
    [world.incentivesUser, "fil_00000000000000000000000001"],
    [world.incentivesUser, await fileOf(world.incentivesAdmin)],
  ] as const) {
    const answer = await api.post(actor, path(id, "/invoices"), invoice({ file }));
    expect([answer.status, answer.body["code"]]).toEqual([404, "unknown-file"]);
  }
});

test.each<readonly [string, () => Record<string, unknown>, string]>([
  ["another currency than the claim's", () => invoice({ currency: "EUR" }), "currency"],
  ["a sum below zero", () => invoice({ tax: usd("-1.00") }), "tax.amount"],
  ["a field nobody knows", () => invoice({ extra: 1 }), "extra"],
])("an invoice with %s is refused by field", async (_, body, field) => {
  const answer = await api.post(world.incentivesUser, path(await desk.make({ bare: true }), "/invoices"), body());
  const errors = answer.body["errors"] as { field: string }[];
  expect([answer.status, errors.map((error) => error.field)]).toEqual([422, expect.arrayContaining([field])]);
});

describe("metrics", () => {
  const put = (id: string, body: unknown, headers?: Record<string, string>) =>
    api.put(world.incentivesUser, path(id, "/metrics"), body, headers);

  test("are fields of the claim: they make its next version, and replace what was there", async () => {
    const id = await desk.make({ bare: true });
    const first = await put(id, { "results-summary": "1,240 clicks", reach: "5000" }, { "if-match": '"1"' });
    expect([first.status, first.headers["etag"]]).toEqual([200, '"2"']);
    const second = await put(id, { "results-summary": file }, { "if-match": '"2"' });
    expect([second.status, second.body["version"]]).toEqual([200, 3]);
    expect([...(await desk.evidence(id)).metrics.keys()]).toEqual(["results-summary"]);
    expect((await put(id, { reach: "1" }, { "if-match": '"2"' })).status).toBe(412);
  });

  test("cannot be changed while the vendor has the claim", async () => {
    const id = await desk.make({ amount: "1.00" });
    await desk.submit(id);
    expect((await put(id, { "results-summary": "more" })).status).toBe(409);
  });
});
