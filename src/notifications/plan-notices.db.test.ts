import { beforeAll, expect, test } from "vitest";
import { buildPerson } from "../../test/builders/identity.ts";
import { done, PLAN_QUESTION, planIn } from "../../test/builders/plans.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { personNames } from "../identity/index.ts";
import { idText, SYSTEM_ACTOR, uuidOf } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { announceEvent } from "./announce-event.ts";

const database = useDatabase();
const wire = useWire(database);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

/** Does what the worker does with the events of a plan. Who was told of what, in names. */
async function toldOf(planId: string): Promise<[type: string, title: string, people: string[]][]> {
  return inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
    const subject = uuidOf("plan", planId) ?? "";
    const events = await tx
      .selectFrom("event")
      .select(["id", "type"])
      .where("subject_id", "=", subject)
      .orderBy("recorded_at")
      .execute();
    for (const { id } of events) await announceEvent(tx, id, { now: WORLD_NOW, mails: false });
    const rows = await tx
      .selectFrom("notification")
      .selectAll()
      .where("subject_id", "=", subject)
      .orderBy("person_id")
      .execute();
    const names = await personNames(
      tx,
      rows.map((row) => row.person_id),
    );
    return events.flatMap(({ id, type }) => {
      const told = rows.filter((row) => row.event_id === id);
      return told.length === 0
        ? []
        : [[type, told[0]?.title ?? "", told.map((row) => names.get(row.person_id) ?? "?").sort()]];
    });
  });
}

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
