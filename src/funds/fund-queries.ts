import { sql } from "kysely";
import type { z } from "zod";
import { inScopes, scopesOf } from "../identity/index.ts";
import { type Actor, addDays, type Command, dateIn, enforce, idText, notFound } from "../kernel/index.ts";
import { type FundTotals, ledger } from "../ledger/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { type Edition, editionById, type JudgingEdition } from "../programs/index.ts";
import { type Fund, isClaimable, pairOf } from "./fund.ts";
import { balancesOf } from "./fund-balances.ts";
import type { FundItem, FundQuery, FundResource } from "./fund-contract.ts";
import { assertInScope, mayAdjust, mayView } from "./fund-policy.ts";
import { fundFrom } from "./fund-store.ts";

type FundItemOut = z.input<typeof FundItem>;
type FundOut = z.input<typeof FundResource>;

function withNames(tx: Tx) {
  return tx
    .selectFrom("fund")
    .innerJoin("location", "location.id", "fund.location_id")
    .innerJoin("organisation", "organisation.id", "fund.partner_id")
    .innerJoin("program", "program.id", "fund.program_id")
    .selectAll("fund")
    .select([
      "program.code as program_code",
      "program.name as program_name",
      "location.name as location_name",
      "location.partner_number",
      "organisation.display_name as partner_name",
    ]);
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>["executeTakeFirstOrThrow"]>>;

/** The funds in the actor's programs and locations, each with all its balances. */
export async function listFunds(
  tx: Tx,
  { actor, now }: Command,
  list: z.output<typeof FundQuery>,
): Promise<Page<FundItemOut>> {
  enforce(mayView(actor));
  const { program, location, partner, usagePeriod, id, open } = list;
  let query = withNames(tx).where(
    inScopes(scopesOf(actor, "fund.view"), { program: sql`fund.program_id`, location: sql`fund.location_id` }),
  );
  if (program !== undefined) query = query.where("program.code", "=", program);
  if (location !== undefined) query = query.where("fund.location_id", "=", location);
  if (partner !== undefined) query = query.where("fund.partner_id", "=", partner);
  if (usagePeriod !== undefined) query = query.where("fund.usage_period", "=", usagePeriod);
  if (id !== undefined) query = query.where("fund.id", "=", id);
  // A day is not over before it is over in the last zone; `claimable` says which funds are.
  if (open === "true") query = query.where("fund.claim_to", ">=", addDays(dateIn("UTC", now), -1));
  const found = await page(query, {
    sorts: {
      expiresOn: { by: sql`fund.claim_to`, type: "date" },
      location: { by: sql`lower(location.name)`, type: "text" },
    },
    defaultSort: "-expiresOn",
    idRef: sql`fund.id`,
    list,
  });
  const totals = await ledger.fundTotals(
    tx,
    found.items.map(({ id }) => id),
  );
  const items: FundItemOut[] = [];
  for (const row of found.items) {
    const item = fundOut(row, totals, await usageEdition(tx, row.usage_edition_id), now);
    items.push(list.include === "abilities" ? { ...item, abilities: abilitiesOf(actor, fundFrom(row)) } : item);
  }
  return { items, nextCursor: found.nextCursor };
}

/** The edition that says when and how a fund is claimed. It was published when the fund was opened. */
async function usageEdition(tx: Tx, id: string): Promise<Edition> {
  const edition = await editionById(tx, id);
  if (!edition) throw notFound("edition");
  return edition;
}

/** One fund with all its balances; 404 outside the actor's programs and locations. */
export async function showFund(tx: Tx, { actor, now }: Command, id: string): Promise<FundOut> {
  const row = await withNames(tx).where("fund.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("fund");
  const fund = fundFrom(row);
  assertMayView(actor, fund);
  const abilities = abilitiesOf(actor, fund);
  const edition = await usageEdition(tx, fund.usageEditionId);
  return {
    ...fundOut(row, await ledger.fundTotals(tx, [id]), edition, now),
    abilities,
    ...(abilities.adjust.allowed ? { adjustmentReasons: adjustmentReasons(edition) } : {}),
  };
}

/** Refuses who may not look at this fund: 404 outside his programs and locations, 403 inside them. */
export function assertMayView(actor: Actor, fund: Fund): void {
  assertInScope(actor, pairOf(fund));
  enforce(mayView(actor, pairOf(fund)));
}

function abilitiesOf(actor: Actor, fund: Fund) {
  return { adjust: mayAdjust(actor, pairOf(fund)) };
}

/** What an adjustment may give as its reason, by the edition (rulebook 5.8). */
export function adjustmentReasons({ document }: JudgingEdition): { code: string; label: string }[] {
  return document.reasonCodes
    .filter(({ usedFor }) => usedFor.includes("adjust"))
    .map(({ code, label }) => ({ code, label }));
}

function fundOut(row: NamedRow, totals: ReadonlyMap<string, FundTotals>, edition: Edition, now: Date): FundItemOut {
  const fund = fundFrom(row);
  const found = totals.get(fund.id);
  if (!found) throw new Error("every fund that is asked for has totals");
  const balances = balancesOf(found, fund.currency);
  return {
    id: idText("fund", fund.id),
    program: row.program_code,
    programName: row.program_name,
    location: { id: idText("location", fund.locationId), name: row.location_name, partnerId: row.partner_number },
    partner: { id: idText("organisation", fund.partnerId), name: row.partner_name },
    fundType: fund.fundType,
    earningPeriod: fund.earning.code,
    usagePeriod: fund.usage.code,
    currency: fund.currency,
    earned: toWire(balances.earned),
    rolledIn: toWire(balances.rolledIn),
    rolledOut: toWire(balances.rolledOut),
    committed: toWire(balances.committed),
    reserved: toWire(balances.reserved),
    approved: toWire(balances.approved),
    paid: toWire(balances.paid),
    converted: toWire(balances.converted),
    forfeited: toWire(balances.forfeited),
    remaining: toWire(balances.remaining),
    expiresOn: fund.claimWindow.to,
    claimWindow: fund.claimWindow,
    usage: fund.usage,
    earning: fund.earning,
    qualified: fund.qualified,
    claimable: isClaimable(fund, edition.document.timeZone, now),
  };
}
