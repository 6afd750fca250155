import { beforeAll, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { asSuperuser } from "../../test/builders/ledger-fund.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { accrueToFund } from "../funds/index.ts";
import { newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText, moneyOf } from "../money/index.ts";

const database = useDatabase({ max: 20 });
let world: World;
const desk = claimDesk(database, () => world);
const LOCATIONS = 4;

beforeAll(async () => {
  world = await buildWorld(database.db);
});

/** A second fund of the partner for the same program, location and usage period, of another type. */
async function secondFund({ fund }: WorldPartner): Promise<string> {
  const id = newUuid();
  await asSuperuser(database, (client) =>
    client.query(
      `insert into fund select (jsonb_populate_record(f, jsonb_build_object('id', $1::text, 'fund_type', 'launch'))).* from fund f where id = $2`,
      [id, fund.id],
    ),
  );
  const earned = { earningId: newUuid(), amount: moneyOf("50000.00", "USD"), payingEntity: "vendor-us" };
  await desk.as(SYSTEM_ACTOR, (tx) =>
    accrueToFund(tx, { actor: SYSTEM_ACTOR, now: desk.tick() }, { fundId: id, effectiveOn: "2026-06-30", ...earned }),
  );
  return id;
}

/** A claim of 12,000.00 that waits for its decision, drawing on the fund that is named. */
async function waiting(partner: WorldPartner, fundId: string): Promise<string> {
  const id = await desk.make({ partner, activityType: "vendor-syndicated-content", amount: "12000.00" });
  await asSuperuser(database, (client) => client.query("update claim set fund_id = $1 where id = $2", [fundId, id]));
  await desk.submit(id, { by: partner.admin });
  await desk.open(id);
  return id;
}

test("two claims from two funds of one location and period cannot both use the last of a cap, decided at one moment", async () => {
  const pairs: string[][] = [];
  for (let n = 0; n < LOCATIONS; n += 1) {
    const partner = await buildWorldPartner(database.db, world.program, `Two Funds ${n} Ltd`, "50000.00");
    const beside = await secondFund(partner);
    pairs.push([await waiting(partner, partner.fund.id), await waiting(partner, beside)]);
  }
  const approve = async (id: string) => {
    const { amountApproved } = await desk.approve(id);
    return amountApproved && amountText(amountApproved);
  };
  for (const pair of pairs) {
    const approved = await Promise.all(pair.map(approve));
    expect(new Set(approved)).toEqual(new Set(["12000.00", "6750.00"]));
  }
});
