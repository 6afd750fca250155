import { beforeAll, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { guideRoutes } from "./index.ts";

const database = useDatabase();
const api = useApi(database, guideRoutes(), () => WORLD_NOW);
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

const items = (body: Record<string, unknown>) =>
  body["items"] as { side: string; role: string; people: { name: string; location: string | null }[] }[];
const namesOf = async (actor: Actor): Promise<Record<string, string[]>> => {
  const { body } = await api.get(actor, "/programs/coop/contacts");
  return Object.fromEntries(items(body).map(({ role, people }) => [role, people.map(({ name }) => name)]));
};

describe("the guide of a program", () => {
  test("is that of the edition in force, and for another day that of the edition of that day", async () => {
    const { status, body } = await api.get(world.incentivesUser, "/programs/coop/guide");
    expect(status).toBe(200);
    expect(body).toMatchObject({ edition: { programYear: "FY27" }, today: "2026-11-23", on: "2026-11-23" });
    const earlier = await api.get(world.incentivesUser, "/programs/coop/guide?on=2026-03-01");
    expect(earlier.body).toMatchObject({ edition: { programYear: "FY26" }, on: "2026-03-01", today: "2026-11-23" });
  });

  test("counts promises by the market that is named: Thanksgiving is a holiday in the US", async () => {
    const dueIn = async (market: string) => {
      const { body } = await api.get(world.reviewer, `/programs/coop/guide?market=${market}`);
      const steps = body["steps"] as { code: string; counted?: { dueOn: string } }[];
      return steps.find(({ code }) => code === "sent-back")?.counted?.dueOn;
    };
    expect([await dueIn("XX"), await dueIn("US")]).toEqual(["2026-12-11", "2026-12-14"]);
  });

  test("is refused for a program or a day without an edition, and for a query that is none", async () => {
    for (const [path, status] of [
      ["/programs/nowhere/guide", 404],
      ["/programs/coop/guide?on=2019-01-01", 404],
      ["/programs/coop/guide?on=tomorrow", 422],
      ["/programs/coop/guide?market=Germany", 422],
    ] as const) {
      expect((await api.get(world.incentivesUser, path)).status, path).toBe(status);
    }
    expect((await api.get(undefined, "/programs/coop/guide")).status).toBe(401);
  });
});

describe("whom to ask about a program", () => {
  test("a partner learns its own admins by name and the vendor's reviewers as a role", async () => {
    await buildPerson(database.db, world.partner, { name: "Olga Organisation", roles: ["organisation-admin"] });
    expect(await namesOf(world.incentivesUser)).toEqual({
      "organisation-admin": ["Olga Organisation"],
      "account-admin": [],
      "incentives-admin": ["Ira Admin"],
      reviewer: [],
    });
  });

  test("nobody of another partner, nobody who left, nobody for another program or location", async () => {
    const { partner, program, location } = world;
    await buildPerson(database.db, world.other.organisation, { name: "Otto Other", roles: ["organisation-admin"] });
    const here = { role: "account-admin", programId: program.id, locationId: location.id } as const;
    await buildPerson(database.db, partner, { name: "Anna Account", roles: [here] });
    const { person } = await buildPerson(database.db, partner, { name: "Gone Person", roles: ["account-admin"] });
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.updateTable("person").set({ state: "suspended" }).where("id", "=", person.id).execute(),
    );
    expect(await namesOf(world.incentivesUser)).toMatchObject({ "account-admin": ["Anna Account"] });
    const elsewhere: Actor = {
      ...world.incentivesUser,
      grants: [{ role: "incentives-user", programId: program.id, locationId: program.id }],
    };
    expect(await namesOf(elsewhere)).toMatchObject({ "account-admin": [], "incentives-admin": ["Ira Admin"] });
    expect((await namesOf(world.other.admin))["organisation-admin"]).toEqual(["Otto Other"]);
  });

  test("at the vendor an auditor sees the names of colleagues, a reviewer the roles, and nobody those of partners", async () => {
    expect(await namesOf(world.auditor)).toEqual({
      "program-manager": ["Pat Manager"],
      reviewer: ["Rae Reviewer", "Robin Reviewer"],
      finance: ["Fin Finance"],
    });
    expect(await namesOf(world.reviewer)).toEqual({ "program-manager": [], reviewer: [], finance: [] });
  });
});
