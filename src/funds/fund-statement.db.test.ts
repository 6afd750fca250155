import { beforeAll, describe, expect, test } from "vitest";
import { useApi } from "../../test/builders/api.ts";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import type { LedgerFund } from "../../test/builders/ledger-fund.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { idText, newUuid } from "../kernel/index.ts";
import { fundRef, fundRoutes } from "./index.ts";

const database = useDatabase();
const api = useApi(database, fundRoutes(), () => WORLD_NOW);
const book = ledgerBook(database);
let world: World;
let path: string;
const claimIds = [newUuid(WORLD_NOW), newUuid(WORLD_NOW)] as const;

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly amount: { amount: string };
  readonly moved: { amount: string };
  readonly availableAfter: { amount: string };
  readonly payingEntities: { code: string; amount: { amount: string } }[];
  readonly source: { type: string; id: string; label: string };
}

beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "3000.00" });
  path = `/funds/${idText("fund", world.fund.id)}`;
  const fund: LedgerFund = {
    ...fundRef(world.fund),
    locationId: world.location.id,
    currency: "USD",
    partner: world.incentivesAdmin,
  };
  const [first, second] = claimIds.map((claimId) => ({ ...fundRef(world.fund), claimId, round: 1 }));
  if (!first || !second) throw new Error("two claims were made");
  await book.earn(fund, "2000.00", { on: "2026-07-31", entity: "vendor-emea" });
  const adjustment = {
    amount: { amount: "-500.00", currency: "USD" },
    reasonCode: "ops-correction",
    effectiveFor: "2026-11-20",
    note: "Counted twice.",
  };
  expect((await api.post(world.finance, `${path}/adjustments`, adjustment)).status).toBe(201);
  await book.submit(first, "3000.00");
  await book.submit(second, "400.00");
  await book.submitAgain({ ...second, round: 2 }, "400.00", "600.00");
  await book.approve(first, "3000.00", "2600.00");
  await book.giveBack({ ...second, round: 2 }, "rejected", "600.00", "invoice-not-partner");
});

const statement = async (query = "", actor = world.incentivesUser) =>
  (await api.get(actor, `${path}/statement${query}`)).body;
const lines = async (query = ""): Promise<Line[]> => (await statement(query))["items"] as Line[];

describe("the statement of a fund", () => {
  test("shows every movement, newest first, with what it did to the money that is free", async () => {
    const written = (await lines()).map(({ text, amount, moved, availableAfter }) =>
      [text.padEnd(48), amount.amount.padStart(9), moved.amount.padStart(8), availableAfter.amount.padStart(8)].join(
        " ",
      ),
    );
    expect(`\n${written.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      Reservation returned to the fund                    600.00   600.00  1900.00
      Not approved: returned to the fund                  400.00   400.00  1300.00
      Claim approved                                        0.00  2600.00   900.00
      Reserved for a claim submitted again               -600.00   600.00   900.00
      Reservation returned: claim submitted again         400.00   400.00  1500.00
      Reserved for a claim                               -400.00   400.00  1100.00
      Reserved for a claim                              -3000.00  3000.00  1500.00
      Adjusted downwards                                 -500.00   500.00  4500.00
      Co-op earned                                       2000.00  2000.00  5000.00
      Co-op earned                                       3000.00  3000.00  3000.00
      "
    `);
  });

  test("each line leads to its source", async () => {
    const sources = (await lines()).map(({ kind, source }) => `${kind}: ${source.label} ${source.type}`);
    expect(new Set(sources)).toEqual(
      new Set([
        "accrue: Accrual earning",
        "adjust: Adjustment adjustment",
        "reserve: Claim claim",
        "reserve-again: Claim claim",
        "approve: Claim claim",
        "release: Claim claim",
      ]),
    );
    const ids = (await lines()).map(({ source }) => source.id);
    expect(ids).toEqual(expect.arrayContaining([idText("claim", claimIds[0]), idText("claim", claimIds[1])]));
    expect(ids.filter((id) => /^(ern|adj)_/.test(id))).toHaveLength(3);
  });

  test("says who pays, oldest money first, and why", async () => {
    const [release, , approved] = await lines();
    expect(release).toMatchObject({
      reasonCode: "invoice-not-partner",
      from: "claim-reserved",
      to: "fund-available",
      note: null,
    });
    expect(approved?.payingEntities.map(({ code, amount }) => `${code} ${amount.amount}`)).toEqual([
      "vendor-us 2500.00",
      "vendor-emea 100.00",
    ]);
    const adjusted = (await lines()).find(({ kind }) => kind === "adjust");
    expect(adjusted).toMatchObject({ reasonCode: "ops-correction", note: "Counted twice.", effectiveOn: "2026-11-20" });
  });

  test("read by pages of any size it is the same statement", async () => {
    const whole = await lines();
    for (const limit of [1, 2, 3]) {
      const read: Line[] = [];
      let cursor: string | null = null;
      do {
        const body: Record<string, unknown> = await statement(
          `?limit=${limit}${cursor === null ? "" : `&cursor=${cursor}`}`,
        );
        read.push(...(body["items"] as Line[]));
        cursor = body["nextCursor"] as string | null;
      } while (cursor !== null);
      expect(read).toEqual(whole);
    }
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
  });

  test("its amounts add up to what the fund has left", async () => {
    const whole = await lines();
    const sum = whole.reduce((total, { amount }) => total + BigInt(amount.amount.replace(".", "")), 0n);
    expect((await api.get(world.auditor, path)).body["remaining"]).toEqual({ amount: "1900.00", currency: "USD" });
    expect(sum).toBe(190_000n);
    expect(whole[0]?.availableAfter.amount).toBe("1900.00");
  });

  test("narrowed to what lines come from, to kinds, and to days, it keeps what was left after each line", async () => {
    const texts = async (query: string) =>
      (await lines(query)).map(({ text, availableAfter }) => `${text}: ${availableAfter.amount}`);
    expect(await texts("?source=earning,adjustment")).toEqual([
      "Adjusted downwards: 4500.00",
      "Co-op earned: 5000.00",
      "Co-op earned: 3000.00",
    ]);
    expect(await texts("?kind=release,approve&source=claim")).toHaveLength(3);
    expect(await texts("?from=2026-07-31&to=2026-11-20")).toEqual([
      "Adjusted downwards: 4500.00",
      "Co-op earned: 5000.00",
    ]);
    expect(await texts("?to=2026-01-01")).toEqual([]);
  });

  test("narrowed and read by pages it is the same statement", async () => {
    const first = await statement("?source=claim&limit=2");
    const rest = await lines(`?source=claim&limit=200&cursor=${String(first["nextCursor"])}`);
    const read = [...(first["items"] as Line[]), ...rest].map(({ id }) => id);
    expect(read).toEqual((await lines("?source=claim")).map(({ id }) => id));
  });

  test("says reasons in the words of the edition", async () => {
    const adjusted = (await lines("?kind=adjust"))[0];
    expect(adjusted).toMatchObject({
      reasonCode: "ops-correction",
      reason: "A calculation of the system was corrected",
    });
  });

  test.each(["cursor=rubbish", "limit=0", "sort=amount", "kind=theft", "source=luck", "from=yesterday"])(
    "refuses ?%s",
    async (query) => {
      expect((await api.get(world.auditor, `${path}/statement?${query}`)).status).toBe(422);
    },
  );

  test("refuses the cursor of another list", async () => {
    const { body } = await api.get(world.auditor, "/funds?limit=1");
    expect((await api.get(world.auditor, `${path}/statement?cursor=${String(body["nextCursor"])}`)).status).toBe(422);
  });
});
