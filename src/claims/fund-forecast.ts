import { sql } from "kysely";
import type { z } from "zod";
import { assertMayViewFund, fundBalances, loadFund } from "../funds/index.ts";
import { holds } from "../identity/index.ts";
import { type Actor, denied, enforce, idText, sentence } from "../kernel/index.ts";
import { negate, subtract, sum, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { FundForecast } from "./claim-option-contract.ts";

/** Claims that the partner has in hand: they may be changed, and sent (again). */
const IN_HAND = ["editing", "action_required"] as const;

/**
 * What will be left of a fund when every claim that the partner has in hand is approved as claimed. What is with the vendor
 * is taken off already, in full: approval as claimed changes nothing there. A returned claim counts with what it asks for
 * now against what it holds. Claims under a plan draw on what is committed to the plan and are left out.
 */
export async function fundForecast(tx: Tx, actor: Actor, fundId: string): Promise<z.input<typeof FundForecast>> {
  const fund = await loadFund(tx, fundId);
  assertMayViewFund(actor, fund);
  if (!holds(actor, "claim.view", fund))
    enforce(denied("role-missing", sentence("A forecast is made of claims, and your role does not let you see them.")));
  const { remaining } = await fundBalances(tx, fund);
  const { currency } = fund;
  const drafts = (await claimsInHand(tx, fundId)).map((row) => {
    const claimed = { minor: row.amount_claimed ?? 0n, currency };
    const reserved = { minor: row.reserved, currency };
    return { row, claimed, reserved, effect: negate(subtract(claimed, reserved)) };
  });
  const afterDrafts = sum([remaining, ...drafts.map(({ effect }) => effect)], currency);
  return {
    remaining: toWire(remaining),
    drafts: drafts.map(({ row, claimed, reserved, effect }) => ({
      id: idText("claim", row.id),
      number: row.number,
      name: row.name,
      status: row.status,
      amountClaimed: row.amount_claimed === null ? null : toWire(claimed),
      reserved: toWire(reserved),
      effect: toWire(effect),
    })),
    afterDrafts: toWire(afterDrafts),
    short: afterDrafts.minor < 0n ? toWire(negate(afterDrafts)) : null,
  };
}

interface DraftRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly amount_claimed: bigint | null;
  readonly reserved: bigint;
}

/** Claims of the fund that are in the partner's hand, with what each holds reserved; one query. */
async function claimsInHand(tx: Tx, fundId: string): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select c.id, c.number, c.name, c.status, c.amount_claimed, coalesce(a.balance, 0)::bigint as reserved
      from claim c
      left join ledger_account a on a.subject_id = c.id and a.kind = 'claim-reserved' and a.currency = c.currency
     where c.fund_id = ${fundId} and c.plan_activity_id is null and c.status = any(${[...IN_HAND]}::text[])
     order by c.created_at, c.id`.execute(tx);
  return rows;
}
