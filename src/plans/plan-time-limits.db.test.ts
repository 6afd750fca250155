import { beforeAll, describe, expect, test } from "vitest";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { PLAN_QUESTION, PLAN_REFUSAL } from "../../test/builders/plans.ts";
import { buildWorldPartner, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { fundBalances } from "../funds/index.ts";
import { DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText } from "../money/index.ts";
import { events } from "../platform/events/index.ts";
import { closePlans } from "./close-plans.ts";
import { expirePlans } from "./expire-plans.ts";
import { openPlanReview } from "./open-plan-review.ts";
import { findPlan } from "./plan-store.ts";
import { rejectPlan } from "./reject-plan.ts";
import { requestPlanInformation } from "./request-plan-information.ts";
import { resumePlan } from "./resume-plan.ts";
import { submitPlan } from "./submit-plan.ts";

// T22 three years on: the coop program's year ends 2027-06-30 in Los Angeles time, 90 days later is 2027-09-28. What the
// clock does at these ends: the rows of rulebook 4.1 that nobody takes by hand.

const [, , committing] = MONEY_MODES;
if (!committing) throw new Error("there are four modes");
const LAST_MOMENT_OF_THE_YEAR = "2027-07-01T06:59:59Z";
const FIRST_AFTER_THE_YEAR = "2027-07-01T07:00:00Z";
const LAST_TO_SUBMIT_AGAIN = "2027-09-29T06:59:59Z";
const FIRST_TOO_LATE = "2027-09-29T07:00:00Z";
const LAST_TO_PROVE = "2027-04-01T06:59:59Z";
const FIRST_AFTER_PROOF = "2027-04-01T07:00:00Z";

const database = useDatabase();
const desk = modeDesk(database, committing);
const { plans, claims } = desk;
let partners = 0;

beforeAll(async () => {
  await desk.open();
});

/** A partner of its own for each plan: a location has one plan for a period. */
const anyPartner = (): Promise<WorldPartner> =>
  buildWorldPartner(database.db, desk.world.program, `Timely ${(partners += 1)} Ltd`);

interface Timed {
  readonly id: string;
  readonly partner: WorldPartner;
}

async function drafted(): Promise<Timed> {
  const partner = await anyPartner();
  const { id } = await plans.make({ partner, upTo: "editing" });
  return { id, partner };
}

const submit = ({ id, partner }: Timed, at: string) =>
  plans.take(partner.admin, (tx, command) => submitPlan(tx, command, id, () => ({})), new Date(at));
const ask = ({ id }: Timed, at: string) =>
  plans.take(
    desk.world.reviewer,
    (tx, command) => requestPlanInformation(tx, command, id, () => PLAN_QUESTION),
    new Date(at),
  );
const reject = async ({ id }: Timed, at: string) => {
  const { reviewer } = desk.world;
  await plans.take(reviewer, (tx, command) => openPlanReview(tx, command, id, () => undefined), new Date(at));
  await plans.take(reviewer, (tx, command) => rejectPlan(tx, command, id, () => PLAN_REFUSAL), new Date(at));
};
const resume = ({ id, partner }: Timed, at: string) =>
  plans.take(partner.admin, (tx, command) => resumePlan(tx, command, id, () => ({})), new Date(at));
const statusOf = async ({ id }: Timed) => (await claims.as(SYSTEM_ACTOR, (tx) => findPlan(tx, id)))?.status;

/** The rules that block an attempt; nothing when it succeeds. */
async function refusedBy(attempt: Promise<unknown>): Promise<string[]> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  if (!(error instanceof DomainError)) throw error;
  return error.findings?.filter(({ severity }) => severity === "blocks").map(({ rule }) => rule) ?? [error.code];
}

describe("T22, a plan is first submitted", () => {
  test("until the last second of the program year, in the zone of the program", async () => {
    const plan = await drafted();
    expect(await refusedBy(submit(plan, LAST_MOMENT_OF_THE_YEAR))).toEqual([]);
    expect(await statusOf(plan)).toBe("submitted");
  });

  test("not a second later, and the refusal names the rule", async () => {
    const plan = await drafted();
    expect(await refusedBy(submit(plan, FIRST_AFTER_THE_YEAR))).toContain("plan.after-program-year");
    expect(await statusOf(plan)).toBe("editing");
  });
});

describe("T22, a plan that was sent back is submitted again", () => {
  test.each([
    ["until the last second of the ninetieth day after the year", LAST_TO_SUBMIT_AGAIN, [], "submitted"],
    ["not a second later", FIRST_TOO_LATE, ["plan.after-resubmission"], "action_required"],
  ] as const)("%s", async (_, at, rules, status) => {
    const plan = await drafted();
    await submit(plan, LAST_MOMENT_OF_THE_YEAR);
    await ask(plan, "2027-09-20T12:00:00Z");
    expect(await refusedBy(submit(plan, at))).toEqual(rules);
    expect(await statusOf(plan)).toBe(status);
  });

  test("and its answer is due on the ninetieth day, however many days the request would give", async () => {
    const plan = await drafted();
    await submit(plan, LAST_MOMENT_OF_THE_YEAR);
    expect(await ask(plan, "2027-09-20T12:00:00Z")).toMatchObject({ dueOn: "2027-09-28", dueSide: "partner" });
  });

  test.each([
    ["a rejected one is taken back until then", LAST_TO_SUBMIT_AGAIN, [], "editing"],
    ["a rejected one stays rejected after that", FIRST_TOO_LATE, ["resubmission-over"], "rejected"],
  ] as const)("%s", async (_, at, codes, status) => {
    const plan = await drafted();
    await submit(plan, LAST_MOMENT_OF_THE_YEAR);
    await reject(plan, "2027-07-05T12:00:00Z");
    expect(await refusedBy(resume(plan, at))).toEqual(codes);
    expect(await statusOf(plan)).toBe(status);
  });
});

describe("the clock expires", () => {
  const expireAt = async (plan: Timed, at: string) => {
    await expirePlans(database.db, new Date(at));
    return statusOf(plan);
  };

  test("T22, a plan that was only drafted, when the program year has ended", async () => {
    const plan = await drafted();
    expect(await expireAt(plan, LAST_MOMENT_OF_THE_YEAR)).toBe("editing");
    expect(await expireAt(plan, FIRST_AFTER_THE_YEAR)).toBe("expired");
    const history = await claims.as(SYSTEM_ACTOR, (tx) => events.history(tx, "plan", plan.id));
    expect(history.at(-1)).toMatchObject({ type: "plan.expired", actorSide: "system", fromStatus: "editing" });
  });

  test("T22, a plan that was sent back and not submitted again, when the ninety days are over; late alone is no end", async () => {
    const plan = await drafted();
    await submit(plan, LAST_MOMENT_OF_THE_YEAR);
    await ask(plan, "2027-07-05T12:00:00Z");
    expect(await expireAt(plan, "2027-08-31T12:00:00Z")).toBe("action_required");
    expect(await expireAt(plan, LAST_TO_SUBMIT_AGAIN)).toBe("action_required");
    expect(await expireAt(plan, FIRST_TOO_LATE)).toBe("expired");
  });

  test("no plan that the vendor has", async () => {
    const plan = await drafted();
    await submit(plan, LAST_MOMENT_OF_THE_YEAR);
    expect(await expireAt(plan, "2028-12-31T12:00:00Z")).toBe("submitted");
  });

  test("a plan once, however often it comes by", async () => {
    const plan = await drafted();
    await expirePlans(database.db, new Date(FIRST_TOO_LATE));
    expect(await expirePlans(database.db, new Date(FIRST_TOO_LATE))).toBe(0);
    expect(await statusOf(plan)).toBe("expired");
  });
});

describe("the clock closes an approved plan", () => {
  const closeAt = async (plan: Timed, at: string) => {
    await closePlans(database.db, new Date(at));
    return statusOf(plan);
  };
  const moneyOf = async ({ partner }: Timed) => {
    const { committed, reserved, remaining } = await claims.as(SYSTEM_ACTOR, (tx) => fundBalances(tx, partner.fund));
    return [committed, reserved, remaining].map(amountText);
  };
  async function approved(): Promise<Timed & { readonly activity: string }> {
    const partner = await anyPartner();
    const { id, activity } = await plans.make({ partner });
    return { id, partner, activity };
  }

  test("when the last proof deadline of its period has passed, and what was not used goes back to the fund", async () => {
    const plan = await approved();
    expect(await moneyOf(plan)).toEqual(["3000.00", "0.00", "9000.00"]);
    expect(await closeAt(plan, LAST_TO_PROVE)).toBe("approved");
    expect(await closeAt(plan, FIRST_AFTER_PROOF)).toBe("closed");
    expect(await moneyOf(plan)).toEqual(["0.00", "0.00", "12000.00"]);
    const history = await claims.as(SYSTEM_ACTOR, (tx) => events.history(tx, "plan", plan.id));
    expect(history.at(-1)).toMatchObject({ type: "plan.closed", facts: { released: "3000.00", currency: "USD" } });
  });

  test("not while a claim under it waits for the vendor", async () => {
    const plan = await approved();
    const { partner, activity } = plan;
    const id = await claims.make({ partner, activity, amount: "800.00", executionDate: "2026-10-15" });
    await claims.submit(id, { by: partner.admin });
    expect(await closeAt(plan, FIRST_AFTER_PROOF)).toBe("approved");
    expect(await moneyOf(plan)).toEqual(["2200.00", "800.00", "9000.00"]);
  });
});
