import { beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { buildWorldPartner, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { fundBalances } from "../funds/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText, moneyOf } from "../money/index.ts";
import { endUndecided } from "./end-undecided.ts";
import { decisionsOn, replayDecision } from "./replay-decision.ts";
import { beginStep } from "./step-claim.ts";

/** What stands where after some steps of a claim over 1,000.00: held for it, and approved of it. */
interface Outcome {
  readonly steps: readonly Step[];
  readonly held: number;
  readonly approved: number;
}
type Step =
  | "submit"
  | "withdraw"
  | "open"
  | "ask"
  | "less"
  | "resume"
  | "cancel"
  | "expire"
  | "approve"
  | "cut"
  | "reject";

/** Every way through rulebook 4.2 up to the decision. */
const WAYS: readonly Outcome[] = [
  { steps: [], held: 0, approved: 0 },
  { steps: ["cancel"], held: 0, approved: 0 },
  { steps: ["expire"], held: 0, approved: 0 },
  { steps: ["submit"], held: 1000, approved: 0 },
  { steps: ["submit", "withdraw"], held: 0, approved: 0 },
  { steps: ["submit", "withdraw", "less", "submit"], held: 900, approved: 0 },
  { steps: ["submit", "withdraw", "cancel"], held: 0, approved: 0 },
  { steps: ["submit", "ask"], held: 1000, approved: 0 },
  { steps: ["submit", "ask", "less"], held: 1000, approved: 0 },
  { steps: ["submit", "open", "ask", "less", "submit"], held: 900, approved: 0 },
  { steps: ["submit", "ask", "resume"], held: 1000, approved: 0 },
  { steps: ["submit", "ask", "resume", "submit", "open", "approve"], held: 0, approved: 1000 },
  { steps: ["submit", "ask", "resume", "cancel"], held: 0, approved: 0 },
  { steps: ["submit", "ask", "expire"], held: 0, approved: 0 },
  { steps: ["submit", "open"], held: 1000, approved: 0 },
  { steps: ["submit", "open", "approve"], held: 0, approved: 1000 },
  { steps: ["submit", "open", "cut"], held: 0, approved: 700 },
  { steps: ["submit", "open", "reject"], held: 0, approved: 0 },
];

// The fund holds 12,000.00. A plan is approved over 3,000.00; where it is paid ahead, 800.00 of it are paid.
describe.each(MONEY_MODES)("the money of a claim $name", (mode) => {
  const database = useDatabase();
  const desk = modeDesk(database, mode);
  const { claims, plans } = desk;
  beforeAll(async () => {
    await desk.open();
  });

  async function take(step: Step, id: string, { admin: by }: WorldPartner): Promise<unknown> {
    switch (step) {
      case "submit":
      case "withdraw":
      case "resume":
      case "cancel":
        return claims[step](id, { by });
      case "less":
        return claims.edit(id, { amountClaimed: moneyOf("900.00", "USD") }, { by });
      case "open":
      case "ask":
      case "approve":
      case "reject":
        return claims[step](id);
      case "cut": {
        const [line = ""] = await claims.lines(id);
        return claims.approve(id, [[line, "700.00", "expense-ineligible"]]);
      }
      case "expire": {
        const command = { actor: SYSTEM_ACTOR, now: claims.tick() };
        return claims.as(SYSTEM_ACTOR, async (tx) =>
          endUndecided(tx, command, await beginStep(tx, command, id, "expire"), "expired"),
        );
      }
    }
  }

  /** What a fund shows when this much is held for a claim and approved of it. */
  function shown({ held, approved }: Outcome) {
    if (mode.paidAhead) {
      const proven = Math.min(approved, 800);
      return { committed: 800 - proven, reserved: 0, approved: proven, paid: proven, remaining: 11_200 };
    }
    const committed = mode.committed ? 3000 - held - approved : 0;
    return { committed, reserved: held, approved, paid: 0, remaining: 12_000 - committed - held - approved };
  }

  test.each(WAYS.map((way) => [way.steps.join(", ") || "nothing", way] as const))(
    "after %s is where it belongs",
    async (_name, way) => {
      const partner = await buildWorldPartner(database.db, desk.world.program, `After ${way.steps.join(" ")} Ltd`);
      const { id: plan, activity } = await desk.plan({ partner });
      if (plan !== undefined && mode.paidAhead) await plans.pay(plan, "800.00");
      const claim = await claims.make({ partner, ...(activity === undefined ? {} : { activity }) });
      for (const step of way.steps) await take(step, claim, partner);
      const balances = await claims.as(SYSTEM_ACTOR, (tx) => fundBalances(tx, partner.fund));
      const { committed, reserved, approved, paid, remaining } = balances;
      const found = Object.entries({ committed, reserved, approved, paid, remaining });
      expect(Object.fromEntries(found.map(([name, amount]) => [name, Number(amountText(amount))]))).toEqual(shown(way));
    },
  );

  test("of all these claims the books agree", async () => {
    for (const check of checks) expect(await claims.as(SYSTEM_ACTOR, (tx) => check.run(tx)), check.name).toEqual([]);
  });

  test("each decision, judged again from what was kept with it, finds what it found", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "Judged Again Ltd");
    const { activity } = await desk.plan({ partner });
    const claim = await claims.make({ partner, ...(activity === undefined ? {} : { activity }) });
    for (const step of ["submit", "ask", "submit", "open", "approve"] as const) await take(step, claim, partner);
    const decisions = await claims.as(SYSTEM_ACTOR, (tx) => decisionsOn(tx, claim));
    expect(decisions.map(({ verb }) => verb)).toEqual(["submit", "request-information", "submit", "approve"]);
    for (const decision of decisions) {
      expect(decision.facts.planActivity !== null).toBe(mode.planned);
      const again = await claims.as(SYSTEM_ACTOR, (tx) => replayDecision(tx, decision));
      expect(again.findings).toEqual(decision.findings);
    }
  });
});
