import { beforeAll, expect, test } from "vitest";
import { buildPerson } from "../../test/builders/identity.ts";
import { done, PLAN_QUESTION, planIn } from "../../test/builders/plans.ts";
import { toldOfPlan } from "../../test/builders/told.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { idText } from "../kernel/index.ts";

const database = useDatabase();
const wire = useWire(database);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

const toldOf = (plan: string) => toldOfPlan(database.db, plan);

test("people are told of a plan from its submission to its approval: the named reviewer alone, then the partner's planners and the author", async () => {
  const { plan, of } = await planIn(wire, database.db, world, "editing");
  const home = { ...world.partner, id: of.actor.organisationId };
  await buildPerson(database.db, home, { name: "Bil Billing", roles: ["billing-admin"] });
  await buildPerson(database.db, home, { name: "Uma User", roles: ["incentives-user"] });
  const post = (actor: typeof of.actor, noun: string, body: unknown = {}) =>
    wire.post(actor, `/plans/${plan.id}/${noun}`, body);
  done(await post(of.actor, "submission"));
  done(await post(world.reviewer, "information-request", PLAN_QUESTION));
  done(await post(of.actor, "submission"));
  const review = plan.id.replace("pln_", "rev_");
  done(
    await wire.post(world.reviewer, `/reviews/${review}/assignment`, {
      assignee: idText("person", world.reviewerTwo.personId),
    }),
  );
  done(await post(world.reviewerTwo, "review"));
  done(await post(of.actor, "comments", { text: "Thank you for looking" }));
  done(await post(world.reviewerTwo, "approval", { approvedAmount: { amount: "1000.00", currency: "USD" } }));
  const partner = ["Bil Billing", "Ira Admin"];
  const { number } = plan;
  expect(await toldOf(plan.id)).toEqual([
    // Its reviewer by now is told of what came before as well: the events are worked off later than they happen.
    ["plan.submitted", `Plan ${number} was submitted again: Autumn plan`, ["Robin Reviewer"]],
    ["plan.information-requested", `Plan ${number} needs your answer: Autumn plan`, partner],
    ["plan.submitted", `Plan ${number} was submitted again: Autumn plan`, ["Robin Reviewer"]],
    ["plan.reviewer-assigned", `Plan ${number} is yours to review: Autumn plan`, ["Robin Reviewer"]],
    ["plan.commented", `New comment on plan ${number}: Autumn plan`, ["Robin Reviewer"]],
    ["plan.approved", `Plan ${number} was approved: Autumn plan`, partner],
  ]);
  const shown = done(await wire.get(of.actor, "/notifications")).items.map(({ subject }) => subject);
  expect(shown).toContainEqual({ type: "plan", id: plan.id });
});

test("a draft, its campaigns and a note for the own side are nobody's notice", async () => {
  const { plan, of } = await planIn(wire, database.db, world, "editing");
  done(await wire.post(of.actor, `/plans/${plan.id}/comments`, { text: "Ours", visibility: "own-side" }));
  expect(await toldOf(plan.id)).toEqual([]);
});
