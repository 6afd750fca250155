import { beforeAll, describe, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { asSuperuser } from "../../test/builders/ledger-fund.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText } from "../money/index.ts";
import { events } from "../platform/events/index.ts";
import { expireClaims } from "./expire-claims.ts";

// Claims of the coop program, usage period FY27-H1: claimed until 2027-02-15, proved until 2027-03-31, in Los Angeles time.
const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
beforeAll(async () => {
  world = await buildWorld(database.db);
});

const expireAt = (moment: string) => expireClaims(database.db, new Date(moment));
const statusOf = async (id: string) => (await desk.look(id)).status;
const reservedFor = async (id: string) =>
  amountText(await desk.as(SYSTEM_ACTOR, (tx) => ledger.balanceOf(tx, "claim-reserved", id, "USD")));
async function submitted(): Promise<string> {
  const id = await desk.make({ amount: "100.00" });
  await desk.submit(id);
  return id;
}

describe("the clock ends", () => {
  test("a draft when its claim window has closed: at midnight in the program's zone, not before", async () => {
    const id = await desk.make({ bare: true });
    expect(await expireAt("2027-02-16T07:59:59Z")).toBe(0);
    expect(await statusOf(id)).toBe("editing");
    expect(await expireAt("2027-02-16T08:00:00Z")).toBe(1);
    expect(await desk.look(id)).toMatchObject({ status: "expired", dueSide: null });
  });

  test("a returned claim at its deadline, and what was reserved goes back", async () => {
    const id = await submitted();
    const { dueOn, dueAt } = await desk.ask(id);
    expect([dueOn, dueAt?.toISOString()]).toEqual(["2026-12-11", "2026-12-12T07:59:59.000Z"]);
    expect(await expireAt("2026-12-12T07:59:59Z")).toBe(0);
    expect([await statusOf(id), await reservedFor(id)]).toEqual(["action_required", "100.00"]);
    expect(await expireAt("2026-12-12T08:00:00Z")).toBe(1);
    expect([await statusOf(id), await reservedFor(id)]).toEqual(["expired", "0.00"]);
  });

  test("a returned claim that was taken back to editing, at the same deadline", async () => {
    const id = await submitted();
    await desk.ask(id);
    await desk.resume(id);
    expect(await expireAt("2026-12-12T08:00:00Z")).toBe(1);
    expect([await statusOf(id), await reservedFor(id)]).toEqual(["expired", "0.00"]);
  });

  test("a withdrawn claim when the window closes: whoever took it back himself has no more time than before", async () => {
    const id = await submitted();
    await desk.withdraw(id);
    expect(await expireAt("2027-02-16T07:59:59Z")).toBe(0);
    expect(await expireAt("2027-02-16T08:00:00Z")).toBe(1);
    expect(await statusOf(id)).toBe("expired");
  });

  test("no claim that the vendor has: the vendor's delay is not the partner's", async () => {
    const [waiting, opened] = [await submitted(), await submitted()];
    await desk.open(opened);
    expect(await expireAt("2028-01-01T00:00:00Z")).toBe(0);
    expect([await statusOf(waiting), await statusOf(opened)]).toEqual(["submitted", "under_review"]);
  });
});

test("the event says that the program did it, and from where to where", async () => {
  const id = await desk.make({ bare: true });
  await expireAt("2027-02-16T08:00:00Z");
  const history = await desk.as(SYSTEM_ACTOR, (tx) => events.history(tx, "claim", id));
  expect(history.at(-1)).toMatchObject({
    type: "claim.expired",
    actorSide: "system",
    fromStatus: "editing",
    toStatus: "expired",
  });
});

test("running it again, or twice at once, ends nothing twice", async () => {
  const ids = [await submitted(), await submitted(), await submitted()];
  for (const id of ids) await desk.ask(id);
  const counts = await Promise.all([expireAt("2026-12-12T08:00:00Z"), expireAt("2026-12-12T08:00:00Z")]);
  expect(counts[0] + counts[1]).toBe(3);
  expect(await expireAt("2026-12-12T08:00:00Z")).toBe(0);
});

test("a claim that cannot expire does not hold up the others, and is reported", async () => {
  const [broken, fine] = [await submitted(), await submitted()];
  for (const id of [broken, fine]) await desk.ask(id);
  // A fund that is gone cannot be locked: what a damaged row would do.
  await asSuperuser(database, (client) =>
    client.query(
      `set session_replication_role = replica;
       update claim set edition_id = gen_random_uuid() where id = '${broken}'`,
    ),
  );
  await expect(expireAt("2026-12-12T08:00:00Z")).rejects.toThrow("1 claims could not expire");
  expect([await statusOf(broken), await statusOf(fine)]).toEqual(["action_required", "expired"]);
});
