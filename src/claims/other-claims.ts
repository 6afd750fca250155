import { sql } from "kysely";
import { addDays, addMonths, type DateRange, type IsoDate, weekday } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimFacts, Edition } from "../programs/index.ts";
import type { Claim } from "./claim.ts";

type CountLimit = NonNullable<NonNullable<Edition["document"]["claims"]>["counts"]>[number];

/** True while no other claim of the location in this program was ever handed in. */
export async function isFirstClaim(tx: Tx, claim: Claim): Promise<boolean> {
  const other = await othersOf(tx, claim).select("claim.id").limit(1).executeTakeFirst();
  return other === undefined;
}

/**
 * How many other claims of the location count against each of the edition's limits of number: those that were handed in and
 * neither rejected nor taken back, with their work done in the same span.
 */
export async function countsOf(tx: Tx, claim: Claim, { document }: Edition): Promise<Pick<ClaimFacts, "counts">> {
  const limits = (document.claims?.counts ?? []).filter(({ counts }) => counts === "claims");
  if (limits.length === 0) return {};
  const counts: Record<string, number> = {};
  for (const limit of limits) counts[limit.code] = await countFor(tx, claim, limit, document);
  return { counts };
}

async function countFor(tx: Tx, claim: Claim, limit: CountLimit, document: Edition["document"]): Promise<number> {
  const { per, activityTypes } = limit;
  let query = othersOf(tx, claim)
    .select(sql<number>`count(*)::int`.as("number"))
    .where("claim.status", "in", ["submitted", "under_review", "action_required", "approved"]);
  if (activityTypes) query = query.where("claim.activity_type", "in", activityTypes);
  if (per === "usage-period") query = query.where("claim.usage_period", "=", claim.usagePeriod);
  else if (per === "event") {
    if (claim.event === null) return 0;
    query = query.where("claim.event", "=", claim.event);
  } else {
    const span =
      per === "program-year"
        ? { from: document.startsOn, to: document.endsOn }
        : claim.executionDate && spanAround(claim.executionDate, per);
    if (!span) return 0;
    query = query.where("claim.execution_date", ">=", span.from).where("claim.execution_date", "<=", span.to);
  }
  return (await query.executeTakeFirstOrThrow()).number;
}

/** The week, month or quarter of the calendar that holds a day. */
function spanAround(day: IsoDate, per: "week" | "month" | "quarter"): DateRange {
  if (per === "week") {
    const monday = addDays(day, 1 - weekday(day));
    return { from: monday, to: addDays(monday, 6) };
  }
  const month = Number(day.slice(5, 7));
  const first = per === "month" ? month : month - ((month - 1) % 3);
  const from = `${day.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, per === "month" ? 1 : 3), -1) };
}

function othersOf(tx: Tx, claim: Claim) {
  return tx
    .selectFrom("claim")
    .where("claim.location_id", "=", claim.locationId)
    .where("claim.partner_id", "=", claim.partnerId)
    .where("claim.program_id", "=", claim.programId)
    .where("claim.submitted_at", "is not", null)
    .where("claim.id", "!=", claim.id);
}
