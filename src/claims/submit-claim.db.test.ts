import { beforeAll, describe, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, buildWorldPartner, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { fundBalances } from "../funds/index.ts";
import { DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText } from "../money/index.ts";
import { judgeClaim } from "./judge-claim.ts";
import { decisionsOn, replayDecision } from "./replay-decision.ts";
import { submitClaim } from "./submit-claim.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
beforeAll(async () => {
  world = await buildWorld(database.db);
});

const judgedAs = (id: string, at: Date) =>
  desk.as(SYSTEM_ACTOR, async (tx) => judgeClaim(tx, await desk.look(id), at, { lock: false }));
async function remaining(fund = world.fund): Promise<string> {
  return amountText((await desk.as(SYSTEM_ACTOR, (tx) => fundBalances(tx, fund))).remaining);
}
const reservedFor = async (id: string) =>
  amountText(await desk.as(SYSTEM_ACTOR, (tx) => ledger.balanceOf(tx, "claim-reserved", id, "USD")));
async function refusal(promise: Promise<unknown>): Promise<DomainError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
}

describe("submitting a claim", () => {
  test("locks it, reserves its amount in the fund and counts the round", async () => {
    const before = await remaining();
    const id = await desk.make({ amount: "750.25" });
    const at = new Date("2026-11-23T12:00:00Z");
    const claim = await desk.submit(id, { at });
    expect(claim).toMatchObject({ status: "submitted", round: 1, dueSide: "vendor", submittedAt: at });
    expect(claim.submittedBy).toBe(world.incentivesAdmin.personId);
    expect(claim.acknowledged).toEqual(["truth", "no-double-funding", "retention"]);
    expect(await reservedFor(id)).toBe("750.25");
    expect(Number(before) - Number(await remaining())).toBeCloseTo(750.25, 2);
  });

  test.each([
    ["Monday", "2026-11-23T12:00:00Z", "2026-11-25", "2026-11-26T07:59:59Z"],
    ["Friday (T34)", "2026-11-27T20:00:00Z", "2026-12-01", "2026-12-02T07:59:59Z"],
    ["the last minute of Friday in the program's zone", "2026-11-28T07:59:00Z", "2026-12-01", "2026-12-02T07:59:59Z"],
    ["the first minute of Saturday there", "2026-11-28T08:00:00Z", "2026-12-01", "2026-12-02T07:59:59Z"],
    ["Christmas Eve: the market's holidays do not count", "2026-12-24T18:00:00Z", "2026-12-30", "2026-12-31T07:59:59Z"],
  ])("on %s, the decision is due two business days later", async (_, at, dueOn, dueAt) => {
    const claim = await desk.submit(await desk.make({ amount: "1.00" }), { at: new Date(at) });
    expect([claim.dueOn, claim.dueAt?.toISOString()]).toEqual([dueOn, dueAt.replace("Z", ".000Z")]);
  });

  test("writes what each line is worth by the rules, and nothing approved yet", async () => {
    const id = await desk.make({ amount: "700.00", lines: ["600.00", "400.00"] });
    await desk.submit(id);
    const [invoice] = (await desk.evidence(id)).invoices;
    expect(
      invoice?.lines.map(({ eligibleAmount, approvedAmount, reasonCode }) => [
        eligibleAmount && amountText(eligibleAmount),
        approvedAmount,
        reasonCode,
      ]),
    ).toEqual([
      ["600.00", null, null],
      ["100.00", null, "amount-claimed"],
    ]);
  });
});

describe("the checklist, the submission and the review", () => {
  test("say the very same", async () => {
    const id = await desk.make({ amount: "700.00", lines: ["600.00", "400.00"] });
    const at = desk.tick();
    const live = (await judgedAs(id, at)).assessment.findings;
    await desk.submit(id, { at });
    await desk.open(id);
    const review = (await judgedAs(id, desk.tick())).assessment.findings;
    const [kept] = await desk.as(SYSTEM_ACTOR, (tx) => decisionsOn(tx, id));
    expect(live.map((finding) => finding.rule)).toContain("amount.claimed");
    expect(kept?.findings).toEqual(live);
    expect(review).toEqual(live);
  });

  test("a decision can be judged again a year later from what was kept, whatever has changed since", async () => {
    const id = await desk.make({ amount: "700.00", lines: ["600.00", "400.00"], supplier: ["Twice Ltd", "T-1"] });
    const twin = await desk.make({ amount: "10.00", supplier: ["Twice Ltd", "T-1"], partner: world.other });
    await desk.submit(id);
    await desk.open(id);
    await desk.ask(id);
    await desk.edit(id, { amountClaimed: { minor: 65_000n, currency: "USD" }, executionDate: "2026-10-20" });
    await desk.submit(id);
    await desk.open(id);
    await desk.approve(id);
    const decisions = await desk.as(SYSTEM_ACTOR, (tx) => decisionsOn(tx, id));
    expect(decisions.map(({ verb, round }) => `${verb} ${round}`)).toEqual([
      "submit 1",
      "request-information 1",
      "submit 2",
      "approve 2",
    ]);
    for (const decision of decisions) {
      const again = await desk.as(SYSTEM_ACTOR, (tx) => replayDecision(tx, decision));
      expect(again.findings.length).toBeGreaterThan(0);
      expect(again.findings).toEqual(decision.findings);
    }
    expect(decisions[0]?.subject.amountClaimed).toEqual({ minor: 70_000n, currency: "USD" });
    expect(decisions[0]?.findings).not.toEqual(decisions[2]?.findings);
    expect(decisions[0]?.facts.duplicates.map(({ code }) => code)).toContain("same-supplier-and-number");
    expect(JSON.stringify(decisions[0]?.facts, (_, value: unknown) => String(value))).not.toContain(twin);
  });
});

describe("a submission is refused", () => {
  test("when the checklist is not complete, with every finding, and nothing changes", async () => {
    const id = await desk.make({ bare: true });
    const error = await refusal(desk.submit(id));
    expect(error).toMatchObject({ code: "rules-refused", kind: "invalid" });
    expect(error.findings?.filter(({ severity }) => severity === "blocks").map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["cost-proof.missing", "evidence.missing", "metric.missing"]),
    );
    expect(await desk.look(id)).toMatchObject({ status: "editing", round: 0, version: 1 });
    expect(await desk.as(SYSTEM_ACTOR, (tx) => decisionsOn(tx, id))).toEqual([]);
  });

  test("when more is claimed than is left, by a cent, and the balance is said (T15)", async () => {
    const small = await buildWorldPartner(database.db, world.program, "Small Ltd", "3000.00");
    const by = small.admin;
    const error = await refusal(desk.submit(await desk.make({ partner: small, amount: "3000.01" }), { by }));
    const [blocking] = error.findings?.filter(({ severity }) => severity === "blocks") ?? [];
    expect(blocking).toMatchObject({ rule: "balance.exceeded", found: "3000.01", allowed: "3000.00" });
  });

  test("when an earlier claim took the money: two drafts may exist, the second is refused (T15)", async () => {
    const small = await buildWorldPartner(database.db, world.program, "Two Drafts Ltd", "3000.00");
    const by = small.admin;
    const first = await desk.make({ partner: small, amount: "2000.00" });
    const second = await desk.make({ partner: small, amount: "2000.00" });
    await desk.submit(first, { by });
    const error = await refusal(desk.submit(second, { by }));
    expect(error.message).toContain("1000.00 USD");
    expect(await remaining(small.fund)).toBe("1000.00");
  });

  test.each([
    ["before the window opens (T02)", "2026-08-16T06:59:59Z", "claim-window.not-open"],
    ["after it has closed (T02)", "2027-02-16T08:00:00Z", "claim-window.closed"],
  ])("%s", async (_, at, rule) => {
    const id = await desk.make({ amount: "1.00", executionDate: "2026-07-02", at: new Date("2026-08-01T12:00:00Z") });
    const error = await refusal(desk.submit(id, { at: new Date(at) }));
    expect(error.findings?.map((finding) => finding.rule)).toContain(rule);
  });

  test.each(["2026-08-16T07:00:00Z", "2027-02-16T07:59:59Z"])("not at %s, the edge of the window (T02)", async (at) => {
    const id = await desk.make({ amount: "1.00", executionDate: "2026-07-02", at: new Date("2026-08-01T12:00:00Z") });
    expect((await desk.submit(id, { at: new Date(at) })).status).toBe("submitted");
  });

  test.each([
    ["2026-06-30", "date.outside-usage"],
    ["2027-01-01", "date.outside-usage"],
  ])("for work on %s, outside the usage period (T03)", async (executionDate, rule) => {
    const error = await refusal(desk.submit(await desk.make({ executionDate, amount: "1.00" })));
    expect(error.findings?.map((finding) => finding.rule)).toContain(rule);
  });

  test.each<readonly [string, string[], string]>([
    ["nothing was confirmed", [], "missing"],
    ["one statement was not confirmed", ["truth", "retention"], "missing"],
    ["a statement is none of the program's", ["truth", "no-double-funding", "retention", "more"], "unknown"],
  ])("when %s", async (_, acknowledgements, code) => {
    const id = await desk.make({ amount: "1.00" });
    const actor = world.incentivesAdmin;
    const command = { actor, now: desk.tick() };
    const error = await refusal(desk.as(actor, (tx) => submitClaim(tx, command, id, () => ({ acknowledgements }))));
    expect(error.code).toBe("acknowledgements-missing");
    expect(new Set(error.errors?.map((each) => each.code))).toEqual(new Set([code]));
  });

  test("when the partner's bank and tax data are not complete", async () => {
    const unpaid = await buildWorldPartner(database.db, world.program, "Unpaid Ltd", "3000.00", { payoutReady: false });
    const error = await refusal(desk.submit(await desk.make({ partner: unpaid }), { by: unpaid.admin }));
    expect(error.findings?.map((finding) => finding.rule)).toContain("payout-data.missing");
  });
});

describe("withdrawing and cancelling", () => {
  test("a withdrawn claim is open for changes, its money is back, and it may be sent again in a new round", async () => {
    const before = await remaining();
    const id = await desk.make({ amount: "300.00" });
    await desk.submit(id);
    const claim = await desk.withdraw(id);
    expect(claim).toMatchObject({ status: "editing", round: 1, dueAt: null, dueOn: null, dueSide: null });
    expect([await reservedFor(id), await remaining()]).toEqual(["0.00", before]);
    await desk.edit(id, { amountClaimed: { minor: 25_000n, currency: "USD" } });
    expect(await desk.submit(id)).toMatchObject({ status: "submitted", round: 2 });
    expect(await reservedFor(id)).toBe("250.00");
  });

  test("a draft is cancelled without a trace in the ledger; a returned claim gives back what it held", async () => {
    const before = await remaining();
    expect((await desk.cancel(await desk.make({ bare: true }))).status).toBe("cancelled");
    const returned = await desk.make({ amount: "300.00" });
    await desk.submit(returned);
    await desk.ask(returned);
    await desk.resume(returned);
    expect(await reservedFor(returned)).toBe("300.00");
    expect(await desk.cancel(returned)).toMatchObject({ status: "cancelled", dueAt: null });
    expect([await reservedFor(returned), await remaining()]).toEqual(["0.00", before]);
  });
});
