import { beforeAll, describe, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { commentsOn } from "../conversations/index.ts";
import { fundBalances } from "../funds/index.ts";
import { idText, SYSTEM_ACTOR } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, moneyOf } from "../money/index.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
beforeAll(async () => {
  world = await buildWorld(database.db);
});

const reservedFor = async (id: string) =>
  amountText(await desk.as(SYSTEM_ACTOR, (tx) => ledger.balanceOf(tx, "claim-reserved", id, "USD")));
const remaining = async (of: WorldPartner) =>
  amountText((await desk.as(SYSTEM_ACTOR, (tx) => fundBalances(tx, of.fund))).remaining);
const amountClaimed = (text: string) => ({ amountClaimed: moneyOf(text, "USD") });

async function submitted(amount = "1000.00", partner?: WorldPartner): Promise<string> {
  const id = await desk.make({ amount, ...(partner ? { partner } : {}) });
  await desk.submit(id, partner ? { by: partner.admin } : {});
  return id;
}

describe("asking the partner for something", () => {
  test("stops the vendor's clock and starts the partner's: 14 business days, to the end of the day in the program's zone", async () => {
    const id = await submitted();
    await desk.open(id);
    const claim = await desk.ask(id, { at: new Date("2026-11-24T18:00:00Z") });
    // From Tuesday 24 November: 14 business days in the United Kingdom.
    expect(claim).toMatchObject({ status: "action_required", dueSide: "partner", dueOn: "2026-12-14" });
    expect(claim.dueAt?.toISOString()).toBe("2026-12-15T07:59:59.000Z");
    expect(claim.reasonCode).toBe("evidence-missing");
  });

  test("is possible before the review was opened", async () => {
    expect(await desk.ask(await submitted())).toMatchObject({ status: "action_required" });
  });

  test("leaves the reservation where it is", async () => {
    const id = await submitted("432.10");
    await desk.ask(id);
    expect(await reservedFor(id)).toBe("432.10");
  });

  test("never gives time past the proof deadline of the period", async () => {
    const claim = await desk.ask(await submitted("1.00"), { at: new Date("2027-03-22T12:00:00Z") });
    expect([claim.dueOn, claim.dueAt?.toISOString()]).toEqual(["2027-03-31", "2027-04-01T06:59:59.000Z"]);
  });

  test("is possible on the last day of that deadline, and not on the day after: then it must be decided as it is", async () => {
    const id = await submitted("1.00");
    await expect(desk.ask(id, { at: new Date("2027-04-01T07:00:00Z") })).rejects.toMatchObject({
      code: "proof-deadline-passed",
      kind: "conflict",
    });
    expect((await desk.ask(id, { at: new Date("2027-04-01T06:59:59Z") })).dueOn).toBe("2027-03-31");
  });

  test("is said to both sides, and may point at a part of the claim", async () => {
    const id = await submitted();
    const [document] = (await desk.evidence(id)).documents;
    const item = idText("document", document?.id ?? "");
    await desk.ask(id, { item });
    const [comment] = await desk.as(world.incentivesAdmin, (tx) => commentsOn(tx, id));
    expect(comment).toMatchObject({ text: "Please show the whole page.", side: "vendor", visibility: "shared", item });
  });

  test.each([
    ["a reason that is for rejections only", { reasonCode: "preapproval-missing" }, "reason-unknown"],
    ["a reason the program does not know", { reasonCode: "because" }, "reason-unknown"],
    ["a part of another claim", { item: idText("document", "01926f3e-8000-7000-8000-000000000001") }, "invalid-body"],
  ])("is refused with %s", async (_, wish, code) => {
    const id = await submitted("1.00");
    await expect(desk.ask(id, wish)).rejects.toMatchObject({ code, kind: "invalid" });
    expect((await desk.look(id)).status).toBe("submitted");
  });
});

describe("the partner answers", () => {
  test("with a lower amount: the difference is free again", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Lower Ltd", "3000.00");
    const by = partner.admin;
    const id = await submitted("2500.00", partner);
    await desk.ask(id);
    await desk.edit(id, amountClaimed("1800.00"), { by });
    const claim = await desk.submit(id, { by });
    expect(claim).toMatchObject({ status: "submitted", round: 2, reasonCode: null, dueSide: "vendor" });
    expect([await reservedFor(id), await remaining(partner)]).toEqual(["1800.00", "1200.00"]);
  });

  test("with a higher amount, as far as its own reservation and the fund reach", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Higher Ltd", "3000.00");
    const by = partner.admin;
    const id = await desk.make({ amount: "2500.00", lines: ["4000.00"], partner });
    await desk.submit(id, { by });
    await desk.ask(id);
    await desk.edit(id, amountClaimed("3000.01"), { by });
    await expect(desk.submit(id, { by })).rejects.toMatchObject({ code: "rules-refused" });
    expect([await reservedFor(id), (await desk.look(id)).status]).toEqual(["2500.00", "action_required"]);
    await desk.edit(id, amountClaimed("3000.00"), { by });
    await desk.submit(id, { by });
    expect([await reservedFor(id), await remaining(partner)]).toEqual(["3000.00", "0.00"]);
  });

  test("when another claim took the rest meanwhile, more is refused and the same amount still goes", async () => {
    const partner = await buildWorldPartner(database.db, world.program, "Meanwhile Ltd", "3000.00");
    const by = partner.admin;
    const id = await desk.make({ amount: "2000.00", lines: ["2500.00"], partner });
    await desk.submit(id, { by });
    await desk.ask(id);
    await submitted("1000.00", partner);
    await desk.edit(id, amountClaimed("2000.01"), { by });
    await expect(desk.submit(id, { by })).rejects.toMatchObject({ code: "rules-refused" });
    await desk.edit(id, amountClaimed("2000.00"), { by });
    expect((await desk.submit(id, { by })).round).toBe(2);
  });

  test("after taking the claim back to editing; the deadline to answer goes on", async () => {
    const id = await submitted();
    const asked = await desk.ask(id);
    const claim = await desk.resume(id);
    expect(claim).toMatchObject({ status: "editing", dueSide: "partner", dueOn: asked.dueOn, dueAt: asked.dueAt });
    expect((await desk.submit(id)).status).toBe("submitted");
  });

  test("after the claim window has closed, as long as the proof deadline has not passed", async () => {
    const id = await submitted("1.00");
    await desk.ask(id, { at: new Date("2027-02-12T12:00:00Z") });
    expect((await desk.submit(id, { at: new Date("2027-03-01T12:00:00Z") })).status).toBe("submitted");
  });

  test("with the amount or the date taken out for the moment: a draft may be incomplete, a submission not", async () => {
    const id = await submitted("1.00");
    await desk.ask(id);
    const claim = await desk.edit(id, { amountClaimed: null, executionDate: null });
    expect(claim).toMatchObject({ status: "action_required", amountClaimed: null, executionDate: null });
    await expect(desk.submit(id)).rejects.toMatchObject({ code: "rules-refused" });
  });

  test("and is reviewed by the next reviewer as a claim nobody has opened yet", async () => {
    const id = await submitted("1.00");
    await desk.open(id);
    await desk.ask(id);
    expect((await desk.submit(id)).openedBy).toBeNull();
    expect((await desk.open(id, { by: world.reviewerTwo })).openedBy).toBe(world.reviewerTwo.personId);
  });
});
