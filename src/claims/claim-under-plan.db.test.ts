import { beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { activityText, type MadePlan, planDesk } from "../../test/builders/plan-desk.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { loadEvidence } from "../evidence/index.ts";
import { type Actor, DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import { moneyOf } from "../money/index.ts";
import { claimResource } from "./claim-resource.ts";
import { createClaim } from "./create-claim.ts";

const database = useDatabase();
let world: World;
const claims = claimDesk(database, () => world);
const plans = planDesk(database, () => world);
const usd = (text: string) => moneyOf(text, "USD");
let partner: WorldPartner;
let plan: MadePlan;

beforeAll(async () => {
  world = await buildWorld(database.db);
  partner = await buildWorldPartner(database.db, world.program, "Planned Ltd");
  plan = await plans.make({ partner, budgets: ["3000.00", "500.00"], preApprovalId: "PA-7" });
});

type Body = ReturnType<Parameters<typeof createClaim>[2]>;
const create = (body: Body, actor: Actor = partner.admin, at = claims.tick()) =>
  claims.as(actor, (tx) => createClaim(tx, { actor, now: at }, () => body));
async function refusal(attempt: Promise<unknown>): Promise<DomainError> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
}

describe("a claim for an activity of a plan", () => {
  test("needs the activity only: what the plan knows is filled in", async () => {
    const claim = await create({ activity: activityText(plan.activity) });
    expect(claim).toMatchObject({
      programId: world.program.id,
      locationId: partner.location.id,
      fundId: partner.fund.id,
      usagePeriod: "FY27-H1",
      activityType: "digital-advertising",
      planActivityId: plan.activity,
      name: "Banners 1",
      // Today is after the campaign: its last day is the nearest.
      executionDate: "2026-10-31",
      amountClaimed: usd("3000.00"),
      preApprovalId: "PA-7",
      status: "editing",
      version: 1,
    });
  });

  test("says on its page and in lists which plan and which activity it proves", async () => {
    const claim = await create({ activity: activityText(plan.activity), name: "Named" });
    const shown = await claims.as(partner.admin, (tx) => claimResource(tx, partner.admin, claim, claims.tick()));
    expect(shown).toMatchObject({
      activity: activityText(plan.activity),
      plan: { name: "Autumn plan", number: expect.stringMatching(/^P-2026-/) },
      planActivity: { id: activityText(plan.activity), name: "Banners 1", campaign: "Autumn" },
      claimWindow: { from: "2026-08-16", to: "2027-02-15" },
    });
  });

  test("is for today while the campaign runs, and for its first day before", async () => {
    const days = async (at: string) =>
      (await create({ activity: activityText(plan.activity) }, partner.admin, new Date(at))).executionDate;
    expect(await days("2026-10-12T12:00:00Z")).toBe("2026-10-12");
    expect(await days("2026-09-20T12:00:00Z")).toBe("2026-10-01");
  });

  test("is for the days of the activity where these are fewer than the campaign's", async () => {
    const other = await buildWorldPartner(database.db, world.program, "Short Activity Ltd");
    const short = await plans.make({ partner: other, activityDays: ["2026-10-05", "2026-10-09"] });
    const claim = await create({ activity: activityText(short.activity) }, other.admin);
    expect(claim.executionDate).toBe("2026-10-09");
  });

  test("takes the expected reach over where the catalogue asks for it", async () => {
    const claim = await create({ activity: activityText(plan.activity) });
    const { metrics } = await claims.as(partner.admin, (tx) => loadEvidence(tx, claim.id));
    const asked = world.edition.document.activityTypes
      .find(({ code }) => code === "digital-advertising")
      ?.metrics.some(({ code }) => code === "estimated-reach");
    expect(metrics.get("estimated-reach")?.value).toBe(asked ? "20000" : undefined);
  });

  test.each([
    ["program", { program: "plans" }],
    ["location", { location: "00000000-0000-7000-8000-000000000000" }],
    ["activityType", { activityType: "vendor-syndicated-content" }],
  ] as const)("is refused when its %s contradicts the plan", async (field, said) => {
    const error = await refusal(create({ activity: activityText(plan.activity), ...said }));
    expect(error).toMatchObject({ kind: "invalid", errors: [{ field, code: "contradicts-plan" }] });
  });

  test("is refused in another currency, and for a day without a fund", async () => {
    const activity = activityText(plan.activity);
    expect(await refusal(create({ activity, amountClaimed: moneyOf("10.00", "EUR") }))).toMatchObject({
      errors: [{ field: "amountClaimed.currency", code: "currency-mismatch" }],
    });
    expect(await refusal(create({ activity, executionDate: "2027-03-01" }))).toMatchObject({
      errors: [{ field: "executionDate", code: "unknown-value" }],
    });
  });

  test.each(["editing", "submitted"] as const)("is refused while its plan is %s", async (upTo) => {
    const other = await buildWorldPartner(database.db, world.program, `Plan ${upTo} Ltd`);
    const made = await plans.make({ partner: other, upTo });
    expect(await refusal(create({ activity: activityText(made.activity) }, other.admin))).toMatchObject({
      code: "wrong-status",
      kind: "conflict",
      details: { status: upTo, allowedFrom: ["approved"] },
    });
  });

  test("does not know another partner's activity, nor one that is none", async () => {
    const foreign = await refusal(create({ activity: activityText(plan.activity) }, world.incentivesAdmin));
    const unknown = await refusal(create({ activity: "act_nonsense" }));
    expect([foreign, unknown]).toMatchObject([{ kind: "not-found" }, { kind: "not-found" }]);
    expect(foreign.message).toBe(unknown.message);
  });

  test("is not made by somebody without the right to claim there", async () => {
    expect(await refusal(create({ activity: activityText(plan.activity) }, world.reviewer))).toMatchObject({
      kind: "forbidden",
    });
  });

  test("keeps its activity in the plan: the database does not let go of it", async () => {
    await create({ activity: activityText(plan.activities[1] ?? "") });
    const gone = claims.as(SYSTEM_ACTOR, (tx) =>
      tx
        .deleteFrom("activity")
        .where("id", "=", plan.activities[1] ?? "")
        .execute(),
    );
    await expect(gone).rejects.toMatchObject({ constraint: "claim_plan_activity_id_partner_id_fkey" });
  });

  test("moves to the fund of the half-year its day lies in, as long as it was never submitted", async () => {
    const other = await buildWorldPartner(database.db, world.program, "Same Fund Ltd");
    const made = await plans.make({ partner: other });
    const claim = await create({ activity: activityText(made.activity) }, other.admin);
    const edited = await claims.edit(claim.id, { executionDate: "2026-10-03" }, { by: other.admin });
    expect([edited.fundId, edited.executionDate]).toEqual([other.fund.id, "2026-10-03"]);
    expect(
      await refusal(claims.edit(claim.id, { activityType: "vendor-syndicated-content" }, { by: other.admin })),
    ).toMatchObject({
      errors: [{ field: "activityType", code: "contradicts-plan" }],
    });
  });
});

describe("what may be claimed of an activity", () => {
  const finding = async (id: string, by: WorldPartner) =>
    (await refusal(claims.submit(id, { by: by.admin }))).findings?.filter(({ severity }) => severity === "blocks");

  test("is its budget, for all its claims together (9.30)", async () => {
    const own = await buildWorldPartner(database.db, world.program, "Budget Ltd");
    const { activity } = await plans.make({ partner: own, budgets: ["1000.00", "4000.00"] });
    const [first, second] = [
      await claims.make({ partner: own, activity, amount: "600.00" }),
      await claims.make({ partner: own, activity, amount: "400.01" }),
    ];
    await claims.submit(first, { by: own.admin });
    expect(await finding(second, own)).toMatchObject([
      { rule: "activity.budget-exceeded", field: "amountClaimed", found: "400.01", allowed: "400.00" },
    ]);
    await claims.edit(second, { amountClaimed: usd("400.00") }, { by: own.admin });
    await claims.submit(second, { by: own.admin });
    expect(await refusal(create({ activity: activityText(activity) }, own.admin))).toMatchObject({
      code: "budget-used",
    });
    await claims.open(first);
    await claims.reject(first);
    expect((await create({ activity: activityText(activity) }, own.admin)).amountClaimed).toEqual(usd("600.00"));
  });

  test("is at most what the limit of the plan leaves", async () => {
    const own = await buildWorldPartner(database.db, world.program, "Limit Ltd");
    const { activities } = await plans.make({ partner: own, budgets: ["1000.00", "1000.00"], approved: "1500.00" });
    const [one = "", two = ""] = activities;
    const first = await claims.make({ partner: own, activity: one, amount: "900.00" });
    const second = await claims.make({ partner: own, activity: two, amount: "600.01" });
    await claims.submit(first, { by: own.admin });
    expect(await finding(second, own)).toMatchObject([{ rule: "plan.limit-exceeded", allowed: "600.00" }]);
  });

  test.each([
    ["2026-09-30", "before"],
    ["2026-11-01", "after"],
  ])("is nothing for work of %s, the day %s the campaign", async (executionDate, side) => {
    const own = await buildWorldPartner(database.db, world.program, `Day ${side} Ltd`);
    const { activity } = await plans.make({ partner: own });
    const id = await claims.make({ partner: own, activity, executionDate });
    expect(await finding(id, own)).toMatchObject([{ rule: "date.outside-campaign", found: executionDate }]);
  });

  test.each(["2026-10-01", "2026-10-31"])(
    "is what was planned for work of %s, at an end of the campaign",
    async (executionDate) => {
      const own = await buildWorldPartner(database.db, world.program, `Day ${executionDate} Ltd`);
      const { activity } = await plans.make({ partner: own });
      const id = await claims.make({ partner: own, activity, executionDate });
      expect(await claims.submit(id, { by: own.admin })).toMatchObject({ status: "submitted" });
    },
  );
});

test("the books agree with all of that", async () => {
  for (const check of checks) expect(await claims.as(SYSTEM_ACTOR, (tx) => check.run(tx)), check.name).toEqual([]);
});
