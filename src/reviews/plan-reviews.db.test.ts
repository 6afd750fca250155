import { beforeAll, describe, expect, test } from "vitest";
import { buildPerson } from "../../test/builders/identity.ts";
import { done, planIn, readyPlan, SECOND_HALF } from "../../test/builders/plans.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { claimIn } from "../../test/wire/claims.ts";
import { type Json, useWire } from "../../test/wire/wire.ts";
import { type Actor, idText } from "../kernel/index.ts";

const database = useDatabase();
const wire = useWire(database);
let world: World;
let plan: Json;

const review = (of: Json) => `/reviews/${of.id.replace(/^(pln|clm)_/, "rev_")}`;
const assign = (actor: Actor, of: Json, assignee: string | null, headers: Record<string, string> = {}) =>
  wire.post(actor, `${review(of)}/assignment`, { assignee }, headers);
const person = (actor: Actor) => idText("person", actor.personId);

interface Row {
  readonly kind: string;
  readonly subject: { readonly number: string };
  readonly risk: readonly { readonly code: string }[];
}
const queue = async (actor: Actor, query = "") =>
  done(await wire.get(actor, `/reviews?${query}`)).items as unknown as Row[];

beforeAll(async () => {
  world = await buildWorld(database.db);
  ({ plan } = await planIn(wire, database.db, world, "submitted"));
});

describe("the review queue", () => {
  test("lists plans beside claims, the most urgent first", async () => {
    const claim = await claimIn(wire, database.db, world, "submitted", "10.00");
    const rows = await queue(world.reviewer);
    expect(rows.map(({ kind, subject }) => [kind, subject.number])).toEqual([
      ["claim", claim.number],
      ["plan", plan.number],
    ]);
    expect(rows[1]).toMatchObject({
      amount: { amount: "1000.00", currency: "USD" },
      assignee: { name: "Rae Reviewer" },
      dueOn: "2026-12-07",
      face: { label: "Submitted" },
    });
    expect((await queue(world.reviewer, "kind=plan")).map(({ kind }) => kind)).toEqual(["plan"]);
    expect((await queue(world.reviewer, "sort=-amount")).map(({ kind }) => kind)).toEqual(["plan", "claim"]);
    expect((await queue(world.reviewer, "assignee=me")).map(({ kind }) => kind)).toEqual(["plan"]);
    expect((await queue(world.reviewer, "assignee=none")).map(({ kind }) => kind)).toEqual(["claim"]);
    expect((await queue(world.reviewer, `q=${plan.number}`)).map(({ kind }) => kind)).toEqual(["plan"]);
  });

  test("comes in pages across both kinds", async () => {
    const first = done(await wire.get(world.reviewer, "/reviews?limit=1"));
    const second = done(await wire.get(world.reviewer, `/reviews?limit=1&cursor=${first.nextCursor}`));
    const kinds = [...first.items, ...second.items].map((row) => (row as unknown as Row).kind);
    expect(kinds).toEqual(["claim", "plan"]);
  });

  test("warns when more is planned than the location ever earned, and when another plan has the same activities", async () => {
    const big = await planIn(wire, database.db, world, "submitted", { amount: "12000.01" });
    const twin = await planIn(wire, database.db, world, "submitted", { amount: "12000.01" });
    const risks = new Map(
      (await queue(world.reviewer)).map(({ subject, risk }) => [subject.number, risk.map(({ code }) => code)]),
    );
    expect(risks.get(big.plan.number)).toEqual(["plan-alike", "above-ever-earned"]);
    expect(risks.get(twin.plan.number)).toEqual(["plan-alike", "above-ever-earned"]);
    expect(risks.get(plan.number)).toEqual([]);
  });
});

describe("the review of a plan", () => {
  test("carries the plan, what the rules find, the reasons to choose from, and what comes next for this reviewer", async () => {
    const { body } = await wire.get(world.reviewer, review(plan));
    expect(body).toMatchObject({
      kind: "plan",
      claim: null,
      plan: { id: plan.id, abilities: { open: { allowed: true } }, campaigns: [{ name: "Autumn" }] },
      abilities: { assign: { allowed: true } },
      findings: [],
    });
    const next = (body as unknown as { next: string | null }).next;
    expect(next).toMatch(/^rev_/);
    // Plans of another reviewer are not offered as the next one; claims that nobody has are.
    const theirs = done(await wire.get(world.reviewerTwo, review(plan))) as unknown as { next: string | null };
    expect(done(await wire.get(world.reviewerTwo, `/reviews/${theirs.next?.slice(0)}`))).toMatchObject({
      kind: "claim",
    });
  });

  test("does not exist for a draft, and is nothing for the partner", async () => {
    const draft = await readyPlan(wire, database.db, world, SECOND_HALF);
    expect((await wire.get(world.reviewer, review(draft))).status).toBe(404);
    expect((await wire.get(world.incentivesAdmin, review(draft))).status).toBe(403);
    expect((await wire.get(world.other.admin, review(draft))).status).toBe(404);
  });
});

describe("who decides on a plan", () => {
  test("only the reviewer it names; another one takes it in hand first, and then it is his", async () => {
    const { plan: wanted } = await planIn(wire, database.db, world, "submitted");
    const path = `/plans/${wanted.id}/review`;
    const refused = await wire.post(world.reviewerTwo, path);
    expect([refused.status, refused.body.code]).toEqual([403, "not-your-review"]);
    const taken = done(await assign(world.reviewerTwo, wanted, "me", { "if-match": `"${wanted.version}"` }));
    expect(taken).toMatchObject({ assignee: { id: person(world.reviewerTwo) }, version: wanted.version + 1 });
    expect(done(await wire.post(world.reviewerTwo, path)).status).toBe("under_review");
    expect((await wire.post(world.reviewer, path)).body.code).toBe("not-your-review");
    const history = done(await wire.get(world.reviewer, `/plans/${wanted.id}/history`)).items;
    expect(history.map(({ type }) => type)).toContain("plan.reviewer-assigned");
  });

  test("a colleague can be given it, nobody else, and it is never without a reviewer", async () => {
    const auditor = await assign(world.reviewer, plan, person(world.auditor));
    expect([auditor.status, auditor.body.errors?.[0]?.code]).toEqual([422, "not-a-reviewer"]);
    const nobody = await assign(world.reviewer, plan, null);
    expect([nobody.status, nobody.body.errors?.[0]?.code]).toEqual([422, "reviewer-needed"]);
    expect((await assign(world.auditor, plan, "me")).status).toBe(403);
    const given = done(await assign(world.reviewer, plan, person(world.reviewerTwo)));
    expect(given).toMatchObject({ assignee: { name: "Robin Reviewer" } });
    done(await assign(world.reviewerTwo, plan, person(world.reviewer)));
  });

  test("of two who take it at the same moment, having seen the same version, one gets it", async () => {
    const { plan: wanted } = await planIn(wire, database.db, world, "submitted");
    const { actor: third } = await buildPerson(database.db, world.vendor, { name: "Third", roles: ["reviewer"] });
    const seen = { "if-match": `"${wanted.version}"` };
    const answers = await Promise.all([world.reviewerTwo, third].map((actor) => assign(actor, wanted, "me", seen)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  test("of two decisions at once, one wins and the other hears who decided", async () => {
    const { plan: wanted } = await planIn(wire, database.db, world, "under_review");
    const approval = { approvedAmount: { amount: "1000.00", currency: "USD" } };
    const both = await Promise.all([
      wire.post(world.reviewer, `/plans/${wanted.id}/approval`, approval),
      wire.post(world.reviewer, `/plans/${wanted.id}/rejection`, { reasonCode: "plan-activity-not-allowed" }),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: "wrong-status", decidedBy: { name: "Rae Reviewer" } });
    expect((await assign(world.reviewerTwo, wanted, "me")).body.code).toBe("wrong-status");
  });

  test("nobody of the partner decides, nor whoever made or sent the plan, whatever roles he holds", async () => {
    const { plan: wanted, of } = await planIn(wire, database.db, world, "submitted");
    const grants = [{ role: "reviewer", programId: null, locationId: null }] as const;
    const maker: Actor = { ...world.reviewer, personId: of.actor.personId, grants };
    const colleague: Actor = { ...world.reviewer, organisationId: of.actor.organisationId, grants };
    for (const verb of ["review", "approval", "rejection", "information-request"]) {
      expect((await wire.post(maker, `/plans/${wanted.id}/${verb}`)).body.code).toBe("own-plan");
      expect((await wire.post(colleague, `/plans/${wanted.id}/${verb}`)).body.code).toBe("own-organisation");
    }
  });
});
