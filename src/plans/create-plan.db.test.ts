import { beforeAll, describe, expect, test } from "vitest";
import { buildPerson } from "../../test/builders/identity.ts";
import { done, emailOf, firstPlanner, freshPlanner, newPlan, planIn, readyPlan } from "../../test/builders/plans.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Said, useWire } from "../../test/wire/wire.ts";
import { enrollLocation } from "../enrollments/index.ts";
import { createLocation } from "../identity/index.ts";
import { type Actor, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";

const database = useDatabase();
const wire = useWire(database);
let world: World;
let email: string;

beforeAll(async () => {
  world = await buildWorld(database.db);
  email = await emailOf(database.db, world.reviewer);
});

const create = async (changes: Record<string, unknown> = {}, actor?: Actor): Promise<Said> => {
  const of = firstPlanner(world);
  return wire.post(actor ?? of.actor, "/plans", newPlan(of, email, changes));
};

/** Status, code, and the refused field with its code. */
const refusal = ({ status, body }: Said) => [status, body.code, body.errors?.[0]?.field, body.errors?.[0]?.code];

describe("a new plan", () => {
  test("begins in editing with its number, its reviewer and the days it has", async () => {
    const of = await freshPlanner(database.db, world);
    const said = await wire.post(of.actor, "/plans", newPlan(of, ` ${email.toUpperCase()} `));
    expect([said.status, said.headers["etag"]]).toEqual([201, '"1"']);
    expect(said.body).toMatchObject({
      status: "editing",
      face: { label: "Editing" },
      period: { code: "FY27-H1", from: "2026-07-01", to: "2026-12-31" },
      fundTypeName: "Co-op fund",
      plannedAmount: { amount: "0.00", currency: "USD" },
      approvedAmount: null,
      money: null,
      reviewer: { id: idText("person", world.reviewer.personId), name: "Rae Reviewer" },
      planMode: "optional",
      poeTiming: "before-payment",
      firstSubmissionUntil: "2027-06-30",
      resubmissionUntil: "2027-09-28",
      dueSide: "partner",
      dueOn: "2027-06-30",
      edition: { programYear: "FY27" },
      funds: [
        {
          usagePeriod: "FY27-H1",
          remaining: { amount: "12000.00" },
          expiresOn: "2027-02-15",
          proofDeadline: "2027-03-31",
        },
      ],
      campaigns: [],
      abilities: { edit: { allowed: true }, submit: { allowed: false }, cancel: { allowed: true } },
    });
    expect(said.body.number).toMatch(/^P-2026-\d{6}$/);
  });

  test("may be for the other half of the program year, though it has not begun", async () => {
    const of = await freshPlanner(database.db, world);
    const said = await wire.post(of.actor, "/plans", newPlan(of, email, { period: "FY27-H2" }));
    expect(said.body).toMatchObject({ period: { code: "FY27-H2", from: "2027-01-01" }, funds: [] });
  });

  test.each([
    [{ program: "plans" }, [404, "not-found", undefined, undefined]],
    [{ location: idText("location", newUuid()) }, [404, "not-found", undefined, undefined]],
    [{ fundType: "market-development" }, [422, "invalid-body", "fundType", "unknown-value"]],
    [{ period: "FY27" }, [422, "invalid-body", "period", "wrong-kind"]],
    [{ period: "FY27-Q1" }, [422, "invalid-body", "period", "wrong-kind"]],
    [{ period: "FY31-H1" }, [422, "invalid-body", "period", "unknown-value"]],
    [{ period: "soon" }, [422, "invalid-body", "period", "unknown-value"]],
    [{ period: "FY26-H2" }, [422, "invalid-body", "period", "program-year-over"]],
    [{ currency: "CHF" }, [422, "invalid-body", "currency", "unknown-value"]],
    [{ currency: "usd" }, [422, "invalid-body", "currency", "invalid-format"]],
    [{ name: " " }, [422, "invalid-body", "name", "too-small"]],
    [{ name: "x".repeat(121) }, [422, "invalid-body", "name", "too-big"]],
    [{ reviewerEmail: "nonsense" }, [422, "invalid-body", "reviewerEmail", "invalid-format"]],
    [{ budget: "1.00" }, [422, "invalid-body", "budget", "unknown-field"]],
  ])("with %j is refused by field", async (changes, expected) => {
    const of = await freshPlanner(database.db, world);
    const said = await wire.post(of.actor, "/plans", newPlan(of, email, changes));
    expect(refusal(said)).toEqual(expected);
  });

  test("is refused for a location that is not enrolled in the program year", async () => {
    const place = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      createLocation(
        tx,
        { actor: SYSTEM_ACTOR, now: WORLD_NOW },
        {
          partnerId: world.partner.id,
          partnerNumber: "not-enrolled",
          name: "York",
          country: "GB",
        },
      ),
    );
    const where = { location: idText("location", place.id) };
    expect(refusal(await create(where))).toEqual([422, "invalid-body", "location", "not-enrolled"]);
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      enrollLocation(
        tx,
        { actor: SYSTEM_ACTOR, now: WORLD_NOW },
        { locationId: place.id, programId: world.program.id, programYear: "FY27", payoutReady: true },
      ),
    );
    expect((await create(where)).status).toBe(201);
  });

  test.each([
    ["2027-06-30T23:00:00-07:00", 201],
    ["2027-07-01T00:30:00-07:00", 422],
  ])(
    "on %s, by the program's own clock, is answered %i: it must be created by the last day of the program year",
    async (at, status) => {
      const of = await freshPlanner(database.db, world);
      wire.clock = new Date(at);
      try {
        expect((await wire.post(of.actor, "/plans", newPlan(of, email))).status).toBe(status);
      } finally {
        wire.clock = WORLD_NOW;
      }
    },
  );
});

describe("the reviewer of a new plan", () => {
  test("must review plans of this program at the vendor; every other address gets the same words, known or not", async () => {
    const { db } = database;
    const elsewhere = await buildPerson(db, world.vendor, {
      roles: [{ role: "reviewer", programId: await otherProgram() }],
    });
    const addresses = [
      "nobody@vendor.example",
      await emailOf(db, world.finance),
      await emailOf(db, world.other.admin),
      await emailOf(db, world.incentivesAdmin),
      elsewhere.person.email,
    ];
    const answers = new Set<string>();
    for (const reviewerEmail of addresses) {
      const said = await create({ reviewerEmail });
      expect(refusal(said)).toEqual([422, "invalid-body", "reviewerEmail", "not-a-reviewer"]);
      answers.add(said.text);
    }
    expect(answers.size).toBe(1);
  });

  async function otherProgram(): Promise<string> {
    const id = newUuid();
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx
        .insertInto("program")
        .values({
          id,
          code: "other",
          name: "Other",
          kind: ["co-op"],
          open_enrollment: true,
          created_at: WORLD_NOW,
          created_by: SYSTEM_ACTOR.personId,
        })
        .execute(),
    );
    return id;
  }
});

describe("a second plan for the same location, program, fund type and period", () => {
  test("is refused with the first one, so that a person gets there by a link (T23)", async () => {
    const { plan, of } = await planIn(wire, database.db, world, "submitted");
    const said = await wire.post(of.actor, "/plans", newPlan(of, email, { name: "Again" }));
    expect(said.status).toBe(409);
    expect(said.body).toMatchObject({
      code: "plan-exists",
      plan: plan.id,
      number: plan.number,
      currentStatus: "submitted",
    });
    expect(said.body.detail).toContain(plan.number);
  });

  test("is refused to one of two who create it at once", async () => {
    for (let round = 0; round < 3; round += 1) {
      const of = await freshPlanner(database.db, world);
      const both = await Promise.all(
        ["One", "Two"].map((name) => wire.post(of.actor, "/plans", newPlan(of, email, { name }))),
      );
      expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
      const [won, lost] = both[0]?.status === 201 ? both : [both[1], both[0]];
      expect(lost?.body).toMatchObject({ code: "plan-exists", plan: won?.body.id });
      expect(done(await wire.get(of.actor, "/plans")).items).toHaveLength(1);
    }
  });
});

describe("who plans", () => {
  test("a plan of another partner is unknown in every address and in every body", async () => {
    const plan = await readyPlan(wire, database.db, world, { of: await freshPlanner(database.db, world) });
    const parts = plan as unknown as { campaigns: { id: string; activities: { id: string }[] }[] };
    const campaign = parts.campaigns[0]?.id;
    const activity = parts.campaigns[0]?.activities[0]?.id;
    const stranger = world.other.admin;
    for (const path of [
      `/plans/${plan.id}`,
      `/plans/${plan.id}/findings`,
      `/plans/${plan.id}/history`,
      `/campaigns/${campaign}`,
      `/activities/${activity}`,
    ])
      expect((await wire.get(stranger, path)).status, path).toBe(404);
    for (const path of [
      `/plans/${plan.id}/submission`,
      `/plans/${plan.id}/campaigns`,
      `/campaigns/${campaign}/activities`,
    ])
      expect((await wire.post(stranger, path, { nonsense: 1 })).status, path).toBe(404);
    expect(refusal(await create({ nonsense: 1 }, stranger))).toEqual([404, "not-found", undefined, undefined]);
    expect(done(await wire.get(stranger, "/plans")).items).toEqual([]);
  });

  test("an incentives user sees plans and makes none", async () => {
    expect(refusal(await create({}, world.incentivesUser))).toEqual([403, "role-missing", undefined, undefined]);
    expect((await wire.get(world.incentivesUser, "/plans")).status).toBe(200);
  });
});
