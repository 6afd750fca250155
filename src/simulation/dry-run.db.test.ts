import { describe, expect, test } from "vitest";
import { asSuperuser } from "../../test/builders/ledger-fund.ts";
import { capped, NOW, PERIOD, triedEditions } from "../../test/builders/tried-editions.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { idText, uuidOf } from "../kernel/index.ts";
import { runDryRun } from "./index.ts";

// A draft tried on past claims: what would change, for whom, and by which rule.

const database = useDatabase();
const { api, get, tried, world, second } = triedEditions(database);

describe("a draft tried on past claims", () => {
  test("that is an unchanged copy changes nothing", async () => {
    const run = await tried({});
    expect(run).toMatchObject({ status: "done", changed: 0, progress: { total: 5, judged: 5 } });
    expect(run.totals).toMatchObject([
      { currency: "USD", claims: 5, changed: 0, before: { amount: "6400.00" }, after: { amount: "6400.00" } },
    ]);
  });

  test("with a lowered cap takes from exactly the claims above it, and exactly what lies above it", async () => {
    const run = await tried(capped("900.00"));
    const claims = await get(`/dry-runs/${run.id}/claims`);
    expect(claims.items.map((item) => [item["before"], item["after"], item["difference"], item["reasons"]])).toEqual(
      [
        ["2500.00", "900.00", "-1600.00"],
        ["1800.00", "900.00", "-900.00"],
        ["1000.00", "900.00", "-100.00"],
      ].map(([before, after, difference]) => [
        { amount: before, currency: "USD" },
        { amount: after, currency: "USD" },
        { amount: difference, currency: "USD" },
        [{ rule: "cap.absolute", difference: { amount: difference, currency: "USD" } }],
      ]),
    );
    expect(run.totals).toMatchObject([
      { changed: 3, gain: { amount: "0.00" }, loss: { amount: "2600.00" }, difference: { amount: "-2600.00" } },
    ]);
    const partners = await get(`/dry-runs/${run.id}/groups?by=partner`);
    expect(partners.items).toMatchObject([
      { name: world().partner.displayName, claims: 2, loss: { amount: "1700.00" } },
      { name: second().organisation.displayName, claims: 1, loss: { amount: "900.00" } },
    ]);
    const [rule] = (await get(`/dry-runs/${run.id}/groups?by=rule`)).items;
    expect(rule).toMatchObject({ key: "cap.absolute", claims: 3, loss: { amount: "2600.00" } });
    const [type] = (await get(`/dry-runs/${run.id}/groups?by=activityType`)).items;
    expect(type).toMatchObject({ key: "digital-advertising", claims: 3, difference: { amount: "-2600.00" } });
    const ofSecond = await get(
      `/dry-runs/${run.id}/claims?partner=${String(partners.items[1]?.["key"])}&rule=cap.absolute`,
    );
    expect(ofSecond.items).toHaveLength(1);
    expect((await get(`/dry-runs/${run.id}/claims?effect=gain`)).items).toEqual([]);
  });

  test("is read by page, and as a file with one line for each claim", async () => {
    const run = await tried(capped("900.00"));
    const first = await get(`/dry-runs/${run.id}/claims?limit=2&sort=number`);
    const rest = await get(`/dry-runs/${run.id}/claims?limit=2&sort=number&cursor=${String(first.nextCursor)}`);
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
    const file = await api.get(world().programManager, `/dry-runs/${run.id}/claims.csv?effect=loss`);
    const lines = file.raw.toString("utf8").trim().split("\r\n");
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => line.includes("2500.00,900.00,-1600.00,no,no,cap.absolute -1600.00"))).toHaveLength(
      1,
    );
  });

  test("with a shortened claim window refuses exactly what was submitted after it", async () => {
    const windows = world().edition.document.windows.map((window) =>
      window.usagePeriod.code === "FY27-H1"
        ? { ...window, claimWindow: { ...window.claimWindow, to: "2027-01-05" } }
        : window,
    );
    const run = await tried({ windows });
    expect(run.totals).toMatchObject([{ changed: 2, refused: 2, accepted: 0, loss: { amount: "2800.00" } }]);
    const claims = await get(`/dry-runs/${run.id}/claims`);
    expect(claims.items.map((item) => [item["before"], item["afterRefused"], item["reasons"]])).toMatchObject([
      [{ amount: "1800.00" }, true, [{ rule: "claim-window.closed" }]],
      [{ amount: "1000.00" }, true, [{ rule: "claim-window.closed" }]],
    ]);
  });

  test("of another program year is moved to the year of the claims", async () => {
    const said = await api.post(
      world().programManager,
      `/editions/${String((await copyOf("FY28"))["id"])}/dry-run`,
      PERIOD,
    );
    const id = String(said.body["id"]);
    await runDryRun({ db: database.db, now: () => NOW }, uuidOf("dryRun", id) ?? "");
    expect(await get(`/dry-runs/${id}`)).toMatchObject({ status: "done", changed: 0, progress: { judged: 5 } });
  });

  test("keeps two currencies apart", async () => {
    // The same claim as it would have been judged in euros: its decision is kept in euros.
    const { rows } = await asSuperuser(database, (client) =>
      client.query(
        `select d.id, d.subject::text as subject, d.facts::text as facts from claim_decision d join claim c on c.id = d.claim_id
          where c.amount_claimed = 70000 and d.verb = 'submit'`,
      ),
    );
    const [row] = rows as { id: string; subject: string; facts: string }[];
    const inEuros = async (text: (json: string) => string) =>
      asSuperuser(database, async (client) => {
        await client.query("set session_replication_role = replica");
        await client.query("update claim_decision set subject = $2::jsonb, facts = $3::jsonb where id = $1", [
          row?.id,
          text(row?.subject ?? ""),
          text(row?.facts ?? ""),
        ]);
      });
    await inEuros((json) => json.replaceAll('"USD"', '"EUR"'));
    const run = await tried({
      claims: {
        most: [
          { amount: "600.00", currency: "USD" },
          { amount: "600.00", currency: "EUR" },
        ],
      },
    });
    await inEuros((json) => json);
    expect(run.totals).toMatchObject([
      {
        currency: "EUR",
        claims: 1,
        changed: 1,
        before: { amount: "700.00", currency: "EUR" },
        loss: { amount: "700.00" },
      },
      {
        currency: "USD",
        claims: 4,
        changed: 3,
        before: { amount: "5700.00", currency: "USD" },
        loss: { amount: "5300.00" },
      },
    ]);
  });
});

async function copyOf(programYear: string): Promise<Record<string, unknown>> {
  const said = await api.post(world().programManager, `/editions/${idText("edition", world().edition.id)}/copy`, {
    programYear,
  });
  expect(said.status).toBe(201);
  return said.body;
}
