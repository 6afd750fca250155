import { beforeAll, describe, expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { MONEY_MODES, modeDesk } from "../../test/builders/money-modes.ts";
import { buildWorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";

/** Which rules refused, once for each claim that lost; anything but a refusal by the rules fails the test. */
async function refusals(attempts: readonly Promise<unknown>[]): Promise<string[]> {
  const results = await Promise.allSettled(attempts);
  return results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    const reason: unknown = result.reason;
    if (!(reason instanceof DomainError) || reason.code !== "rules-refused") throw reason;
    return reason.findings?.find(({ severity }) => severity === "blocks")?.rule ?? "";
  });
}

describe.each(MONEY_MODES.filter(({ planned }) => planned))("claims that race $name", (mode) => {
  const database = useDatabase({ max: 14 });
  const desk = modeDesk(database, mode);
  const { claims, plans } = desk;
  beforeAll(async () => {
    await desk.open();
  });

  test("of twelve that race for an activity's budget that fits five, exactly five win", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "Budget Race Ltd");
    const { activity } = await plans.make({ partner, budgets: ["500.00", "6000.00"] });
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.push(await claims.make({ partner, activity, amount: "100.00" }));
    const lost = await refusals(ids.map((id) => claims.submit(id, { by: partner.admin })));
    expect(lost).toEqual(Array.from({ length: 7 }, () => "activity.budget-exceeded"));
  });

  test("of two that race for the last of the plan's limit from two activities, one is refused", async () => {
    const partner = await buildWorldPartner(database.db, desk.world.program, "Limit Race Ltd");
    const { activities } = await plans.make({ partner, budgets: ["500.00", "500.00"], approved: "500.00" });
    const ids: string[] = [];
    for (const activity of activities) ids.push(await claims.make({ partner, activity, amount: "500.00" }));
    const lost = await refusals(ids.map((id) => claims.submit(id, { by: partner.admin })));
    expect(lost).toEqual(["plan.limit-exceeded"]);
  });

  test("the books agree afterwards", async () => {
    for (const check of checks) expect(await claims.as(SYSTEM_ACTOR, (tx) => check.run(tx)), check.name).toEqual([]);
  });
});
