import { sql } from "kysely";
import { inScopes, scopesOf } from "../identity/index.ts";
import { type Actor, idText } from "../kernel/index.ts";
import { type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { askedPublications } from "./asked-publications.ts";
import type { Overview, ProgramMoney, UnpaidPlan } from "./overview-contract.ts";

/** How many plans that wait for their payment are named. */
const MOST_PLANS = 10;

/** What waits, what is late, and where the money stands: of all that the actor may see. */
export async function overview(tx: Tx, actor: Actor, now: Date): Promise<Overview> {
  const [claims, plans] = [await waitingClaims(tx, actor, now), await waitingPlans(tx, actor, now)];
  return {
    waiting: { all: claims.all + plans.all, late: claims.late + plans.late },
    money: await moneyOf(tx, actor),
    unpaidPlans: await unpaidPlans(tx, actor),
    publications: await askedPublications(tx, actor),
  };
}

/** Counts of what waits; `count` is a bigint, and no queue is longer than a number. */
const counts = (now: Date) =>
  ({
    all: sql<number>`count(*)::int`,
    late: sql<number>`(count(*) filter (where due_at < ${now}))::int`,
  }) as const;

function waitingClaims(tx: Tx, actor: Actor, now: Date) {
  const { all, late } = counts(now);
  return tx
    .selectFrom("claim")
    .select([all.as("all"), late.as("late")])
    .where("status", "in", ["submitted", "under_review"])
    .where(
      inScopes(scopesOf(actor, "claim.view"), {
        program: sql.ref("claim.program_id"),
        location: sql.ref("claim.location_id"),
      }),
    )
    .executeTakeFirstOrThrow();
}

function waitingPlans(tx: Tx, actor: Actor, now: Date) {
  const { all, late } = counts(now);
  return tx
    .selectFrom("plan")
    .select([all.as("all"), late.as("late")])
    .where("status", "in", ["submitted", "under_review"])
    .where(
      inScopes(scopesOf(actor, "plan.view"), {
        program: sql.ref("plan.program_id"),
        location: sql.ref("plan.location_id"),
      }),
    )
    .executeTakeFirstOrThrow();
}

/** Balances of the ledger's accounts by program and currency, of the funds in sight. */
async function moneyOf(tx: Tx, actor: Actor): Promise<ProgramMoney[]> {
  const on = (...kinds: string[]) =>
    sql<bigint>`coalesce(sum(a.balance) filter (where a.kind in (${sql.join(kinds)})), 0)::bigint`;
  const rows = await tx
    .selectFrom("ledger_account as a")
    .innerJoin("fund", "fund.id", "a.fund_id")
    .innerJoin("program", "program.id", "a.program_id")
    .select(["program.code", "program.name", "a.currency"])
    .select([
      on("fund-available").as("left"),
      on("plan-committed").as("committed"),
      on("claim-reserved").as("reserved"),
      on("claim-payable", "plan-payable", "in-flight").as("payable"),
      on("plan-unproven").as("unproven"),
      on("paid").as("paid"),
    ])
    .where(
      inScopes(scopesOf(actor, "fund.view"), {
        program: sql.ref("fund.program_id"),
        location: sql.ref("fund.location_id"),
      }),
    )
    .groupBy(["program.code", "program.name", "a.currency"])
    .orderBy("program.name")
    .orderBy("a.currency")
    .execute();
  return rows.map(({ code, name, currency, ...amounts }) => {
    const wire = (minor: bigint) => toWire({ minor, currency } satisfies Money);
    return {
      program: code,
      programName: name,
      currency,
      left: wire(amounts.left),
      committed: wire(amounts.committed),
      reserved: wire(amounts.reserved),
      payable: wire(amounts.payable),
      unproven: wire(amounts.unproven),
      paid: wire(amounts.paid),
    };
  });
}

/** Approved plans that are paid ahead of their proof and are not paid in full, those decided first on top. */
async function unpaidPlans(tx: Tx, actor: Actor): Promise<UnpaidPlan[]> {
  const paid = sql<bigint>`coalesce((select sum(p.amount) from plan_payment p where p.plan_id = plan.id), 0)::bigint`;
  const rows = await tx
    .selectFrom("plan")
    .innerJoin("program_edition as edition", "edition.id", "plan.edition_id")
    .innerJoin("location", "location.id", "plan.location_id")
    .innerJoin("organisation", "organisation.id", "plan.partner_id")
    .select(["plan.id", "plan.number", "plan.name", "plan.currency", "plan.amount_approved"])
    .select(["location.name as location_name", "organisation.display_name as partner_name", paid.as("paid")])
    .where("plan.status", "=", "approved")
    .where(sql<boolean>`edition.document ->> 'poeTiming' = 'after-payment'`)
    .where(sql<boolean>`plan.amount_approved > ${paid}`)
    .where(
      inScopes(scopesOf(actor, "plan.view"), {
        program: sql.ref("plan.program_id"),
        location: sql.ref("plan.location_id"),
      }),
    )
    .orderBy("plan.decided_at")
    .limit(MOST_PLANS)
    .execute();
  return rows.map((row) => ({
    id: idText("plan", row.id),
    number: row.number,
    name: row.name,
    partnerName: row.partner_name,
    locationName: row.location_name,
    approvedAmount: toWire({ minor: row.amount_approved ?? 0n, currency: row.currency }),
    toPay: toWire({ minor: (row.amount_approved ?? 0n) - row.paid, currency: row.currency }),
  }));
}
