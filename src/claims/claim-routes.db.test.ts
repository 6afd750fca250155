import { beforeAll, describe, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { ACKNOWLEDGED, claimDesk, QUESTION } from "../../test/builders/claim-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, newUuid } from "../kernel/index.ts";
import { claimDecisionRoutes } from "./claim-decision-routes.ts";
import { claimRoutes } from "./claim-routes.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
const api: Api = useApi(database, [...claimRoutes(), ...claimDecisionRoutes()], () => desk.tick());
beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "40000.00" });
});

const path = (id: string, rest = "") => `/claims/${idText("claim", id)}${rest}`;
const usd = (amount: string) => ({ amount, currency: "USD" });
const show = async (actor: Actor, id: string) => (await api.get(actor, path(id))).body;
async function underReview(wish: Parameters<typeof desk.make>[0] = {}) {
  const id = await desk.make(wish);
  await desk.submit(id);
  await desk.open(id);
  return id;
}

describe("a claim as a resource", () => {
  test("tells the partner what happens next and by when, and what each line is worth", async () => {
    const id = await desk.make({ amount: "700.00", lines: ["600.00", "400.00"] });
    await desk.submit(id);
    const claim = await show(world.incentivesUser, id);
    expect(claim).toMatchObject({
      id: idText("claim", id),
      status: "submitted",
      face: { tone: "in-progress", label: "Submitted" },
      dueOn: "2026-11-25",
      dueAt: "2026-11-26T07:59:59Z",
      dueSide: "vendor",
      amountClaimed: usd("700.00"),
      amountApproved: null,
      amountReserved: usd("700.00"),
      activityTypeName: "Digital advertising",
      decision: null,
      informationRequest: null,
      metrics: { "results-summary": expect.anything() },
    });
    expect(claim["invoices"]).toMatchObject([
      {
        lines: [
          { lineAmount: usd("600.00"), eligibleAmount: usd("600.00"), approvedAmount: null, reasonCode: null },
          {
            lineAmount: usd("400.00"),
            eligibleAmount: usd("100.00"),
            approvedAmount: null,
            reasonCode: "amount-claimed",
          },
        ],
      },
    ]);
    expect(claim["documents"]).toHaveLength(2);
  });

  test("shows a request for information with its words, as long as it is open", async () => {
    const id = await underReview();
    await desk.ask(id);
    const asked = await show(world.incentivesUser, id);
    expect(asked["informationRequest"]).toMatchObject({
      ...QUESTION,
      by: "Rae Reviewer",
      reason: expect.stringMatching(/\w/),
      whatToDo: expect.stringMatching(/\w/),
    });
    expect(asked["face"]).toEqual({ tone: "needs-you", label: "Action required" });
    expect((await show(world.reviewer, id))["face"]).toEqual({ tone: "in-progress", label: "Waiting for the partner" });
    await desk.submit(id);
    expect((await show(world.incentivesUser, id))["informationRequest"]).toBeNull();
  });

  test("shows the approval: each line with its amount, and every reason in words", async () => {
    const id = await underReview({ amount: "1000.00", lines: ["600.00", "400.00"] });
    const [first = ""] = await desk.lines(id);
    const answer = await api.post(world.reviewer, path(id, "/approval"), {
      lines: [{ id: first, approvedAmount: usd("450.50"), reasonCode: "expense-ineligible" }],
      comment: "Thank you.",
    });
    expect(answer.status).toBe(200);
    const claim = await show(world.incentivesUser, id);
    expect(claim).toMatchObject({
      status: "approved",
      amountApproved: usd("850.50"),
      amountReserved: usd("0.00"),
      dueAt: null,
      dueOn: null,
      dueSide: null,
      decision: { kind: "approved", comment: "Thank you.", by: "Rae Reviewer" },
    });
    expect(claim["invoices"]).toMatchObject([
      {
        lines: [{ approvedAmount: usd("450.50"), reasonCode: "expense-ineligible" }, { approvedAmount: usd("400.00") }],
      },
    ]);
    expect(Object.keys(claim["reasons"] as object)).toEqual(["expense-ineligible"]);
  });

  test("shows the rejection with its reason in words and what can be done", async () => {
    const id = await underReview();
    await desk.reject(id);
    expect(await show(world.incentivesUser, id)).toMatchObject({
      status: "rejected",
      face: { tone: "refused" },
      decision: { kind: "rejected", reasonCode: "invoice-not-partner", by: "Rae Reviewer" },
      amountApproved: null,
    });
  });

  test("says for each step whether it is possible, and if not, why", async () => {
    const id = await desk.make({ bare: true });
    const { abilities } = await show(world.incentivesUser, id);
    expect(abilities).toMatchObject({
      edit: { allowed: true },
      cancel: { allowed: true },
      submit: { allowed: false, message: expect.stringMatching(/\w/) },
      withdraw: { allowed: false, reason: "wrong-status" },
      approve: { allowed: false, reason: "role-missing" },
    });
    const ready = await desk.make();
    expect((await show(world.incentivesUser, ready))["abilities"]).toMatchObject({ submit: { allowed: true } });
  });

  test("does not exist for another partner, nor for a colleague of another location", async () => {
    const id = await desk.make({ bare: true });
    const elsewhere = { role: "incentives-user", programId: null, locationId: newUuid() } as const;
    const colleague: Actor = { ...world.incentivesUser, grants: [elsewhere] };
    for (const actor of [world.other.admin, colleague]) expect((await api.get(actor, path(id))).status).toBe(404);
    expect((await api.get(world.incentivesUser, "/claims/clm_nonsense")).status).toBe(404);
  });
});

describe("the live checklist", () => {
  test("lists findings, what is asked, what must be confirmed, and each line with its cuts", async () => {
    const id = await desk.make({ amount: "700.00", lines: ["600.00", "400.00"] });
    const { body } = await api.get(world.incentivesUser, path(id, "/findings"));
    expect(body).toMatchObject({ proofTotal: usd("1000.00"), eligibleTotal: usd("700.00") });
    expect((body["acknowledgements"] as { code: string }[]).map(({ code }) => code)).toEqual(ACKNOWLEDGED);
    expect(body["lines"]).toMatchObject([
      { cuts: [] },
      {
        eligibleAmount: usd("100.00"),
        cuts: [{ rule: "amount.claimed", amount: usd("300.00"), reasonCode: "amount-claimed" }],
      },
    ]);
    expect((body["checklist"] as { code: string; state: string }[]).map(({ code, state }) => [code, state])).toEqual(
      expect.arrayContaining([
        ["ad-screenshot", "present"],
        ["landing-page-url", "present"],
        ["results-summary", "present"],
      ]),
    );
  });

  test("is the same for partner and reviewer, and the same that a submission is refused with", async () => {
    const id = await desk.make({ bare: true });
    const seen = async (actor: Actor) => (await api.get(actor, path(id, "/findings"))).body["findings"];
    const refused = await api.post(world.incentivesUser, path(id, "/submission"), { acknowledgements: ACKNOWLEDGED });
    expect([refused.status, refused.body["code"]]).toEqual([422, "rules-refused"]);
    expect(refused.body["findings"]).toEqual(await seen(world.incentivesUser));
    expect(await seen(world.reviewer)).toEqual(await seen(world.incentivesUser));
  });
});

describe("a decision that comes too late", () => {
  test("is refused with who decided, when, and how the claim stands", async () => {
    const id = await underReview();
    await desk.approve(id);
    const { decidedAt } = await desk.look(id);
    const late = await api.post(world.reviewerTwo, path(id, "/rejection"), { reasonCode: "invoice-duplicate" });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: "wrong-status",
      decidedBy: { name: "Rae Reviewer" },
      decidedAt: decidedAt?.toISOString(),
      currentStatus: "approved",
      detail: "Rae Reviewer has already decided: this claim is approved.",
    });
  });

  test("a reviewer may insist on deciding what he saw", async () => {
    const id = await underReview();
    const { version } = await desk.look(id);
    const decide = (seen: number) =>
      api.post(world.reviewer, path(id, "/approval"), { lines: [] }, { "if-match": `"${seen}"` });
    expect((await decide(version - 1)).status).toBe(412);
    expect((await decide(version)).status).toBe(200);
  });
});

describe("the list of claims", () => {
  const list = async (actor: Actor, query: string) => {
    const { body } = await api.get(actor, `/claims?${query}`);
    return { names: ((body["items"] ?? []) as { name: string }[]).map(({ name }) => name), ...body } as {
      names: string[];
      items: Record<string, unknown>[];
      nextCursor: string | null;
    };
  };
  beforeAll(async () => {
    await desk.make({ name: "List: small", amount: "10.00", bare: true });
    await desk.submit(await desk.make({ name: "List: 50% off_", amount: "500.00" }));
    await desk.submit(await desk.make({ name: "List: theirs", amount: "20.00", partner: world.other }), {
      by: world.other.admin,
    });
    await desk.cancel(await desk.make({ name: "List: gone", amount: "300.00", bare: true }));
  });

  test("shows each side what it may see, newest change first", async () => {
    expect((await list(world.incentivesUser, "q=List:")).names).toEqual([
      "List: gone",
      "List: 50% off_",
      "List: small",
    ]);
    expect((await list(world.reviewer, "q=List:")).names).toEqual([
      "List: gone",
      "List: theirs",
      "List: 50% off_",
      "List: small",
    ]);
    expect((await list(world.other.admin, "")).names).toEqual(["List: theirs"]);
  });

  test.each([
    ["status=submitted&q=List:", ["List: theirs", "List: 50% off_"]],
    ["status=editing,cancelled&q=List:", ["List: gone", "List: small"]],
    ["q=50%25%20off_", ["List: 50% off_"]],
    ["q=%25", ["List: 50% off_"]],
    ["q=List:&program=plans", []],
    ["q=List:&sort=amountClaimed", ["List: small", "List: theirs", "List: gone", "List: 50% off_"]],
    ["q=List:&dueBefore=2026-12-01T00:00:00Z", ["List: theirs", "List: 50% off_"]],
    ["q=List:&assignee=none&status=cancelled", ["List: gone"]],
    ["q=List:&assignee=me", []],
    ["q=List:&assignee=per_nonsense", []],
  ])("filters: %s", async (query, names) => {
    expect((await list(world.reviewer, query)).names).toEqual(names);
  });

  test("filters by location", async () => {
    const here = await list(world.reviewer, `q=List:&location=${idText("location", world.other.location.id)}`);
    expect(here.names).toEqual(["List: theirs"]);
  });

  test.each(["updatedAt", "-updatedAt", "dueAt", "-dueAt", "number", "amountClaimed", "-amountClaimed"])(
    "comes in pages, each claim once, sorted by %s, also where the value is missing",
    async (sort) => {
      const whole = await list(world.reviewer, `q=List:&sort=${sort}`);
      const names: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: Awaited<ReturnType<typeof list>> = await list(
          world.reviewer,
          `q=List:&sort=${sort}&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        names.push(...page.names);
        cursor = page.nextCursor;
      }
      expect(names).toEqual(whole.names);
      expect(names).toHaveLength(4);
    },
  );

  test("carries abilities only when they are asked for", async () => {
    const [plain] = (await list(world.incentivesUser, "limit=1")).items;
    const [able] = (await list(world.incentivesUser, "limit=1&include=abilities")).items;
    expect(plain).not.toHaveProperty("abilities");
    expect(able?.["abilities"]).toMatchObject({ comment: { allowed: true } });
  });

  test.each(["status=done", "sort=name", "limit=0", "cursor=x", "colour=red"])("refuses %s", async (query) => {
    expect((await api.get(world.reviewer, `/claims?${query}`)).status).toBe(422);
  });
});
