import { beforeAll, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import type { Actor } from "../kernel/index.ts";
import { CLAIM_COLUMNS } from "./claim-file.ts";
import { claimRoutes, registerClaimFile } from "./index.ts";

const database = useDatabase();
const api = useApi(
  database,
  claimRoutes(),
  () => WORLD_NOW,
  (app) => registerClaimFile(app, { db: database.db }),
);
let world: World;
const desk = claimDesk(database, () => world);

beforeAll(async () => {
  const fields = [
    { code: "opportunity", name: "Opportunity", kind: "text", required: false },
    { code: "venue", name: "Venue", kind: "text", required: false },
  ] as const;
  world = await buildWorld(database.db, { balance: "90000.00", edition: { claims: { fields: [...fields] } } });
  await desk.submit(await desk.make({ amount: "700.00", name: '=HYPERLINK("http://bad.example","Autumn")' }));
  const spring = await desk.make({ amount: "100.00", name: "Banner, spring" });
  await desk.make({ amount: "100.00", name: "Banner, summer" });
  await desk.edit(spring, { fields: { venue: "=Hall 3" }, event: "expo", sponsors: 2 });
});

const linesOf = async (query = "", actor: Actor = world.incentivesAdmin) => {
  const answer = await api.get(actor, `/claims.csv${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  const text = answer.raw.toString("utf8");
  expect(text.charCodeAt(0)).toBe(0xfe_ff);
  return text.slice(1).split("\r\n").slice(0, -1);
};

test("the file has its columns and the claims in sight by number; a name that a spreadsheet would run is text", async () => {
  const [head, first, ...others] = await linesOf();
  expect(head).toBe([...CLAIM_COLUMNS, "fields.opportunity", "fields.venue"].join(","));
  expect(first).toContain(`"'=HYPERLINK(""http://bad.example"",""Autumn"")",submitted,coop`);
  expect(first).toContain(",700.00,,USD,vendor,");
  expect(others).toHaveLength(2);
});

test("it is narrowed and ordered like the list", async () => {
  expect(await linesOf("?status=submitted")).toHaveLength(2);
  const [, first] = await linesOf("?q=banner&sort=-number");
  expect(first).toContain('"Banner, summer",editing');
  expect((await api.get(world.incentivesAdmin, "/claims.csv?limit=5")).status).toBe(422);
  expect((await api.get(world.incentivesAdmin, "/claims.csv?status=lost")).status).toBe(422);
});

test("another partner gets none of them, who may see no claims is refused, and nobody is asked to sign in", async () => {
  expect(await linesOf("", world.other.admin)).toHaveLength(1);
  expect((await api.get(undefined, "/claims.csv")).status).toBe(401);
});

test("what only some programs ask stands in the last columns, one for each field of the programs that are listed", async () => {
  const [, spring] = await linesOf("?q=spring");
  expect(spring?.split(",").slice(-5)).toEqual(["2", "", "expo", "", "'=Hall 3"]);
  const [head] = await linesOf("", world.other.admin);
  expect(head).toBe(CLAIM_COLUMNS.join(","));
});
