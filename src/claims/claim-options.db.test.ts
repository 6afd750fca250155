import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildPartner, buildPerson } from "../../test/builders/identity.ts";
import { buildFund, buildWorld, buildWorldPartner, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { claimOptionRoutes } from "./index.ts";

const database = useDatabase();
let now = WORLD_NOW;
const api = useApi(database, claimOptionRoutes(), () => now);
let world: World;
const desk = claimDesk(database, () => world);

interface Activity {
  readonly code: string;
  readonly most: { amount: string; currency: string };
  readonly limitedBy: string;
  readonly caps: { limit: { amount: string } | null; used: { amount: string }; left: { amount: string } | null }[];
}
interface Option {
  readonly fund: { id: string; expiresOn: string; remaining: { amount: string } };
  readonly claimable: { allowed: boolean; reason?: string };
  readonly proofDeadline: string;
  readonly edition: { programYear: string };
  readonly activities: Activity[];
}

beforeAll(async () => {
  world = await buildWorld(database.db);
});
beforeEach(() => {
  now = WORLD_NOW;
});

const options = async (actor: Actor = world.incentivesUser, query = ""): Promise<Option[]> =>
  (await api.get(actor, `/claim-options${query}`)).body["items"] as Option[];
const first = async (actor?: Actor, query?: string): Promise<Option> => {
  const [option] = await options(actor, query);
  if (!option) throw new Error("no fund in sight");
  return option;
};
const activity = (option: Option, code: string): Activity => {
  const found = option.activities.find((each) => each.code === code);
  if (!found) throw new Error(`no activity ${code}`);
  return found;
};

describe("what may be claimed from a fund", () => {
  test("every activity of the edition that judges it, up to the balance or what a cap leaves", async () => {
    const option = await first();
    expect(option).toMatchObject({
      fund: { id: idText("fund", world.fund.id), expiresOn: "2027-02-15" },
      claimable: { allowed: true },
      edition: { programYear: "FY27" },
      proofDeadline: "2027-03-31",
    });
    expect(option.activities).toHaveLength(25);
    expect(activity(option, "digital-advertising")).toMatchObject({
      most: { amount: "12000.00" },
      limitedBy: "balance",
    });
    expect(activity(option, "customer-offers")).toMatchObject({ most: { amount: "3000.00" }, limitedBy: "cap" });
  });

  test("what was approved in the usage period is taken off the cap, what only waits is taken off the balance", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Capped Partner Ltd", "40000.00");
    const type = { activityType: "vendor-syndicated-content", partner } as const;
    const id = await desk.make({ ...type, amount: "12000.00" });
    await desk.submit(id, { by: partner.admin });
    await desk.open(id);
    await desk.approve(id);
    const waiting = await desk.make({ ...type, amount: "1000.00" });
    await desk.submit(waiting, { by: partner.admin });
    const option = await first(partner.admin);
    expect(option.fund.remaining.amount).toBe("27000.00");
    expect(activity(option, "vendor-syndicated-content")).toMatchObject({
      most: { amount: "6750.00" },
      caps: [{ limit: { amount: "18750.00" }, used: { amount: "12000.00" }, left: { amount: "6750.00" } }],
    });
    expect(activity(await first(), "vendor-syndicated-content").caps[0]?.used.amount).toBe("0.00");
  });

  test("why nothing can be claimed today: each obstacle by its code", async () => {
    const reason = async (actor?: Actor) => (await first(actor)).claimable.reason;
    now = new Date("2026-08-15T12:00:00Z");
    expect(await reason()).toBe("window-not-open");
    // Midnight of the last day has passed in Greenwich and in Los Angeles, and not yet everywhere.
    now = new Date("2027-02-16T09:00:00Z");
    expect(await reason()).toBe("window-closed");
    now = WORLD_NOW;
    expect(await reason(world.auditor)).toBe("role-missing");
    const unpaid = await buildWorldPartner(database.db, world.program, "Unpaid Ltd", "10.00", { payoutReady: false });
    expect(await reason(unpaid.admin)).toBe("payout-data-missing");
    const poor = await buildWorldPartner(database.db, world.program, "Poor Ltd", "10.00");
    const missed = async () => {
      await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
        tx.updateTable("fund").set({ qualified: false, qualified_at: now }).where("id", "=", poor.fund.id).execute(),
      );
      return reason(poor.admin);
    };
    expect(await missed()).toBe("below-threshold");
  });

  test("a location that holds money but is not enrolled, and one that has nothing left", async () => {
    const { partner, locations } = await buildPartner(database.db, { legalName: "Not Enrolled Ltd" });
    const { actor } = await buildPerson(database.db, partner, { roles: ["incentives-admin"] });
    const where = { locationId: locations[0].id, programId: world.program.id, currency: "JPY" };
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) => buildFund(tx, where, "98000"));
    const option = await first(actor);
    expect(option.claimable.reason).toBe("not-enrolled");
    expect(activity(option, "digital-advertising").most).toEqual({ amount: "98000", currency: "JPY" });
    expect(activity(option, "vendor-syndicated-content").caps[0]?.limit).toBeNull();
    const spent = await buildWorldPartner(database.db, world.program, "Spent Ltd", "1000.00");
    await desk.submit(await desk.make({ partner: spent, amount: "1000.00" }), { by: spent.admin });
    expect((await first(spent.admin)).claimable.reason).toBe("nothing-left");
  });

  test("funds whose claiming ended are not offered, and lists can be narrowed", async () => {
    expect(await options(world.incentivesUser, "?program=plans")).toEqual([]);
    expect(await options(world.incentivesUser, `?fund=${idText("fund", world.fund.id)}`)).toHaveLength(1);
    expect(await options(world.incentivesUser, `?location=${idText("location", world.location.id)}`)).toHaveLength(1);
    now = new Date("2027-03-01T12:00:00Z");
    expect(await options()).toEqual([]);
  });

  test("a partner sees its own funds only; who sees funds but no claims learns nothing of what was approved", async () => {
    const ids = (await options(world.other.admin)).map(({ fund }) => fund.id);
    expect(ids).toEqual([idText("fund", world.other.fund.id)]);
    expect(await options(world.other.admin, `?fund=${idText("fund", world.fund.id)}`)).toEqual([]);
    const { actor: account } = await buildPerson(database.db, world.partner, { roles: ["account-admin"] });
    expect((await api.get(account, "/claim-options")).status).toBe(403);
    const elsewhere = { role: "incentives-user", programId: world.program.id, locationId: world.program.id } as const;
    const both: Actor = { ...account, grants: [...account.grants, elsewhere] };
    expect(await first(both)).toMatchObject({ activities: [], claimable: { allowed: false, reason: "role-missing" } });
  });
});

describe("the forecast of a fund", () => {
  const forecast = async (partner: { fund: { id: string } }, actor: Actor) =>
    (await api.get(actor, `/funds/${idText("fund", partner.fund.id)}/forecast`)).body;

  test("takes off every draft as claimed; what is with the vendor is off already", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Drafting Ltd", "5000.00");
    await desk.make({ partner, amount: "1200.00", name: "First" });
    await desk.make({ partner, amount: "800.00", name: "Second" });
    await desk.submit(await desk.make({ partner, amount: "500.00" }), { by: partner.admin });
    const body = await forecast(partner, partner.admin);
    expect(body).toMatchObject({
      remaining: { amount: "4500.00" },
      afterDrafts: { amount: "2500.00" },
      short: null,
      drafts: [
        { name: "First", effect: { amount: "-1200.00" }, reserved: { amount: "0.00" } },
        { name: "Second", effect: { amount: "-800.00" } },
      ],
    });
  });

  test("a returned claim counts with what it asks for more than it holds", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Returned Ltd", "5000.00");
    const id = await desk.make({ partner, amount: "1000.00", lines: ["2000.00"] });
    await desk.submit(id, { by: partner.admin });
    await desk.ask(id);
    await desk.edit(id, { amountClaimed: { minor: 160_000n, currency: "USD" } }, { by: partner.admin });
    expect(await forecast(partner, partner.admin)).toMatchObject({
      remaining: { amount: "4000.00" },
      drafts: [{ status: "action_required", reserved: { amount: "1000.00" }, effect: { amount: "-600.00" } }],
      afterDrafts: { amount: "3400.00" },
    });
  });

  test("drafts that ask for more than is left say by how much; one without an amount costs nothing yet", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Short Ltd", "1000.00");
    await desk.make({ partner, amount: "700.00" });
    await desk.make({ partner, amount: "700.00" });
    expect(await forecast(partner, partner.admin)).toMatchObject({
      afterDrafts: { amount: "-400.00" },
      short: { amount: "400.00" },
    });
  });

  test("is for those who may see the fund and its claims", async () => {
    const path = `/funds/${idText("fund", world.fund.id)}/forecast`;
    const { actor: account } = await buildPerson(database.db, world.partner, { roles: ["account-admin"] });
    expect((await api.get(account, path)).status).toBe(403);
    expect((await api.get(world.other.admin, path)).status).toBe(404);
    expect((await api.get(undefined, path)).status).toBe(401);
    expect((await api.get(world.auditor, path)).status).toBe(200);
  });
});
