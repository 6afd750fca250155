import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { idText, newUuid } from "../../src/kernel/index.ts";
import { idParams, route } from "../../src/platform/http/index.ts";
import { buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { claimIn, firstOf, newClaim } from "./claims.ts";
import { type Json, type Method, PROBLEM_TYPE, type Said, useWire } from "./wire.ts";

// docs/api.md, "Problem details" and what is said of unknown paths and unknown keys.

const database = useDatabase();
const broken = [
  route({
    method: "GET",
    url: "/test/broken-query",
    tag: "tests",
    summary: "Asks the database what it does not know",
    response: z.unknown(),
    handle: ({ tx }) =>
      tx
        .selectFrom("no_such_table" as "claim")
        .selectAll()
        .execute(),
  }),
  route({
    method: "GET",
    url: "/test/broken-code/:id",
    tag: "tests",
    summary: "Fails in a way nobody thought of",
    params: idParams("claim"),
    response: z.unknown(),
    handle: () => Promise.reject(new TypeError("secret detail at /srv/app/secret.ts:12")),
  }),
  route({
    method: "GET",
    url: "/test/broken-answer",
    tag: "tests",
    summary: "Answers what its schema does not allow",
    response: z.object({ id: z.string() }),
    handle: () => Promise.resolve({ id: 4711 as unknown as string }),
  }),
];
const wire = useWire(database, broken);
let world: World;
let approved: Json;

beforeAll(async () => {
  world = await buildWorld(database.db);
  approved = await claimIn(wire, database.db, world, "approved");
});

function expectProblem(said: Said, status: number, code?: string): void {
  expect(said.status).toBe(status);
  expect(said.headers["content-type"]).toBe(PROBLEM_TYPE);
  const { type, title, detail } = said.body;
  expect(said.body.status).toBe(status);
  expect(said.body.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  if (code) expect(said.body.code).toBe(code);
  expect(type).toBe(`urn:fundproof:problem:${said.body.code}`);
  expect(title.length).toBeGreaterThan(3);
  expect(detail).toMatch(/^[A-Z"].*[.?]$/);
  expect(said.text).not.toMatch(/node_modules|\.ts:|\bat .*\(|select |postgres|stack/i);
}

describe("unknown paths", () => {
  test.each<[Method, string]>([
    ["GET", "/api"],
    ["GET", "/api/"],
    ["GET", "/api/v1"],
    ["GET", "/api/v1/"],
    ["GET", "/api/v1/no-such-thing"],
    ["GET", "/api/v2/claims"],
    ["POST", "/api/v1/me"],
    ["DELETE", "/api/v1/claims"],
    ["PUT", "/api/v1/nothing"],
    ["GET", "/v1.0/payouts/nothing"],
    ["GET", "/api/v1/claims/a/b/c/d"],
  ])("%s %s is 404 as JSON, also for a browser", async (method, path) => {
    for (const accept of ["text/html,application/xhtml+xml", "*/*", "application/json"]) {
      const said = await wire.root(world.incentivesAdmin, method, path, { headers: { accept } });
      expectProblem(said, 404, "unknown-path");
    }
  });

  test("the web page is for the rest only", async () => {
    const headers = { accept: "text/html" };
    expect((await wire.root(undefined, "GET", "/claims", { headers })).text).toContain("<!doctype html>");
    expectProblem(await wire.root(undefined, "GET", "/claims"), 404);
  });

  test("a route that is written with escapes is the same route and asks for a session", async () => {
    for (const path of ["/%61pi/v1/me", "/api/%76%31/claims", "/a%70i/v1/files"]) {
      for (const method of ["GET", "POST"] as const) {
        const said = await wire.root(undefined, method, path);
        expect([401, 404]).toContain(said.status);
        expectProblem(said, said.status);
      }
    }
  });

  test("an address that cannot be decoded, or is far too long, is an answer like any other", async () => {
    for (const path of ["/claims/%zz", "/claims/%c3%28", "/%", "/claims/%00"]) {
      const said = await wire.get(world.incentivesAdmin, path);
      expect([400, 404]).toContain(said.status);
      expectProblem(said, said.status);
    }
    expectProblem(await wire.get(world.incentivesAdmin, `/claims/${"x".repeat(9000)}`), 404, "not-found");
    expectProblem(await wire.get(undefined, `/claims/${"x".repeat(9000)}`), 401);
  });
});

describe("problems", () => {
  test("each kind has the same shape and content type", async () => {
    const { reviewer, incentivesAdmin } = world;
    const path = `/claims/${approved.id}`;
    const json = { "content-type": "application/json" };
    expectProblem(await wire.get(undefined, "/me"), 401, "not-signed-in");
    expectProblem(await wire.get(incentivesAdmin, `/claims/${idText("claim", newUuid())}`), 404, "not-found");
    expectProblem(await wire.post(reviewer, "/claims", {}), 403, "role-missing");
    expectProblem(await wire.post(reviewer, `${path}/approval`), 409, "wrong-status");
    expectProblem(await wire.get(incentivesAdmin, "/claims?limit=0"), 422, "invalid-query");
    expectProblem(await wire.post(incentivesAdmin, "/claims", {}), 422, "invalid-body");
    expectProblem(
      await wire.call(incentivesAdmin, "POST", "/claims", { raw: "{", headers: json }),
      400,
      "malformed-json",
    );
    expectProblem(
      await wire.call(incentivesAdmin, "POST", "/claims", { raw: "a=1", headers: { "content-type": "text/plain" } }),
      415,
      "not-json",
    );
    expectProblem(
      await wire.post(incentivesAdmin, "/claims", {}, { "idempotency-key": "x" }),
      400,
      "idempotency-key-invalid",
    );
    expectProblem(await wire.post(incentivesAdmin, "/claims", { name: "x".repeat(1_100_000) }), 413, "body-too-large");
    expectProblem(
      await wire.post(incentivesAdmin, "/claims", {}, { "sec-fetch-site": "cross-site" }),
      403,
      "cross-site",
    );
  });

  test("a body that JSON knows and we do not is 422 or 400, never worse", async () => {
    const raws = [
      "null",
      "[]",
      '"text"',
      "17",
      "true",
      '{"__proto__":{"a":1}}',
      '{"name":{"name":[]}}',
      "{}",
      "",
      "[".repeat(100_000),
    ];
    for (const raw of raws) {
      const said = await wire.call(world.incentivesAdmin, "POST", "/claims", { raw });
      expect([400, 422]).toContain(said.status);
      expectProblem(said, said.status);
    }
  });

  test("every fault of a body is listed with its field, code and words", async () => {
    const said = await wire.post(world.incentivesAdmin, "/claims", {
      program: 7,
      location: "loc_no",
      name: "  ",
      executionDate: "2026-02-30",
      amountClaimed: { amount: "1.234", currency: "USD", extra: 1 },
      colour: "red",
      constructor: "x",
    });
    expectProblem(said, 422, "invalid-body");
    const codes = Object.fromEntries(said.body.errors.map(({ field, code }) => [field, code]));
    expect(codes).toMatchObject({
      program: "invalid-type",
      location: "unknown-id",
      activityType: "required",
      name: "too-small",
      executionDate: "not-a-date",
      "amountClaimed.extra": "unknown-field",
      colour: "unknown-field",
      constructor: "unknown-field",
    });
    for (const { message } of said.body.errors) expect(message).toMatch(/^[A-Z]/);
  });

  test("a key nobody knows is refused by name, however deep", async () => {
    const deep = { description: "x", lineAmount: { amount: "1.00", currency: "USD" }, colour: "red" };
    const editing = await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world)));
    const said = await wire.post(world.incentivesAdmin, `/claims/${editing.body.id}/invoices`, { lines: [deep] });
    expectProblem(said, 422);
    expect(said.body.errors).toContainEqual({
      field: "lines[0].colour",
      code: "unknown-field",
      message: 'There is no field "colour" here.',
    });
  });

  test("a query nobody knows is refused by name", async () => {
    for (const path of [
      "/claims?colour=red",
      "/funds?Limit=2",
      "/partners?x",
      "/locations?a=1",
      "/programs?on=1",
      "/reviews?who=me",
      "/notifications?all=1",
    ]) {
      const said = await wire.get(path.startsWith("/reviews") ? world.reviewer : world.incentivesAdmin, path);
      expectProblem(said, 422, "invalid-query");
      expect(said.body.errors[0]?.code).toBe("unknown-field");
    }
  });

  test("text that no database keeps is refused, never an error of ours", async () => {
    const nul = "%00";
    for (const path of [
      `/claims?q=${nul}`,
      `/claims?program=${nul}`,
      `/claims?assignee=per_${nul}`,
      `/funds?usagePeriod=${nul}`,
      `/partners?q=a${nul}b`,
      `/locations?q=${nul}`,
      `/programs/${nul}`,
      `/programs/coop/editions/${nul}`,
    ]) {
      const said = await wire.get(world.incentivesAdmin, path);
      expect(said.status, path).toBeGreaterThanOrEqual(400);
      expect(said.status, path).toBeLessThan(500);
      expectProblem(said, said.status);
    }
    for (const change of [
      { usagePeriod: "\u0000" },
      { program: "a\u0000" },
      { activityType: "\u0000" },
      { preApprovalId: "\u0000x" },
      { usagePeriod: "\ud800" },
    ]) {
      const said = await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world), change));
      expect(said.status, JSON.stringify(change)).toBeLessThan(500);
    }
    const path = `/claims/${(await wire.post(world.incentivesAdmin, "/claims", newClaim(firstOf(world)))).body.id}`;
    const comment = await wire.post(world.incentivesAdmin, `${path}/comments`, {
      text: "a\u0000b",
      item: "inv_\u0000",
    });
    expect(comment.status).toBeLessThan(500);
    const metrics = { body: { "results-summary": "1\u00002" }, headers: { "if-match": "*" } };
    expect((await wire.call(world.incentivesAdmin, "PUT", `${path}/metrics`, metrics)).status).toBeLessThan(500);
    for (const body of [
      { reasonCode: "\u0000", amount: { amount: "1.00", currency: "USD" }, effectiveFor: "2026-11-01" },
    ]) {
      const said = await wire.post(world.finance, `/funds/${idText("fund", world.fund.id)}/adjustments`, body);
      expect(said.status).toBe(422);
    }
  });
});

describe("an error nobody thought of", () => {
  test.each(["/test/broken-query", `/test/broken-code/${idText("claim", newUuid())}`, "/test/broken-answer"])(
    "%s is a 500 that gives nothing away but a number to ask by",
    async (path) => {
      const said = await wire.get(world.incentivesAdmin, path);
      expectProblem(said, 500, "internal");
      expect(said.text).not.toMatch(/secret|no_such_table|4711|TypeError|relation/);
      expect(JSON.parse(said.text)).toMatchObject({ requestId: said.headers["x-request-id"] });
    },
  );

  test("every answer names its request", async () => {
    const ids = new Set<unknown>();
    for (const path of ["/me", "/nothing", "/claims?limit=x"]) {
      ids.add((await wire.get(world.incentivesAdmin, path)).headers["x-request-id"]);
    }
    expect(ids.size).toBe(3);
    expect([...ids].every((id) => typeof id === "string" && id.length > 20)).toBe(true);
  });
});
