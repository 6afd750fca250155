import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, idText, newUuid } from "../../src/kernel/index.ts";
import { buildWorld, type World } from "../builders/world.ts";
import { useDatabase } from "../database/use-database.ts";
import { claimIn, type Stage } from "./claims.ts";
import { type Json, type Method, PROBLEM_TYPE, type Sending, useWire } from "./wire.ts";

// docs/api.md, "Order of checks": no session 401; not in scope or unknown 404; not allowed 403; wrong state 409; stale If-Match
// 412; body 422. Each request below has several faults at once; what is answered is the first in that order.

const database = useDatabase();
const wire = useWire(database);
let world: World;
const claims = new Map<Stage, Json>();

const STAGES: readonly Stage[] = [
  "editing",
  "submitted",
  "under_review",
  "action_required",
  "approved",
  "rejected",
  "cancelled",
];

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "50000.00" });
  for (const stage of STAGES) claims.set(stage, await claimIn(wire, database.db, world, stage));
});

const claimAt = (stage: Stage): Json => {
  const claim = claims.get(stage);
  if (!claim) throw new Error(`no claim is ${stage}`);
  return claim;
};

/** A step of a claim: who may take it, from where, and a body it refuses. */
interface Step {
  readonly method: Method;
  readonly path: (claim: Json) => string;
  readonly by: "partner" | "reviewer";
  readonly from: readonly Stage[];
  /** False where the resource that is asked for its version is not the claim itself. */
  readonly versioned?: false;
  /** What a 409 names as the states it would be possible in, where that is less than `from`. */
  readonly says?: readonly Stage[];
}

const step = (verb: string, by: Step["by"], from: readonly Stage[], more: Partial<Step> = {}): [string, Step] => [
  verb,
  { method: "POST", path: (claim) => `/claims/${claim.id}/${verb}`, by, from, ...more },
];
const OPEN: readonly Stage[] = ["editing", "action_required"];
const firstInvoice = (claim: Json) => `/claims/${claim.id}/invoices/${claim.invoices[0]?.id}`;
const firstDocument = (claim: Json) => `/claims/${claim.id}/documents/${claim.documents[0]?.id}`;

const STEPS: readonly [string, Step][] = [
  step("submission", "partner", OPEN),
  step("withdrawal", "partner", ["submitted"]),
  step("cancellation", "partner", ["editing"]),
  step("editing", "partner", ["action_required"]),
  step("review", "reviewer", ["submitted", "under_review"], { says: ["submitted"] }),
  step("information-request", "reviewer", ["submitted", "under_review"]),
  step("approval", "reviewer", ["under_review"]),
  step("rejection", "reviewer", ["under_review"]),
  step("metrics", "partner", OPEN, { method: "PUT" }),
  step("invoices", "partner", OPEN, { versioned: false }),
  step("documents", "partner", OPEN, { versioned: false }),
  step("certifications", "partner", OPEN, { versioned: false }),
  ["PATCH of the claim", { method: "PATCH", path: (claim) => `/claims/${claim.id}`, by: "partner", from: OPEN }],
  ["PUT of an invoice", { method: "PUT", path: firstInvoice, by: "partner", from: OPEN }],
  ["PATCH of a document", { method: "PATCH", path: firstDocument, by: "partner", from: OPEN }],
];

/** A body that nothing accepts, beside an If-Match that nothing has. */
const FAULTY: Sending = { body: { "no such field": [{}] }, headers: { "if-match": '"999"' } };
const BROKEN: Sending = { raw: '{"amountClaimed": ', headers: { "if-match": '"999"' } };
const NO_JSON: Sending = { raw: "<claim/>", headers: { "if-match": '"999"', "content-type": "application/xml" } };
const FINE_VERSION: Sending = { body: { "no such field": [{}] }, headers: { "if-match": "*" } };

const allowed = ({ by }: Step): Actor => (by === "partner" ? world.incentivesAdmin : world.reviewer);
const onlyReads = ({ by }: Step): Actor => (by === "partner" ? world.auditor : world.incentivesUser);
const expectProblem = (said: { status: number; headers: Record<string, unknown>; body: Json }, status: number) => {
  expect(said.headers["content-type"]).toBe(PROBLEM_TYPE);
  expect(said.body).toMatchObject({ status });
  expect(said.status).toBe(status);
};

describe.each(STEPS)("order of checks: %s", (_name, declared) => {
  const { method, path, from } = declared;
  const wrong = STAGES.filter((stage) => !from.includes(stage));
  const send = (actor: Actor | undefined, stage: Stage, sending: Sending) =>
    wire.call(actor, method, path(claimAt(stage)), sending);

  test.each([
    ["known", (claim: Json) => claim.id],
    ["unknown", () => idText("claim", newUuid())],
    ["malformed", () => "clm_nonsense"],
  ])("nobody signed in is 401 for a %s id, whatever else is wrong", async (_what, id) => {
    const claim = claimAt("approved");
    for (const sending of [FAULTY, BROKEN, NO_JSON]) {
      const said = await wire.call(undefined, method, path(claim).replace(claim.id, id(claim)), sending);
      expectProblem(said, 401);
    }
  });

  test("an unknown, a malformed and another partner's id are 404 with the same words, whatever else is wrong", async () => {
    const claim = claimAt("approved");
    const own = path(claim);
    const asked: [Actor, string][] = [
      [world.other.admin, own],
      [world.other.admin, own.replace(claim.id, idText("claim", newUuid()))],
      [allowed(declared), own.replace(claim.id, "clm_nonsense")],
      [allowed(declared), own.replace(claim.id, idText("claim", newUuid()))],
      [allowed(declared), own.replace(claim.id, claim.id.replace("clm_", "fnd_"))],
      [allowed(declared), own.replace(claim.id, "0".repeat(500))],
    ];
    const words = new Set<string>();
    for (const [actor, url] of asked) {
      for (const sending of [FAULTY, BROKEN, NO_JSON, {}]) {
        const said = await wire.call(actor, method, url, sending);
        expectProblem(said, 404);
        words.add(said.text);
      }
    }
    expect([...words]).toHaveLength(1);
  });

  test("who may see but not do it is 403 with the reason, before state, version and body", async () => {
    for (const stage of STAGES) {
      for (const sending of [FAULTY, BROKEN]) {
        const said = await send(onlyReads(declared), stage, sending);
        expectProblem(said, 403);
        expect(said.body.code).toBe("role-missing");
        expect(said.body.detail).not.toBe("");
      }
    }
  });

  test.skipIf(wrong.length === 0).each(wrong)("a claim that is %s is 409, before version and body", async (stage) => {
    for (const sending of [FAULTY, BROKEN]) {
      const said = await send(allowed(declared), stage, sending);
      expectProblem(said, 409);
      expect(said.body).toMatchObject({ code: "wrong-status" });
      const facts: unknown = JSON.parse(said.text);
      expect(facts).toMatchObject({ allowedFrom: declared.says ?? from });
      expect(facts).toMatchObject({ currentStatus: stage });
    }
  });

  test.skipIf(declared.versioned === false).each(from)(
    "a stale If-Match on a claim that is %s is 412, before the body",
    async (stage) => {
      for (const sending of [FAULTY, BROKEN]) {
        const said = await send(allowed(declared), stage, sending);
        expectProblem(said, 412);
        expect(said.body.code).toBe("stale-version");
      }
    },
  );

  test.each(from)("a body with an unknown field for a claim that is %s is 422 and names it", async (stage) => {
    const said = await send(allowed(declared), stage, FINE_VERSION);
    expectProblem(said, 422);
    expect(said.body.errors.map(({ field }) => field)).toContain("no such field");
  });

  test.each(from)("broken JSON for a claim that is %s is refused last, and changes nothing", async (stage) => {
    const look = async () => (await wire.get(world.incentivesAdmin, `/claims/${claimAt(stage).id}`)).text;
    const before = await look();
    const said = await send(allowed(declared), stage, { ...BROKEN, headers: { "if-match": "*" } });
    expectProblem(said, 400);
    expect(said.body.code).toBe("malformed-json");
    expect(await look()).toBe(before);
  });
});

describe("order of checks", () => {
  test("a decided claim says who decided, to both sides", async () => {
    for (const stage of ["approved", "rejected"] as const) {
      const said = await wire.post(world.reviewerTwo, `/claims/${claimAt(stage).id}/approval`);
      expectProblem(said, 409);
      expect(said.body.decidedBy.name).toBe("Rae Reviewer");
      expect(said.body.detail).toContain("Rae Reviewer");
      expect(JSON.parse(said.text)).toMatchObject({ code: "wrong-status", allowedFrom: ["under_review"] });
    }
    const partner = await wire.post(world.incentivesAdmin, `/claims/${claimAt("rejected").id}/withdrawal`);
    expect(partner.body.decidedBy.name).toBe("Rae Reviewer");
  });

  test("a part that the claim does not have is 404, also when the claim is locked or the actor only reads", async () => {
    for (const [kind, part] of [
      ["invoices", idText("invoice", newUuid())],
      ["documents", idText("document", newUuid())],
      ["certifications", idText("certification", newUuid())],
    ] as const) {
      for (const method of ["PUT", "PATCH", "DELETE"] as const) {
        if ((kind === "documents") === (method === "PUT")) continue;
        if (kind !== "documents" && method === "PATCH") continue;
        for (const [actor, stage] of [
          [world.incentivesAdmin, "editing"],
          [world.incentivesAdmin, "approved"],
          [world.auditor, "editing"],
        ] as const) {
          const said = await wire.call(actor, method, `/claims/${claimAt(stage).id}/${kind}/${part}`, FAULTY);
          expectProblem(said, 404);
        }
      }
    }
  });

  test("a fund of another partner, an unknown one and a malformed id are 404; a fund in sight is 403, then 422", async () => {
    const own = idText("fund", world.fund.id);
    for (const [actor, id] of [
      [world.other.admin, own],
      [world.finance, idText("fund", newUuid())],
      [world.finance, "fnd_x"],
      [world.incentivesAdmin, idText("fund", world.other.fund.id)],
    ] as const) {
      expectProblem(await wire.call(actor, "POST", `/funds/${id}/adjustments`, FAULTY), 404);
      expectProblem(await wire.get(actor, `/funds/${id}`), 404);
      expectProblem(await wire.get(actor, `/funds/${id}/statement`), 404);
    }
    expectProblem(await wire.call(world.incentivesAdmin, "POST", `/funds/${own}/adjustments`, BROKEN), 403);
    expectProblem(await wire.call(world.finance, "POST", `/funds/${own}/adjustments`, FAULTY), 422);
  });

  test("a review is 404 for another partner, 403 for its own partner, and its assignment is 412 before 422", async () => {
    const id = claimAt("under_review").id.replace("clm_", "rev_");
    for (const method of ["GET", "POST"] as const) {
      const url = `/reviews/${id}${method === "POST" ? "/assignment" : ""}`;
      const sending = method === "POST" ? FAULTY : {};
      expectProblem(await wire.call(world.other.admin, method, url, sending), 404);
      expectProblem(await wire.call(world.incentivesAdmin, method, url, sending), 403);
    }
    expectProblem(await wire.call(world.auditor, "POST", `/reviews/${id}/assignment`, FAULTY), 403);
    expectProblem(await wire.call(world.reviewer, "POST", `/reviews/${id}/assignment`, FAULTY), 412);
    expectProblem(await wire.call(world.reviewer, "POST", `/reviews/${id}/assignment`, FINE_VERSION), 422);
  });

  test("a claim at a location of another partner is 404, with the same words as at an unknown one", async () => {
    const at = (locationId: string) =>
      wire.post(world.incentivesAdmin, "/claims", {
        program: "coop",
        location: idText("location", locationId),
        usagePeriod: "FY27-H1",
        activityType: "digital-advertising",
        name: "Banners",
      });
    const foreign = await at(world.other.location.id);
    expectProblem(foreign, 404);
    expect((await at(newUuid())).text).toBe(foreign.text);
  });

  test("who may not create claims is 403 whatever the body", async () => {
    expectProblem(await wire.call(world.reviewer, "POST", "/claims", BROKEN), 403);
    expectProblem(await wire.call(undefined, "POST", "/claims", BROKEN), 401);
  });
});
