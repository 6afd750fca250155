import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { planDesk } from "../../test/builders/plan-desk.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import type { Actor } from "../kernel/index.ts";
import { registerPlanFile } from "./index.ts";
import { PLAN_COLUMNS } from "./plan-file.ts";

const database = useDatabase();
const now = () => WORLD_NOW;
const api = useApi(database, [], now, (app) => registerPlanFile(app, { db: database.db, now }));
let world: World;
const desk = planDesk(database, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db);
  await desk.make({ budgets: ["3000.00", "500.00"], approved: "2500.00" });
  await desk.make({ upTo: "editing", period: "FY27-H2", days: ["2027-02-01", "2027-02-28"] });
  await desk.make({ upTo: "editing", partner: world.other });
});

const linesOf = async (query = "", actor: Actor = world.incentivesAdmin) => {
  const answer = await api.get(actor, `/plans.csv${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(answer.headers["content-disposition"]).toContain('filename="plans.csv"');
  return answer.raw
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .slice(0, -1);
};

test("the file has its columns and the plans in sight by number, with what was planned and what was approved", async () => {
  const [head, first, second, ...more] = await linesOf();
  expect(head).toBe(PLAN_COLUMNS.join(","));
  expect(first).toContain(",Autumn plan,approved,coop,");
  expect(first).toContain(",coop,FY27-H1,1,2,3500.00,2500.00,USD,");
  expect(second).toContain(",coop,FY27-H2,1,1,3000.00,,USD,partner,");
  expect(more).toEqual([]);
});

test("it is narrowed and ordered like the list, and what is no filter is refused", async () => {
  expect(await linesOf("?status=editing")).toHaveLength(2);
  const [, first] = await linesOf("?sort=-number");
  expect(first).toContain(",FY27-H2,");
  expect((await api.get(world.incentivesAdmin, "/plans.csv?limit=5")).status).toBe(422);
  expect((await api.get(world.incentivesAdmin, "/plans.csv?status=lost")).status).toBe(422);
});

test("the vendor's reviewer has the plans of both partners, each partner only the own ones, and nobody without a session any", async () => {
  expect(await linesOf("", world.reviewer)).toHaveLength(4);
  expect(await linesOf("", world.other.admin)).toHaveLength(2);
  expect((await api.get(undefined, "/plans.csv")).status).toBe(401);
});

test("its columns are those that docs/api.md names, in their order", () => {
  const page = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
  const [, part = ""] = /## The plans as a file\n([\s\S]*?)\n## /.exec(page) ?? [];
  expect([...part.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name)).toEqual(PLAN_COLUMNS);
});
