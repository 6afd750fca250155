import { beforeAll, describe, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { createFile } from "../../test/builders/evidence.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText } from "../kernel/index.ts";
import { reviewRoutes } from "./review-routes.ts";

const database = useDatabase();
let world: World;
let now: Date | undefined;
const desk = claimDesk(database, () => world);
const api: Api = useApi(database, reviewRoutes(), () => now ?? desk.tick());

interface Row {
  readonly id: string;
  readonly version: number;
  readonly subject: { readonly name: string; readonly status: string };
  readonly assignee: { readonly name: string } | null;
  readonly overdue: boolean;
  readonly risk: readonly { readonly code: string; readonly message: string }[];
}
const review = (id: string, rest = "") => `/reviews/${idText("review", id)}${rest}`;
const assign = (actor: Actor, id: string, assignee?: string | null, headers?: Record<string, string>) =>
  api.post(actor, review(id, "/assignment"), assignee === undefined ? {} : { assignee }, headers);
async function queue(actor: Actor, query = ""): Promise<Row[]> {
  return (await api.get(actor, `/reviews?${query}`)).body["items"] as Row[];
}
const namesOf = async (actor: Actor, query = "") => (await queue(actor, query)).map(({ subject }) => subject.name);

const ids: Record<string, string> = {};
async function waiting(name: string, at: string, wish: Parameters<typeof desk.make>[0] = {}): Promise<string> {
  const id = await desk.make({ name, amount: "10.00", ...wish });
  await desk.submit(id, { at: new Date(at), ...(wish.partner ? { by: wish.partner.admin } : {}) });
  ids[name] = id;
  return id;
}

beforeAll(async () => {
  world = await buildWorld(database.db);
  const of = { actor: world.incentivesAdmin, partnerId: world.partner.id, claimIds: [] };
  const sha256 = "ab".repeat(32);
  const theirs = { actor: world.other.admin, partnerId: world.other.organisation.id, claimIds: [] };
  await waiting("Later", "2026-11-23T12:00:00Z", { amount: "2000.00" });
  await waiting("Late", "2026-11-16T12:00:00Z", { supplier: ["Twice Ltd", "T-1"] });
  await waiting("Theirs", "2026-11-18T12:00:00Z", {
    partner: world.other,
    supplier: ["TWICE LTD.", "T 1"],
    amount: "30.00",
    file: await createFile(database.db, theirs, sha256),
  });
  await waiting("Same file", "2026-11-19T12:00:00Z", {
    amount: "40.00",
    supplier: ["Copy Ltd", "1"],
    file: await createFile(database.db, of, sha256),
  });
  const asked = await waiting("Asked", "2026-11-20T12:00:00Z", { supplier: ["Alike Ltd", "1"] });
  await desk.ask(asked);
  await desk.make({ name: "Draft", amount: "10.00", supplier: ["Alike Ltd", "2"] });
  const decided = await waiting("Decided", "2026-11-20T12:00:00Z");
  await desk.open(decided);
  await desk.approve(decided);
  now = new Date("2026-11-23T13:00:00Z");
});

describe("the review queue", () => {
  test("holds what waits for the vendor, most urgent first: no drafts, nothing decided, nothing that waits for the partner", async () => {
    expect(await namesOf(world.reviewer)).toEqual(["Late", "Theirs", "Same file", "Later"]);
  });

  test("says what is overdue", async () => {
    expect((await queue(world.reviewer)).map(({ overdue }) => overdue)).toEqual([true, true, false, false]);
    expect(await namesOf(world.reviewer, "overdue=true")).toEqual(["Late", "Theirs"]);
    expect(await namesOf(world.reviewer, "overdue=false")).toEqual(["Same file", "Later"]);
  });

  test.each([
    ["sort=-amount&limit=1", ["Later"]],
    ["q=Other%20Partner", ["Theirs"]],
    ["q=same", ["Same file"]],
    ["q=%25", []],
    ["program=coop&status=submitted", ["Late", "Theirs", "Same file", "Later"]],
    ["program=plans", []],
    ["status=under_review", []],
    ["assignee=me", []],
    ["assignee=per_nonsense", []],
  ])("is narrowed by %s", async (query, names) => {
    expect(await namesOf(world.reviewer, query)).toEqual(names);
  });

  test("comes in pages", async () => {
    const first = await api.get(world.reviewer, "/reviews?limit=3");
    const cursor = String(first.body["nextCursor"]);
    expect(await namesOf(world.reviewer, `limit=3&cursor=${cursor}`)).toEqual(["Later"]);
  });

  test("is for the vendor: a reader sees it too, a partner has none", async () => {
    expect(await namesOf(world.auditor)).toHaveLength(4);
    const partner = await api.get(world.incentivesAdmin, "/reviews");
    expect([partner.status, partner.body["code"]]).toEqual([403, "role-missing"]);
  });

  test("holds for a reviewer only the programs he reviews", async () => {
    const elsewhere: Actor = {
      ...world.reviewer,
      grants: [{ role: "reviewer", programId: world.vendor.id, locationId: null }],
    };
    expect(await namesOf(elsewhere)).toEqual([]);
  });

  test("warns of what was claimed before, in words and never with another partner's data", async () => {
    const risks = Object.fromEntries(
      (await queue(world.reviewer)).map(({ subject, risk }) => [subject.name, risk.map(({ code }) => code)]),
    );
    expect(risks).toEqual({
      Late: ["invoice-seen-before"],
      Theirs: ["invoice-seen-before", "file-seen-before"],
      "Same file": ["file-seen-before"],
      Later: ["round-amount"],
    });
    const [late] = await queue(world.reviewer, "q=Late");
    expect(JSON.stringify(late?.risk)).not.toMatch(/Other Partner|clm_/);
  });

  test("says when something comes for the second time, and when only the number of an invoice differs", async () => {
    await desk.submit(ids["Asked"] ?? "", { at: new Date("2026-11-23T13:00:00Z") });
    const [again] = await queue(world.reviewer, "q=Asked");
    expect(again?.risk.map(({ code }) => code)).toEqual(["invoice-alike", "resubmitted"]);
  });
});

describe("one review", () => {
  test("carries the claim, the judgement of the rules, the reasons to choose from, and what comes next", async () => {
    const { status, body } = await api.get(world.reviewer, review(ids["Late"] ?? ""));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: "claim",
      claim: { id: idText("claim", ids["Late"] ?? ""), abilities: { open: { allowed: true } } },
      next: idText("review", ids["Theirs"] ?? ""),
      abilities: { assign: { allowed: true } },
    });
    expect((body["findings"] as { rule: string }[]).length).toBeGreaterThan(0);
    const reasons = body["reasonCodes"] as { code: string; usedFor: string[] }[];
    expect(reasons.filter(({ usedFor }) => usedFor.includes("cut")).length).toBeGreaterThan(3);
  });

  test("of a decided claim can still be read; of a draft there is none", async () => {
    const decided = await api.get(world.reviewer, review(ids["Decided"] ?? ""));
    expect(decided.body).toMatchObject({
      subject: { status: "approved" },
      abilities: { assign: { allowed: false, reason: "wrong-status" } },
    });
    expect((await api.get(world.reviewer, review(await desk.make()))).status).toBe(404);
  });

  test("is told to nobody of a partner", async () => {
    expect((await api.get(world.incentivesAdmin, review(ids["Late"] ?? ""))).status).toBe(403);
  });
});

describe("taking a review in hand", () => {
  test("shows colleagues who works on it; it can be given on and given back", async () => {
    const id = ids["Later"] ?? "";
    const mine = await assign(world.reviewer, id);
    expect([mine.status, mine.headers["etag"]]).toEqual([200, '"1"']);
    expect(await namesOf(world.reviewer, "assignee=me")).toEqual(["Later"]);
    expect(await namesOf(world.reviewerTwo, "assignee=me")).toEqual([]);
    const other = idText("person", world.reviewerTwo.personId);
    const given = await assign(world.reviewer, id, other, { "if-match": '"1"' });
    expect(given.body).toMatchObject({ assignee: { id: other, name: "Robin Reviewer" }, version: 2 });
    expect(await namesOf(world.reviewer, `assignee=${other}`)).toEqual(["Later"]);
    const back = await assign(world.reviewerTwo, id, null);
    expect(back.body).toMatchObject({ assignee: null, version: 3 });
    expect(await namesOf(world.reviewer, "assignee=none")).toContain("Later");
  });

  test("of two who take it at the same moment, seeing it free, one gets it", async () => {
    const id = await waiting("Wanted", "2026-11-23T12:00:00Z");
    const seen = { "if-match": '"0"' };
    const answers = await Promise.all([
      assign(world.reviewer, id, "me", seen),
      assign(world.reviewerTwo, id, "me", seen),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  test("what a colleague has in hand is not offered as the next one", async () => {
    await assign(world.reviewerTwo, ids["Theirs"] ?? "");
    const next = async (actor: Actor) => (await api.get(actor, review(ids["Late"] ?? ""))).body["next"];
    expect(await next(world.reviewer)).toBe(idText("review", ids["Same file"] ?? ""));
    expect(await next(world.reviewerTwo)).toBe(idText("review", ids["Theirs"] ?? ""));
  });

  test("keeps nobody else from deciding", async () => {
    const id = await waiting("In hand", "2026-11-23T12:00:00Z");
    await assign(world.reviewer, id);
    await desk.open(id, { by: world.reviewerTwo });
    expect((await desk.approve(id, [], { by: world.reviewerTwo })).status).toBe("approved");
  });

  test("is for reviewers: others are told why not, and only a reviewer can be given one", async () => {
    const id = ids["Late"] ?? "";
    expect((await assign(world.auditor, id)).status).toBe(403);
    const { person } = await buildPerson(database.db, world.vendor, { roles: ["auditor"] });
    for (const somebody of [person.id, world.incentivesAdmin.personId]) {
      const answer = await assign(world.reviewer, id, idText("person", somebody));
      expect([answer.status, answer.body["errors"]]).toMatchObject([
        422,
        [{ field: "assignee", code: "not-a-reviewer" }],
      ]);
    }
  });

  test("is refused for a decided claim, and for one that was never sent", async () => {
    const decided = await assign(world.reviewer, ids["Decided"] ?? "");
    expect([decided.status, decided.body["currentStatus"]]).toEqual([409, "approved"]);
    expect((await assign(world.reviewer, await desk.make({ bare: true }))).status).toBe(404);
  });
});
