import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildFund, buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { type EditionDocument, editionForYear, importEdition, publishEdition } from "../programs/index.ts";
import { claimRoutes } from "./claim-routes.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
const api: Api = useApi(database, claimRoutes(), () => WORLD_NOW);

beforeAll(async () => {
  world = await buildWorld(database.db);
  const plans = JSON.parse(
    readFileSync(new URL("../../programs/plans.json", import.meta.url), "utf8"),
  ) as EditionDocument;
  const command = { actor: SYSTEM_ACTOR, now: WORLD_NOW };
  await desk.as(SYSTEM_ACTOR, async (tx) =>
    publishEdition(tx, command, (await importEdition(tx, command, editionForYear(plans, "FY27"))).id),
  );
});

const body = (changes: Record<string, unknown> = {}) => ({
  program: "coop",
  location: idText("location", world.location.id),
  usagePeriod: "FY27-H1",
  activityType: "digital-advertising",
  name: "Autumn banners",
  executionDate: "2026-10-02",
  amountClaimed: { amount: "1000.00", currency: "USD" },
  ...changes,
});
const fieldsOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body["errors"] as { field: string; code: string }[] | undefined)?.map(({ field, code }) => [field, code]);

describe("creating a claim", () => {
  test("makes a draft with a number, judged by the edition of its usage period, and shows what is left of the fund", async () => {
    const made = await api.post(world.incentivesUser, "/claims", body());
    expect([made.status, made.headers["etag"]]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({
      number: expect.stringMatching(/^C-2026-\d{6}$/),
      status: "editing",
      version: 1,
      round: 0,
      program: "coop",
      usagePeriod: "FY27-H1",
      amountClaimed: { amount: "1000.00", currency: "USD" },
      amountReserved: { amount: "0.00", currency: "USD" },
      edition: { id: idText("edition", world.edition.id), programYear: "FY27", version: 1 },
      fund: {
        id: idText("fund", world.fund.id),
        remaining: { amount: "12000.00", currency: "USD" },
        expiresOn: "2027-02-15",
      },
      claimWindow: { from: "2026-08-16", to: "2027-02-15" },
      dueAt: null,
    });
  });

  test("needs only program, location, period, activity type and name: a draft may lack the rest", async () => {
    const { executionDate: _, amountClaimed: __, ...least } = body();
    const made = await api.post(world.incentivesAdmin, "/claims", least);
    expect([made.status, made.body["amountClaimed"], made.body["executionDate"]]).toEqual([201, null, null]);
  });

  test("keeps the id of a pre-approval, and takes an empty one for none", async () => {
    const made = await api.post(world.incentivesAdmin, "/claims", body({ preApprovalId: "PA-77" }));
    expect(made.body["preApprovalId"]).toBe("PA-77");
    const none = await api.post(world.incentivesAdmin, "/claims", body({ preApprovalId: "" }));
    expect(none.body["preApprovalId"]).toBeNull();
  });

  test.each<readonly [string, Record<string, unknown>, string, string]>([
    ["an activity type the program does not have", { activityType: "sky-writing" }, "activityType", "unknown-value"],
    ["a period without a fund", { usagePeriod: "FY27-H2" }, "usagePeriod", "unknown-value"],
    ["no period", { usagePeriod: undefined }, "usagePeriod", "unknown-value"],
    [
      "another currency than the fund's",
      { amountClaimed: { amount: "1.00", currency: "EUR" } },
      "amountClaimed.currency",
      "currency-mismatch",
    ],
    ["nothing claimed", { amountClaimed: { amount: "0.00", currency: "USD" } }, "amountClaimed.amount", "not-positive"],
    [
      "less than nothing",
      { amountClaimed: { amount: "-5.00", currency: "USD" } },
      "amountClaimed.amount",
      "not-positive",
    ],
    [
      "too many decimals",
      { amountClaimed: { amount: "1.001", currency: "USD" } },
      "amountClaimed.amount",
      "too-many-decimals",
    ],
    [
      "a huge amount",
      { amountClaimed: { amount: "9".repeat(30), currency: "USD" } },
      "amountClaimed.amount",
      "too-large",
    ],
    ["a date that is none", { executionDate: "2026-02-30" }, "executionDate", "not-a-date"],
    ["a field nobody knows", { amount: "5" }, "amount", "unknown-field"],
    ["no name", { name: "  " }, "name", "too-small"],
  ])("is refused with %s", async (_, changes, field, code) => {
    const answer = await api.post(world.incentivesAdmin, "/claims", body(changes));
    expect([answer.status, fieldsOf(answer)]).toEqual([422, [[field, code]]]);
  });

  test.each(["FY27-H1", undefined])(
    "in a program that pays for plans only, says so (period %s)",
    async (usagePeriod) => {
      const answer = await api.post(world.incentivesAdmin, "/claims", body({ program: "plans", usagePeriod }));
      expect([answer.status, answer.body["code"], fieldsOf(answer)]).toEqual([
        422,
        "plan-required",
        [["activity", "plan-required"]],
      ]);
    },
  );

  test("at another partner's location, or in a program nobody knows, finds nothing there", async () => {
    const foreign = body({ location: idText("location", world.other.location.id) });
    expect((await api.post(world.incentivesAdmin, "/claims", foreign)).status).toBe(404);
    expect((await api.post(world.incentivesAdmin, "/claims", body({ program: "none" }))).status).toBe(404);
  });

  test("with the activity of a plan that is not there, finds nothing, and does not make a claim without it", async () => {
    for (const program of ["coop", "plans"]) {
      const answer = await api.post(world.incentivesAdmin, "/claims", body({ program, activity: "act_nothing" }));
      expect([answer.status, answer.body["code"]]).toEqual([404, "not-found"]);
    }
  });

  test("where a location holds funds in two currencies, draws on the one of the amount", async () => {
    const { fund, location, admin } = world.other;
    const euros = await desk.as(SYSTEM_ACTOR, (tx) =>
      buildFund(tx, { locationId: location.id, programId: world.program.id, currency: "EUR" }, "500.00"),
    );
    const drawsOn = async (amountClaimed: unknown) => {
      const made = await api.post(admin, "/claims", body({ location: idText("location", location.id), amountClaimed }));
      return [made.status, (made.body["fund"] as { id: string }).id];
    };
    expect(await drawsOn({ amount: "100.00", currency: "EUR" })).toEqual([201, idText("fund", euros.id)]);
    expect(await drawsOn({ amount: "100.00", currency: "USD" })).toEqual([201, idText("fund", fund.id)]);
  });

  test("is for the partner's claimants: others are told why not, before anything is read", async () => {
    for (const actor of [world.reviewer, world.auditor, world.finance]) {
      const answer = await api.post(actor, "/claims", { nonsense: true });
      expect([answer.status, answer.body["code"]]).toEqual([403, "role-missing"]);
    }
  });
});

describe("changing a claim", () => {
  const path = (id: string) => `/claims/${idText("claim", id)}`;

  test("changes what is named, leaves the rest and makes the next version; null clears", async () => {
    const id = await desk.make({ bare: true });
    const changed = await api.patch(
      world.incentivesUser,
      path(id),
      { name: "Winter banners", executionDate: null },
      { "if-match": '"1"' },
    );
    expect([changed.status, changed.headers["etag"]]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({
      name: "Winter banners",
      executionDate: null,
      amountClaimed: { amount: "1000.00", currency: "USD" },
    });
  });

  test("naming nothing changes nothing", async () => {
    const id = await desk.make({ bare: true });
    const answer = await api.patch(world.incentivesAdmin, path(id), {});
    expect([answer.status, answer.headers["etag"]]).toEqual([200, '"1"']);
  });

  test("a stale edit is refused, and nothing is lost of what the other wrote", async () => {
    const id = await desk.make({ bare: true });
    await desk.edit(id, { name: "Quicker" });
    const late = await api.patch(world.incentivesAdmin, path(id), { name: "Slower" }, { "if-match": '"1"' });
    expect([late.status, late.body["code"]]).toEqual([412, "stale-version"]);
    expect((await desk.look(id)).name).toBe("Quicker");
  });

  test.each<readonly [Record<string, unknown>, string]>([
    [{ activityType: "sky-writing" }, "activityType"],
    [{ amountClaimed: { amount: "1.00", currency: "EUR" } }, "amountClaimed.currency"],
    [{ usagePeriod: "FY27-H2" }, "usagePeriod"],
    [{ status: "approved" }, "status"],
  ])("with %j is refused by field", async (change, field) => {
    const answer = await api.patch(world.incentivesAdmin, path(await desk.make({ bare: true })), change);
    expect([answer.status, fieldsOf(answer)?.[0]?.[0]]).toEqual([422, field]);
  });

  test("is refused while the vendor has it, and the refusal says what to do; the order of checks holds", async () => {
    const id = await desk.make();
    await desk.submit(id);
    const nonsense = { nonsense: true };
    const ask = (actor: World["reviewer"]) => api.patch(actor, path(id), nonsense, { "if-match": '"99"' });
    expect((await ask(world.other.admin)).status).toBe(404);
    expect((await ask(world.reviewer)).status).toBe(403);
    const locked = await ask(world.incentivesAdmin);
    expect([locked.status, locked.body["currentStatus"]]).toEqual([409, "submitted"]);
    expect(locked.body["detail"]).toContain("Withdraw it to change it.");
    await desk.withdraw(id);
    expect((await ask(world.incentivesAdmin)).status).toBe(412);
    expect((await api.patch(world.incentivesAdmin, path(id), nonsense)).status).toBe(422);
  });
});
