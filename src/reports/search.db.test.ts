import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { reportRoutes } from "./report-routes.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
const api: Api = useApi(database, reportRoutes(), () => desk.tick());

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly subtitle: string;
  readonly link: string;
}
async function find(actor: Actor, q: string, more = ""): Promise<Found[]> {
  return (await api.get(actor, `/search?q=${encodeURIComponent(q)}${more}`)).body["items"] as Found[];
}
const titles = async (actor: Actor, q: string, more = ""): Promise<string[]> =>
  (await find(actor, q, more)).map(({ title }) => title);
async function numberOf(id: string): Promise<string> {
  const row = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    tx.selectFrom("claim").select("number").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return row.number;
}

let lighthouse: string;

beforeAll(async () => {
  world = await buildWorld(database.db);
  lighthouse = await numberOf(await desk.make({ name: "Lighthouse campaign in spring" }));
  await desk.make({ name: "Spring fair with 100 % effort" });
  await desk.make({ name: "Campaign of another house", partner: world.other });
});

describe("what one looks for", () => {
  test("is found by any part of its name, and by several words in any order", async () => {
    expect(await titles(world.incentivesAdmin, "light", "&kind=claim")).toEqual(["Lighthouse campaign in spring"]);
    expect(await titles(world.incentivesAdmin, "spring CAMPAIGN", "&kind=claim")).toEqual([
      "Lighthouse campaign in spring",
    ]);
    expect(await titles(world.incentivesAdmin, "spring winter", "&kind=claim")).toEqual([]);
  });

  test("comes best first: its very number, then names that begin so, then those that hold it", async () => {
    expect(await titles(world.incentivesAdmin, "spring", "&kind=claim")).toEqual([
      "Spring fair with 100 % effort",
      "Lighthouse campaign in spring",
    ]);
    const [first] = await find(world.incentivesAdmin, lighthouse.toLowerCase());
    expect(first).toMatchObject({ kind: "claim", number: lighthouse, title: "Lighthouse campaign in spring" });
    const digits = String(Number(lighthouse.slice(-6)));
    expect((await find(world.incentivesAdmin, digits))[0]?.number).toBe(lighthouse);
  });

  test("is taken as it was typed: a percent sign is a percent sign", async () => {
    expect(await titles(world.incentivesAdmin, "100 %", "&kind=claim")).toEqual(["Spring fair with 100 % effort"]);
    expect(await titles(world.incentivesAdmin, "_", "&kind=claim")).toEqual([]);
  });

  test("may also be a fund, a program, a partner or a location, each with its page", async () => {
    const found = await find(world.reviewer, "Northlight");
    expect(found.map(({ kind }) => kind)).toEqual(["partner", "fund", "location"]);
    expect(found[0]?.link).toMatch(/^\/claims\?partner=org_/);
    const programs = await find(world.incentivesAdmin, world.program.code, "&kind=program");
    expect(programs.map(({ title }) => title)).toEqual([world.program.name]);
  });
});

describe("what one may not see", () => {
  test("is not found: another partner's claims, places and name", async () => {
    expect(await titles(world.incentivesAdmin, "campaign")).toEqual(["Lighthouse campaign in spring"]);
    expect(await titles(world.other.admin, "campaign")).toEqual(["Campaign of another house"]);
    expect(await titles(world.incentivesAdmin, "Other Partner")).toEqual([]);
    expect(await titles(world.reviewer, "campaign", "&kind=claim")).toHaveLength(2);
  });

  test("is not found without the role for it", async () => {
    const billing = await buildPerson(database.db, world.partner, { roles: ["billing-admin"] });
    const kinds = new Set((await find(billing.actor, "e")).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["location", "program"]);
    const admin = await buildPerson(database.db, world.vendor, { roles: ["vendor-admin"] });
    expect(await titles(admin.actor, "campaign")).toEqual([]);
  });

  test("is not found outside program and location of the role", async () => {
    const elsewhere: Actor = {
      ...world.incentivesUser,
      grants: [{ role: "incentives-user", programId: world.program.id, locationId: world.other.location.id }],
    };
    expect(await titles(elsewhere, "spring")).toEqual([]);
    expect(await titles(world.incentivesUser, "spring", "&kind=claim")).toHaveLength(2);
  });

  test("does not come out of the function that looks past the wall either", async () => {
    const idsFor = (actor: Actor) =>
      inTransaction(database.db, actor, async (tx) => {
        const { rows } = await sql<{ id: string }>`
          select id from search_claims(array['campaign'], null, null, 10)`.execute(tx);
        return new Set(rows.map(({ id }) => id));
      });
    const [own, others] = [await idsFor(world.incentivesAdmin), await idsFor(world.other.admin)];
    expect([own.size, others.size]).toEqual([1, 1]);
    expect(own).not.toEqual(others);
    expect(await idsFor(world.reviewer)).toEqual(new Set([...own, ...others]));
  });
});

test("nothing typed is refused, and too much too", async () => {
  for (const q of ["", "%20", "a".repeat(101)]) {
    expect((await api.get(world.reviewer, `/search?q=${q}`)).status).toBe(422);
  }
});
