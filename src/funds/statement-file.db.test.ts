import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText } from "../kernel/index.ts";
import { fundRef, fundRoutes, registerStatementFile } from "./index.ts";
import { STATEMENT_COLUMNS } from "./statement-file.ts";

const database = useDatabase();
const api = useApi(
  database,
  fundRoutes(),
  () => WORLD_NOW,
  (app) => registerStatementFile(app, { db: database.db }),
);
const book = ledgerBook(database);
let world: World;
const desk = claimDesk(database, () => world);
let path: string;

beforeAll(async () => {
  world = await buildWorld(database.db);
  path = `/funds/${idText("fund", world.fund.id)}`;
  await desk.submit(await desk.make({ amount: "700.00", name: '=HYPERLINK("http://bad.example","Autumn")' }));
  const body = {
    amount: { amount: "-250.00", currency: "USD" },
    reasonCode: "ops-correction",
    effectiveFor: "2026-11-20",
    note: "+ one line too many, and\na second one",
  };
  expect((await api.post(world.finance, `${path}/adjustments`, body)).status).toBe(201);
});

const file = (actor: Actor | undefined, query = "") => api.get(actor, `${path}/statement.csv${query}`);
const textOf = async (query = "", actor: Actor = world.incentivesUser) =>
  (await file(actor, query)).raw.toString("utf8");
const linesOf = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .slice(0, -1);

describe("the statement of a fund as a file", () => {
  test("begins with a byte order mark and its columns, and ends with a whole line", async () => {
    const answer = await file(world.incentivesUser);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(answer.headers["content-disposition"]).toContain('filename="statement-FY27-H1-USD.csv"');
    const text = answer.raw.toString("utf8");
    expect(text.charCodeAt(0)).toBe(0xfe_ff);
    expect(linesOf(text)[0]).toBe(STATEMENT_COLUMNS.join(","));
    expect(text.endsWith("\r\n")).toBe(true);
  });

  test("holds the lines of the statement, the newest first, with amounts as numbers", async () => {
    const [, adjusted, reserved, earned] = linesOf(await textOf());
    expect(adjusted).toContain(",adjust,Adjusted downwards,-250.00,250.00,11050.00,USD,");
    expect(reserved).toContain(",reserve,Reserved for a claim,-700.00,700.00,11300.00,USD,");
    expect(earned).toContain(",accrue,Co-op earned,12000.00,12000.00,12000.00,USD,");
    expect(earned).toContain(",vendor-us 12000.00");
    // Adjusted today for a day that is past.
    expect([adjusted?.split(",")[2], adjusted?.split(",").at(-1)]).toEqual(["2026-11-20", "2026-11-23"]);
  });

  test("a name or note that a spreadsheet would run is only text", async () => {
    const text = await textOf();
    expect(text).toContain(`"'=HYPERLINK(""http://bad.example"",""Autumn"")"`);
    expect(text).toContain(`"'+ one line too many, and\na second one"`);
  });

  test("narrowed like the statement on the screen", async () => {
    expect(linesOf(await textOf("?source=claim"))).toHaveLength(2);
    expect(linesOf(await textOf("?from=2026-11-01"))).toHaveLength(3);
    expect(linesOf(await textOf("?to=2020-01-01"))).toEqual([STATEMENT_COLUMNS.join(",")]);
    expect((await file(world.incentivesUser, "?kind=theft")).status).toBe(422);
  });

  test("longer than what is read at a time, it is whole and each line is there once", async () => {
    const fund = {
      ...fundRef(world.other.fund),
      locationId: world.other.location.id,
      currency: "USD",
      partner: world.other.admin,
    };
    for (let count = 0; count < 1100; count += 1) await book.earn(fund, "1.00", { on: "2026-07-31" });
    const answer = await api.get(world.other.admin, `/funds/${idText("fund", fund.fundId)}/statement.csv`);
    const lines = linesOf(answer.raw.toString("utf8")).slice(1);
    expect(lines).toHaveLength(1101);
    expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(1101);
    expect(lines[0]).toContain(",13100.00,USD,");
  });

  test("is for those who may see the fund", async () => {
    const { actor: billing } = await buildPerson(database.db, world.partner, { roles: ["billing-admin"] });
    expect((await file(billing)).status).toBe(403);
    expect((await file(world.other.admin)).status).toBe(404);
    expect((await file(undefined)).status).toBe(401);
    expect((await api.get(world.auditor, "/funds/fnd_nonsense/statement.csv")).status).toBe(404);
    expect((await file(world.auditor)).status).toBe(200);
  });

  test("who may see the fund but no claims does not learn their numbers and names", async () => {
    const { actor: account } = await buildPerson(database.db, world.partner, { roles: ["account-admin"] });
    const text = await textOf("", account);
    expect(text).toContain(",Claim,");
    expect(text).not.toContain("Autumn");
    expect(await textOf()).toMatch(/,C-2026-\d{6},/);
  });

  test("its columns are those that docs/api.md names, in their order", () => {
    const page = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
    const rows = [...page.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name);
    expect(rows.filter((name) => STATEMENT_COLUMNS.includes(name ?? ""))).toEqual(STATEMENT_COLUMNS);
  });
});
