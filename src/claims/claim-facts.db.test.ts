import { beforeAll, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { coopEdition } from "../../test/builders/judged-claim.ts";
import { buildWorld, buildWorldPartner, WORLD_NOW, type World, type WorldPartner } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { setPartnerFacts } from "../enrollments/index.ts";
import { type Finding, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { EditionDocument } from "../programs/index.ts";
import { getClaim, judgeClaim } from "./index.ts";

// What the newer rules of an edition ask about the world around a claim comes from the database: each rule judges a claim.

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);

const USD = "USD";
const { activityTypes } = coopEdition().document;
const BANNERS = "digital-advertising";

/** The co-op program with one rule of each newer kind. Banners are for resellers, mailings (syndicated content) for everybody. */
const RULED: Partial<EditionDocument> = {
  partnerTypes: [
    { code: "reseller", name: "Reseller" },
    { code: "distributor", name: "Distributor" },
  ],
  costShare: [
    { share: { kind: "fixed", percent: "50" }, fundTypes: ["coop"], activityTypes: ["partner-website-and-search"] },
  ],
  standing: [
    { code: "overdue-bills", meaning: "Bills are overdue", remedy: "Pay the bills first.", severity: "blocks" },
  ],
  claims: {
    dueAfterActivity: {
      within: { count: 36, unit: "business-days" },
      firstClaimWithin: { count: 90, unit: "days" },
    },
    counts: [{ code: "two-a-month", counts: "claims", most: 2, per: "month" }],
    fields: [{ code: "opportunity", name: "Opportunity", kind: "text", required: true, pattern: "O-####" }],
    name: { pattern: "* banners", example: "Autumn banners" },
  },
  calendar: { extraHolidays: [{ on: "2026-10-05", name: "Founders' day" }] },
  activityTypes: activityTypes.map((type) =>
    type.code === BANNERS
      ? {
          ...type,
          partnerTypes: ["reseller"],
          caps: [
            { kind: "absolute", amount: "900.00", currency: USD, per: "event", partnerTypes: ["reseller"] },
            { kind: "absolute", amount: "2000.00", currency: USD, per: "program-year", partnerTypes: ["reseller"] },
          ],
        }
      : type,
  ),
};

beforeAll(async () => {
  world = await buildWorld(database.db, { edition: RULED });
});

async function partnerNamed(name: string): Promise<WorldPartner> {
  return buildWorldPartner(database.db, world.program, name);
}

const become = (
  partner: WorldPartner,
  facts: Parameters<typeof setPartnerFacts>[3] extends () => infer B ? B : never,
) =>
  desk.as(world.programManager, async (tx) => {
    const { id } = await tx
      .selectFrom("enrollment")
      .select("id")
      .where("location_id", "=", partner.location.id)
      .executeTakeFirstOrThrow();
    await setPartnerFacts(tx, { actor: world.programManager, now: desk.tick(), seen: "*" }, id, () => facts);
  });

async function rulesFor(id: string, now = WORLD_NOW): Promise<Map<string, Finding>> {
  const { assessment } = await desk.as(SYSTEM_ACTOR, async (tx) =>
    judgeClaim(tx, await getClaim(tx, SYSTEM_ACTOR, id), now, { lock: false }),
  );
  return new Map(assessment.findings.map((finding) => [finding.rule, finding]));
}

async function submitted(
  partner: WorldPartner,
  wish: Parameters<typeof desk.make>[0],
  event?: string,
): Promise<string> {
  const id = await desk.make({ partner, ...wish });
  const fields = { opportunity: "O-1234" };
  await desk.edit(id, { fields, ...(event === undefined ? {} : { event }) }, { by: partner.admin });
  await desk.submit(id, { by: partner.admin });
  return id;
}

test("the type of the partner opens an activity type to it, and the fund's type gives the share of the vendor", async () => {
  const partner = await partnerNamed("Type Ltd");
  const banners = await desk.make({ partner });
  await become(partner, { partnerType: "distributor" });
  expect((await rulesFor(banners)).get("activity.partner-type")?.found).toBe("distributor");
  await become(partner, { partnerType: "reseller" });
  const rules = await rulesFor(banners);
  expect([...rules.keys()].filter((rule) => rule.startsWith("activity."))).toEqual([]);
  expect(rules.get("cap.absolute")?.effect).toEqual({
    amount: "-100.00",
    currency: USD,
  });
  const search = await desk.make({ partner, activityType: "partner-website-and-search", name: "Search banners" });
  expect((await rulesFor(search)).get("share.vendor-part")?.effect).toEqual({ amount: "-500.00", currency: USD });
});

test("the program's own fields are asked for, kept, judged by their form, and named when they are unknown", async () => {
  const partner = await partnerNamed("Fields Ltd");
  await become(partner, { partnerType: "reseller" });
  const id = await desk.make({ partner, name: "Autumn adverts" });
  expect((await rulesFor(id)).get("field.missing")?.field).toBe("fields.opportunity");
  expect((await rulesFor(id)).get("name.pattern")?.found).toBe("Autumn adverts");
  await desk.edit(id, { fields: { opportunity: "4711" }, name: "Autumn banners" }, { by: partner.admin });
  expect((await rulesFor(id)).get("field.not-valid")?.found).toBe("4711");
  expect((await rulesFor(id)).has("name.pattern")).toBe(false);
  await desk.edit(id, { fields: { opportunity: "O-4711" } }, { by: partner.admin });
  expect([...(await rulesFor(id)).keys()].filter((rule) => rule.startsWith("field."))).toEqual([]);
  await expect(desk.edit(id, { fields: { colour: "red" } }, { by: partner.admin })).rejects.toMatchObject({
    errors: [{ field: "fields.colour", code: "unknown-field" }],
  });
});

test("the first claim of a location has the longer time; the next one counts business days without the vendor's holiday", async () => {
  const partner = await partnerNamed("First Ltd");
  await become(partner, { partnerType: "reseller" });
  // 36 business days after Friday, 2 October 2026 end on Tuesday, 24 November, because 5 October is free; without it a day earlier.
  const late = new Date("2026-11-25T12:00:00Z");
  const first = await desk.make({ partner, executionDate: "2026-10-02" });
  expect((await rulesFor(first, late)).has("claim-deadline.passed")).toBe(false);
  await submitted(partner, { executionDate: "2026-10-30", amount: "100.00" });
  expect((await rulesFor(first, WORLD_NOW)).has("claim-deadline.passed")).toBe(false);
  expect((await rulesFor(first, late)).get("claim-deadline.passed")?.allowed).toBe("up to 2026-11-24");
});

test("what holds of a partner now stops its claims, and no longer when it holds no more", async () => {
  const partner = await partnerNamed("Overdue Ltd");
  await become(partner, { partnerType: "reseller", standing: ["overdue-bills"] });
  const id = await desk.make({ partner });
  expect((await rulesFor(id)).get("standing.overdue-bills")?.severity).toBe("blocks");
  await become(partner, { standing: [] });
  expect((await rulesFor(id)).has("standing.overdue-bills")).toBe(false);
  await expect(become(partner, { standing: ["on-the-moon"] })).rejects.toMatchObject({ code: "invalid-body" });
});

test("claims of one month count against the program's limit of number, and those of one event share its cap", async () => {
  const partner = await partnerNamed("Counted Ltd");
  await become(partner, { partnerType: "reseller" });
  const approved = await submitted(partner, { amount: "600.00", executionDate: "2026-10-20" }, "expo");
  await desk.open(approved);
  await desk.approve(approved);
  const second = await desk.make({ partner, amount: "600.00", executionDate: "2026-10-21" });
  await desk.edit(second, { event: "expo", fields: { opportunity: "O-0002" } }, { by: partner.admin });
  const cut = [...(await rulesFor(second)).values()].find(({ severity }) => severity === "cuts");
  expect(cut?.effect).toEqual({ amount: "-300.00", currency: USD });
  await desk.edit(second, { event: "fair" }, { by: partner.admin });
  expect([...(await rulesFor(second)).values()].filter(({ severity }) => severity === "cuts")).toEqual([]);
  expect((await rulesFor(second)).has("count.exceeded")).toBe(false);
  await submitted(partner, { amount: "100.00", executionDate: "2026-10-22" });
  expect((await rulesFor(second)).get("count.exceeded")?.allowed).toBe("at most 2");
  await desk.edit(second, { executionDate: "2026-11-02" }, { by: partner.admin });
  expect((await rulesFor(second)).has("count.exceeded")).toBe(false);
});
