import { beforeAll, describe, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, buildWorldPartner, type World, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { commentsOn } from "../conversations/index.ts";
import { fundBalances } from "../funds/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText, type Money } from "../money/index.ts";
import { judgeClaim } from "./judge-claim.ts";

const database = useDatabase({ max: 20 });
let world: World;
const desk = claimDesk(database, () => world);
beforeAll(async () => {
  world = await buildWorld(database.db, { balance: "60000.00" });
});

async function balances(of: Pick<WorldPartner, "fund">) {
  const { reserved, approved, remaining } = await desk.as(SYSTEM_ACTOR, (tx) => fundBalances(tx, of.fund));
  return { reserved: amountText(reserved), approved: amountText(approved), remaining: amountText(remaining) };
}
const newPartner = (name: string, balance: string) => buildWorldPartner(database.db, world.program, name, balance);
async function underReview(wish: Parameters<typeof desk.make>[0] = {}): Promise<string> {
  const id = await desk.make(wish);
  await desk.submit(id, wish.partner ? { by: wish.partner.admin } : {});
  await desk.open(id);
  return id;
}
const text = (amount: Money | null) => amount && amountText(amount);
async function decidedLines(id: string) {
  const { invoices, certifications } = await desk.evidence(id);
  return [...invoices.flatMap((invoice) => invoice.lines), ...certifications].map((line) => [
    text(line.eligibleAmount),
    text(line.approvedAmount),
    line.reasonCode,
  ]);
}

describe("approving a claim", () => {
  test("whole: everything that was reserved is owed", async () => {
    const partner = await newPartner("Whole Ltd", "5000.00");
    const id = await underReview({ partner, amount: "1200.00" });
    const claim = await desk.approve(id);
    expect(claim).toMatchObject({ status: "approved", dueAt: null, dueOn: null, dueSide: null });
    expect([text(claim.amountApproved), claim.decidedBy]).toEqual(["1200.00", world.reviewer.personId]);
    expect(await balances(partner)).toEqual({ reserved: "0.00", approved: "1200.00", remaining: "3800.00" });
  });

  test("in part, with a reason for each cut: the rest is back in the fund", async () => {
    const partner = await newPartner("Part Ltd", "5000.00");
    const id = await underReview({ partner, amount: "1000.00", lines: ["600.00", "300.00", "100.00"] });
    const [first = "", , third = ""] = await desk.lines(id);
    const claim = await desk.approve(id, [
      [first, "450.50", "expense-ineligible"],
      [third, "0.00", "invoice-outside-period"],
    ]);
    expect(text(claim.amountApproved)).toBe("750.50");
    expect(await decidedLines(id)).toEqual([
      ["600.00", "450.50", "expense-ineligible"],
      ["300.00", "300.00", null],
      ["100.00", "0.00", "invoice-outside-period"],
    ]);
    expect(await balances(partner)).toEqual({ reserved: "0.00", approved: "750.50", remaining: "4249.50" });
  });

  test("cut by a cap over the period: 12,000.00 approved before, 8,000.00 claimed, 6,750.00 approved (T46)", async () => {
    const partner = await newPartner("Capped Ltd", "50000.00");
    const wish = { partner, activityType: "vendor-syndicated-content" } as const;
    await desk.approve(await underReview({ ...wish, amount: "12000.00" }));
    const id = await underReview({ ...wish, amount: "8000.00" });
    const claim = await desk.approve(id);
    expect(text(claim.amountApproved)).toBe("6750.00");
    expect(await decidedLines(id)).toEqual([["6750.00", "6750.00", "cap-exceeded"]]);
    expect(await balances(partner)).toEqual({ reserved: "0.00", approved: "18750.00", remaining: "31250.00" });
  });

  test("the caps are counted again at the approval: what was approved since the submission counts", async () => {
    const partner = await newPartner("Counted Again Ltd", "50000.00");
    const wish = { partner, activityType: "vendor-syndicated-content" } as const;
    const [first, second] = [
      await underReview({ ...wish, amount: "12000.00" }),
      await underReview({ ...wish, amount: "8000.00" }),
    ];
    expect(await decidedLines(second)).toEqual([["8000.00", null, null]]);
    await desk.approve(first);
    expect(text((await desk.approve(second)).amountApproved)).toBe("6750.00");
  });

  test("another usage period, another location, another partner and rejected claims do not count against a cap", async () => {
    const partner = await newPartner("Uncounted Ltd", "50000.00");
    const wish = { activityType: "vendor-syndicated-content", amount: "18000.00" } as const;
    await desk.approve(await underReview(wish));
    await desk.reject(await underReview({ ...wish, partner }));
    expect(text((await desk.approve(await underReview({ ...wish, partner }))).amountApproved)).toBe("18000.00");
  });

  test("with certified in-house cost, which is a line like the others", async () => {
    const id = await underReview({
      activityType: "partner-website-and-search",
      amount: "1500.00",
      lines: ["500.00"],
      certified: true,
    });
    const [, certification = ""] = await desk.lines(id);
    const claim = await desk.approve(id, [[certification, "800.00", "csr-not-allowed"]]);
    expect(text(claim.amountApproved)).toBe("1300.00");
    expect(await decidedLines(id)).toEqual([
      ["500.00", "500.00", null],
      ["1000.00", "800.00", "csr-not-allowed"],
    ]);
  });

  test("with a comment: both sides read it", async () => {
    const id = await underReview();
    await desk.approve(id, [], { comment: "Well documented, thank you." });
    const comments = await desk.as(world.incentivesAdmin, (tx) => commentsOn(tx, id));
    expect(comments.map((comment) => [comment.text, comment.side])).toEqual([
      ["Well documented, thank you.", "vendor"],
    ]);
  });
});

describe("an approval is refused, and nothing changes,", () => {
  test.each<readonly [string, (ids: string[]) => Parameters<typeof desk.approve>[1], { currency?: string }, string]>([
    ["for a line of another claim", () => [["ivl_00000000000000000000000001", "1.00"]], {}, "invalid-lines"],
    [
      "for a line named twice",
      ([a = ""]) => [
        [a, "1000.00"],
        [a, "1000.00"],
      ],
      {},
      "invalid-lines",
    ],
    ["for more than the rules leave", ([a = ""]) => [[a, "1000.01"]], {}, "invalid-lines"],
    ["for a cut without a reason", ([a = ""]) => [[a, "999.99"]], {}, "invalid-lines"],
    ["for a cut with a reason that is none", ([a = ""]) => [[a, "999.99", "note-missing"]], {}, "invalid-lines"],
    ["in another currency", ([a = ""]) => [[a, "1000.00"]], { currency: "EUR" }, "invalid-lines"],
    ["of nothing at all", ([a = ""]) => [[a, "0.00", "invoice-duplicate"]], {}, "nothing-approved"],
  ])("%s", async (_, lines, wish, code) => {
    const partner = await newPartner(`Refused ${code} Ltd`, "5000.00");
    const id = await underReview({ partner });
    await expect(desk.approve(id, lines(await desk.lines(id)), wish)).rejects.toMatchObject({ code, kind: "invalid" });
    expect((await desk.look(id)).status).toBe("under_review");
    expect(await balances(partner)).toEqual({ reserved: "1000.00", approved: "0.00", remaining: "4000.00" });
  });
});

describe("rejecting a claim", () => {
  test("gives its money back and says why", async () => {
    const partner = await newPartner("Rejected Ltd", "5000.00");
    const id = await underReview({ partner });
    const claim = await desk.reject(id);
    expect(claim).toMatchObject({ status: "rejected", reasonCode: "invoice-not-partner", dueSide: null });
    expect(claim.decidedBy).toBe(world.reviewer.personId);
    expect(await balances(partner)).toEqual({ reserved: "0.00", approved: "0.00", remaining: "5000.00" });
    const [comment] = await desk.as(partner.admin, (tx) => commentsOn(tx, id));
    expect(comment?.text).toBe("The invoice is billed to somebody else.");
  });

  test.each(["cap-exceeded", "note-missing", "because"])(
    "is refused with %s, no reason for rejections",
    async (reasonCode) => {
      const id = await underReview({ amount: "1.00" });
      await expect(desk.reject(id, { reasonCode })).rejects.toMatchObject({ code: "reason-unknown" });
      expect((await desk.look(id)).status).toBe("under_review");
    },
  );
});

describe("at the same moment", () => {
  test("of four approvals exactly one wins; the others are told who was quicker", async () => {
    const id = await underReview();
    const by = [world.reviewer, world.reviewerTwo, world.reviewer, world.reviewerTwo];
    const results = await Promise.allSettled(by.map((reviewer) => desk.approve(id, [], { by: reviewer })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { decidedBy } = await desk.look(id);
    const name = decidedBy === world.reviewer.personId ? "Rae Reviewer" : "Robin Reviewer";
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      expect(result.reason).toMatchObject({ code: "wrong-status", kind: "conflict", details: { decidedBy: { name } } });
    }
  });

  test("an approval and a rejection cannot both be", async () => {
    const partner = await newPartner("Both Ltd", "5000.00");
    const id = await underReview({ partner });
    const results = await Promise.allSettled([desk.approve(id), desk.reject(id, { by: world.reviewerTwo })]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { status } = await desk.look(id);
    expect(await balances(partner)).toEqual(
      status === "approved"
        ? { reserved: "0.00", approved: "1000.00", remaining: "4000.00" }
        : { reserved: "0.00", approved: "0.00", remaining: "5000.00" },
    );
  });

  test("of twelve claims that race for a balance that fits five, exactly five are submitted", async () => {
    const partner = await newPartner("Racing Ltd", "5000.00");
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(await desk.make({ partner }));
    const results = await Promise.allSettled(ids.map((id) => desk.submit(id, { by: partner.admin })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "rules-refused" });
    expect(await balances(partner)).toEqual({ reserved: "5000.00", approved: "0.00", remaining: "0.00" });
  });

  test("two approvals cannot both use the last of a cap", async () => {
    const partner = await newPartner("Last Of A Cap Ltd", "50000.00");
    const wish = { partner, activityType: "vendor-syndicated-content", amount: "12000.00" } as const;
    const ids = [await underReview(wish), await underReview(wish)];
    const approved = await Promise.all(ids.map(async (id) => text((await desk.approve(id)).amountApproved)));
    expect(new Set(approved)).toEqual(new Set(["12000.00", "6750.00"]));
    expect((await balances(partner)).approved).toBe("18750.00");
  });
});

test("the order of cuts is fixed, and each names its rule (T50): the cap first, then the amount claimed", async () => {
  const id = await desk.make({
    partner: await newPartner("Order Ltd", "50000.00"),
    activityType: "vendor-syndicated-content",
    amount: "18000.00",
    lines: ["15000.00", "5000.00"],
  });
  const { assessment } = await desk.as(SYSTEM_ACTOR, async (tx) =>
    judgeClaim(tx, await desk.look(id), desk.tick(), { lock: false }),
  );
  expect(assessment.lines.map((line) => line.cuts.map(({ rule, amount }) => [rule, amountText(amount)]))).toEqual([
    [],
    [
      ["cap.absolute", "1250.00"],
      ["amount.claimed", "750.00"],
    ],
  ]);
});
