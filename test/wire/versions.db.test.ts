import { beforeAll, describe, expect, test } from "vitest";
import { allRoutes } from "../../src/app/routes.ts";
import { readyPlan } from "../builders/plans.ts";
import { buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { ACKNOWLEDGED, claimIn, fileOf, firstOf, newClaim, newInvoice, readyClaim, type Stage } from "./claims.ts";
import { type Json, type Method, useWire } from "./wire.ts";

// docs/api.md, "ETag": the version of the resource itself; PATCH and PUT need If-Match; decisions accept it.

const database = useDatabase();
const wire = useWire(database);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
});

const create = async (): Promise<Json> =>
  (await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world)))).body;
const tagOf = async (id: string) => (await wire.get(world.incentivesAdmin, `/claims/${id}`)).headers["etag"];
const patch = (id: string, ifMatch: string | undefined, body: unknown = { name: "Another name" }) =>
  wire.call(world.incentivesAdmin, "PATCH", `/claims/${id}`, {
    body,
    headers: ifMatch === undefined ? {} : { "if-match": ifMatch },
  });

describe("the version of a claim", () => {
  test("is its ETag, on every answer that gives the claim", async () => {
    const made = await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world)));
    expect(made.headers["etag"]).toBe(`"${made.body.version}"`);
    const changed = await patch(made.body.id, `"${made.body.version}"`);
    expect(changed.status).toBe(200);
    expect(changed.body.version).toBe(made.body.version + 1);
    expect(changed.headers["etag"]).toBe(`"${changed.body.version}"`);
    const read = await wire.get(world.incentivesAdmin, `/claims/${made.body.id}`);
    expect(read.headers["etag"]).toBe(changed.headers["etag"]);
    expect(read.text).toBe(changed.text);
  });

  test("stays when an invoice, a file, a document, a certification or a comment is added, changed or removed", async () => {
    const of = firstOf(world);
    const { id } = await create();
    const before = await tagOf(id);
    const path = `/claims/${id}`;
    const file = await wire.upload(of.actor, "notes.txt", "These are notes of the campaign, long enough to be text.\n");
    expect(file.status).toBe(201);
    const invoice = await wire.post(of.actor, `${path}/invoices`, newInvoice(of, "1000.00", file.body.id));
    const document = await wire.post(of.actor, `${path}/documents`, {
      evidenceCode: "landing-page-url",
      note: "The page",
      url: "https://example.com/",
    });
    const comment = await wire.post(of.actor, `${path}/comments`, { text: "A word" });
    for (const said of [invoice, document, comment]) expect(said.status).toBe(201);
    expect(await tagOf(id)).toBe(before);
    const parts: [Method, string, unknown][] = [
      ["PUT", `${path}/invoices/${invoice.body.id}`, newInvoice(of, "900.00", null)],
      ["PATCH", `${path}/documents/${document.body.id}`, { note: "Its page" }],
      ["DELETE", `${path}/invoices/${invoice.body.id}`, undefined],
      ["DELETE", `${path}/documents/${document.body.id}`, undefined],
    ];
    for (const [method, url, body] of parts) {
      const said = await wire.call(of.actor, method, url, { body, headers: { "if-match": "*" } });
      expect([200, 204]).toContain(said.status);
    }
    expect(await tagOf(id)).toBe(before);
  });

  test("grows with each change of its own fields and with each step, and not with a change of nothing", async () => {
    const { id, version } = await readyClaim(wire, database.db, firstOf(world));
    const path = `/claims/${id}`;
    expect((await patch(id, "*", {})).body.version).toBe(version);
    expect((await patch(id, "*", { name: "New" })).body.version).toBe(version + 1);
    const metrics = { body: { "results-summary": "3 clicks" }, headers: { "if-match": `"${version + 1}"` } };
    expect((await wire.call(world.incentivesAdmin, "PUT", `${path}/metrics`, metrics)).headers["etag"]).toBe(
      `"${version + 2}"`,
    );
    expect((await wire.post(world.incentivesAdmin, `${path}/submission`, ACKNOWLEDGED)).body.version).toBe(version + 3);
    expect((await wire.post(world.reviewer, `${path}/review`)).body.version).toBe(version + 4);
    expect((await wire.post(world.reviewer, `${path}/review`)).body.version).toBe(version + 4);
  });
});

let planned: Json | undefined;
/** The id of what the route is about, where it is no claim. */
async function idFor(url: string): Promise<string | undefined> {
  if (url.startsWith("/me/views"))
    return (await wire.post(world.incentivesAdmin, "/me/views", { list: "claims", name: url })).body.id;
  if (!/^\/(plans|campaigns|activities)\b/.test(url)) return undefined;
  planned ??= await readyPlan(wire, database.db, world);
  const [campaign] = (planned as Json & { campaigns: readonly { id: string; activities: readonly { id: string }[] }[] })
    .campaigns;
  if (url.startsWith("/plans")) return planned.id;
  return url.startsWith("/campaigns") ? campaign?.id : campaign?.activities[0]?.id;
}

describe("If-Match", () => {
  // Routes of partners; those of the vendor ask for it in the tests of their slices.
  const vendors = /^\/(editions|enrollments|settings)\b/;
  const asking = allRoutes().filter(
    ({ method, url }) => (method === "PATCH" || method === "PUT") && !vendors.test(url),
  );

  test.each(asking.map(({ method, url }) => [method, url] as const))("%s %s asks for it", async (method, url) => {
    const claim = await claimIn(wire, database.db, world, "editing");
    const certification = await wire.post(world.incentivesAdmin, `/claims/${claim.id}/certifications`, CERTIFICATION);
    expect(certification.status).toBe(201);
    const kind = /\/(invoices|documents|certifications)\//.exec(url)?.[1];
    const part = {
      invoices: claim.invoices[0]?.id,
      documents: claim.documents[0]?.id,
      certifications: certification.body.id,
    };
    const path = url
      .replace(":id", (await idFor(url)) ?? claim.id)
      .replace(":part", part[kind as keyof typeof part] ?? "");
    const body = { "no such field": 1 };
    const without = await wire.call(world.incentivesAdmin, method, path, { body });
    expect(without.status).toBe(428);
    expect(without.body.code).toBe("if-match-missing");
    const empty = await wire.call(world.incentivesAdmin, method, path, { body, headers: { "if-match": "" } });
    expect(empty.status).toBe(428);
    for (const stale of ['"999"', '"0"', '"-1"', "4", '"x"', 'W/"999"', '"1e0"', '"01"x']) {
      const said = await wire.call(world.incentivesAdmin, method, path, { body, headers: { "if-match": stale } });
      expect(said.status, stale).toBe(412);
    }
    const any = await wire.call(world.incentivesAdmin, method, path, { body, headers: { "if-match": "*" } });
    // A metric's code is free, so that its body is refused for another reason.
    expect(any.status).toBe(422);
  });

  test("that is missing is asked for after 404, 403 and 409", async () => {
    const approved = await claimIn(wire, database.db, world, "approved");
    const url = `/claims/${approved.id}`;
    expect((await wire.call(world.other.admin, "PATCH", url, { body: {} })).status).toBe(404);
    expect((await wire.call(world.auditor, "PATCH", url, { body: {} })).status).toBe(403);
    expect((await wire.call(world.incentivesAdmin, "PATCH", url, { body: {} })).status).toBe(409);
  });

  test("with the seen version lets a change through, and refuses the next with the same one", async () => {
    const { id, version } = await create();
    expect((await patch(id, `"${version}"`, { name: "First" })).status).toBe(200);
    const second = await patch(id, `"${version}"`, { name: "Second" });
    expect(second.status).toBe(412);
    expect(JSON.parse(second.text)).toMatchObject({ seen: version, version: version + 1 });
    expect((await wire.get(world.incentivesAdmin, `/claims/${id}`)).body.name).toBe("First");
    expect((await patch(id, "*", { name: "Third" })).status).toBe(200);
  });

  test("is asked of the part, not of the claim, when a part is changed", async () => {
    const of = firstOf(world);
    const { id } = await create();
    const made = await wire.post(
      of.actor,
      `/claims/${id}/invoices`,
      newInvoice(of, "10.00", await fileOf(database.db, of.actor)),
    );
    const url = `/claims/${id}/invoices/${made.body.id}`;
    const put = (tag: string) =>
      wire.call(of.actor, "PUT", url, { body: newInvoice(of, "20.00", null), headers: { "if-match": tag } });
    expect(made.headers["etag"]).toBe('"1"');
    expect((await put('"1"')).headers["etag"]).toBe('"2"');
    expect((await put('"1"')).status).toBe(412);
    const remove = (tag: string) => wire.call(of.actor, "DELETE", url, { headers: { "if-match": tag } });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(204);
    expect((await remove('"2"')).status).toBe(404);
  });

  const DECISIONS: readonly [string, Stage, unknown][] = [
    ["review", "submitted", {}],
    ["information-request", "under_review", { reasonCode: "evidence-missing", comment: "Please" }],
    ["approval", "under_review", {}],
    ["rejection", "under_review", { reasonCode: "evidence-missing" }],
  ];

  test.each(DECISIONS)("is accepted on a decision: %s", async (verb, stage, body) => {
    const { id, version } = await claimIn(wire, database.db, world, stage);
    const url = `/claims/${id}/${verb}`;
    const stale = await wire.post(world.reviewer, url, body, { "if-match": `"${version - 1}"` });
    expect(stale.status).toBe(412);
    expect((await wire.get(world.incentivesAdmin, `/claims/${id}`)).body).toMatchObject({ status: stage, version });
    const said = await wire.post(world.reviewer, url, body, { "if-match": `"${version}"` });
    expect(said.status).toBe(200);
    expect(said.headers["etag"]).toBe(`"${version + 1}"`);
  });

  test("is not asked for on a step", async () => {
    const { id } = await claimIn(wire, database.db, world, "under_review");
    expect((await wire.post(world.reviewer, `/claims/${id}/approval`)).status).toBe(200);
  });
});

describe("keeping answers", () => {
  test("no browser keeps one, and none is ever 'not modified': parts change without the version", async () => {
    const of = firstOf(world);
    const { id, version } = await create();
    const url = `/claims/${id}`;
    await wire.post(of.actor, `${url}/invoices`, newInvoice(of, "10.00", null));
    for (const tag of [`"${version}"`, `W/"${version}"`, "*"]) {
      const said = await wire.get(of.actor, url, { "if-none-match": tag });
      expect(said.status).toBe(200);
      expect(said.headers["etag"]).toBe(`"${version}"`);
      expect(said.headers["cache-control"]).toBe("no-store");
      expect(said.body.invoices).toHaveLength(1);
    }
    expect((await wire.get(world.other.admin, url, { "if-none-match": `"${version}"` })).status).toBe(404);
  });

  test("HEAD says what GET says, without the body", async () => {
    const { id } = await create();
    const get = await wire.get(world.incentivesAdmin, `/claims/${id}`);
    const head = await wire.call(world.incentivesAdmin, "HEAD", `/claims/${id}`);
    expect(head.status).toBe(200);
    expect(head.text).toBe("");
    expect(head.headers["etag"]).toBe(get.headers["etag"]);
    expect((await wire.call(world.other.admin, "HEAD", `/claims/${id}`)).status).toBe(404);
    expect((await wire.call(undefined, "HEAD", `/claims/${id}`)).status).toBe(401);
  });
});

const CERTIFICATION = {
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
