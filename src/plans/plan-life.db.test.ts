import { beforeAll, describe, expect, test } from "vitest";
import { done, PLAN_QUESTION, PLAN_REFUSAL, type PlanStage, planIn } from "../../test/builders/plans.ts";
import { replayEveryDecision } from "../../test/builders/replayed.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";

// Rulebook 4.1, row by row: every step from every status, by the side that takes it. What is not in the table is refused.

const database = useDatabase();
const wire = useWire(database);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

const APPROVAL = { approvedAmount: { amount: "1000.00", currency: "USD" } };

/** A step of the wire: by whom, with what, and where it leads from each status it is allowed in. */
interface Step {
  readonly by: "partner" | "reviewer";
  readonly body?: unknown;
  readonly leads: Partial<Record<PlanStage, string>>;
}

const STEPS: Readonly<Record<string, Step>> = {
  submission: {
    by: "partner",
    leads: { editing: "submitted", action_required: "submitted", returned: "submitted" },
  },
  cancellation: { by: "partner", leads: { editing: "cancelled" } },
  editing: { by: "partner", leads: { action_required: "editing", rejected: "editing" } },
  // Opening what is open already is harmless.
  review: { by: "reviewer", leads: { submitted: "under_review", under_review: "under_review" } },
  "information-request": {
    by: "reviewer",
    body: PLAN_QUESTION,
    leads: { submitted: "action_required", under_review: "action_required" },
  },
  approval: { by: "reviewer", body: APPROVAL, leads: { under_review: "approved" } },
  rejection: { by: "reviewer", body: PLAN_REFUSAL, leads: { under_review: "rejected" } },
};
const STAGES: readonly PlanStage[] = [
  "editing",
  "submitted",
  "under_review",
  "action_required",
  "returned",
  "approved",
  "rejected",
  "cancelled",
];

describe.each(Object.entries(STEPS))("the step %s", (noun, { by, body = {}, leads }) => {
  test.each(STAGES)("of a plan that is %s", async (stage) => {
    const { plan, of } = await planIn(wire, database.db, world, stage);
    const actor = by === "partner" ? of.actor : world.reviewer;
    const said = await wire.post(actor, `/plans/${plan.id}/${noun}`, body);
    const after = done(await wire.get(actor, `/plans/${plan.id}`));
    const goal = leads[stage];
    if (goal === undefined) {
      expect([said.status, after.version]).toEqual([409, plan.version]);
      expect(["wrong-status", "already-submitted"]).toContain(said.body.code);
    } else {
      expect([said.status, said.text.slice(0, 200), after.status]).toEqual([200, said.text.slice(0, 200), goal]);
    }
  });

  test.each(STAGES.filter((stage) => leads[stage] !== undefined))(
    "of a plan that is %s is announced by its abilities, and by those of nobody else",
    async (stage) => {
      const { plan, of } = await planIn(wire, database.db, world, stage);
      const verb = VERBS[noun] ?? "";
      const [own, other] = by === "partner" ? [of.actor, world.reviewer] : [world.reviewer, of.actor];
      const abilities = async (actor: typeof own) => done(await wire.get(actor, `/plans/${plan.id}`)).abilities[verb];
      // The button "open" stays away once the review is open, though pressing it does no harm.
      expect((await abilities(own))?.allowed).toBe(stage !== "under_review" || noun !== "review");
      expect(await abilities(other)).toMatchObject({ allowed: false, reason: "role-missing" });
    },
  );
});

const VERBS: Readonly<Record<string, string>> = {
  submission: "submit",
  cancellation: "cancel",
  editing: "resume",
  review: "open",
  "information-request": "requestInformation",
  approval: "approve",
  rejection: "reject",
};

describe("side effects of the steps", () => {
  test("a submission starts the vendor's ten business days and counts the round; a second one counts on", async () => {
    const { plan, of } = await planIn(wire, database.db, world, "submitted");
    expect(plan).toMatchObject({
      round: 1,
      dueSide: "vendor",
      dueOn: "2026-12-07",
      submittedAt: "2026-11-23T12:00:00Z",
    });
    done(await wire.post(world.reviewer, `/plans/${plan.id}/information-request`, PLAN_QUESTION));
    const again = done(await wire.post(of.actor, `/plans/${plan.id}/submission`));
    expect(again).toMatchObject({ round: 2, dueSide: "vendor", informationRequest: null });
  });

  test("a request opens the plan, starts the partner's fourteen business days and says what is asked", async () => {
    const { plan } = await planIn(wire, database.db, world, "action_required");
    expect(plan).toMatchObject({
      dueSide: "partner",
      dueOn: "2026-12-11",
      informationRequest: {
        reasonCode: "plan-budget-unclear",
        reason: "The budget of the plan is not clear",
        comment: "What is the second flight for?",
        by: "Rae Reviewer",
      },
      abilities: { edit: { allowed: true }, submit: { allowed: true } },
    });
  });

  test("an answer that only comes late leaves the plan open, and it can still be submitted", async () => {
    const { plan, of } = await planIn(wire, database.db, world, "action_required");
    wire.clock = new Date("2027-02-01T12:00:00Z");
    try {
      expect(done(await wire.post(of.actor, `/plans/${plan.id}/submission`)).status).toBe("submitted");
    } finally {
      wire.clock = WORLD_NOW;
    }
  });

  test("a rejection says why and until when the plan may be changed and submitted again", async () => {
    const { plan, of } = await planIn(wire, database.db, world, "rejected");
    expect(plan).toMatchObject({
      decision: { kind: "rejected", reasonCode: "plan-activity-not-allowed", by: "Rae Reviewer" },
      dueSide: "partner",
      dueOn: "2027-09-28",
      resubmissionUntil: "2027-09-28",
    });
    const back = done(await wire.post(of.actor, `/plans/${plan.id}/editing`));
    expect(back).toMatchObject({ status: "editing", dueOn: "2027-09-28", decision: { kind: "rejected" } });
    const again = done(await wire.post(of.actor, `/plans/${plan.id}/submission`));
    expect(again).toMatchObject({ status: "submitted", round: 2, decision: null });
  });

  test("a cancelled plan leaves its place to another", async () => {
    const { plan, of } = await planIn(wire, database.db, world, "cancelled");
    const other = await planIn(wire, database.db, world, "editing", { of });
    expect(other.plan.id).not.toBe(plan.id);
  });

  test("everything that happened stands in the history with its words, for each side", async () => {
    const { plan, of } = await planIn(wire, database.db, world, "approved");
    done(await wire.post(world.reviewer, `/plans/${plan.id}/comments`, { text: "Ours", visibility: "own-side" }));
    const labels = async (actor: typeof of.actor) =>
      done(await wire.get(actor, `/plans/${plan.id}/history`)).items.map(
        (item) => (item as unknown as { label: string }).label,
      );
    const common = ["Created", "Campaign added", "Activity added", "Submitted", "Review opened", "Approved"];
    expect(await labels(of.actor)).toEqual(common);
    expect(await labels(world.reviewer)).toEqual([...common, "Note for the own side"]);
    const history = done(await wire.get(of.actor, `/plans/${plan.id}/history`)).items;
    expect(history[2]).toMatchObject({ about: "Banners on news sites", actor: { name: "Ira Admin", side: "partner" } });
    expect(history[5]).toMatchObject({ from: "under_review", to: "approved", amount: { amount: "1000.00" } });
  });
});

test("every decision on all these plans is judged again to the findings that were kept with it", async () => {
  const { plans } = await inTransaction(database.db, SYSTEM_ACTOR, replayEveryDecision);
  expect(plans).toBeGreaterThan(30);
});
