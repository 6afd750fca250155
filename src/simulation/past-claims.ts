import { sql } from "kysely";
import { amountsRevived } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimFacts, ClaimSubject } from "../programs/index.ts";
import type { DryRun } from "./dry-run.ts";
import type { JudgedOnce } from "./judge-again.ts";

/** A claim as it was judged last. */
export interface PastClaim {
  readonly claimId: string;
  readonly partnerId: string;
  /** The edition it was judged by. */
  readonly editionId: string;
  /** Reads what it was judged by. Until then it is text, so that the claims that wait take little memory. */
  readonly read: () => JudgedOnce;
}

interface Row {
  readonly id: string;
  readonly partner_id: string;
  readonly edition_id: string;
  readonly subject: string;
  readonly facts: string;
}

/**
 * Claims of a run: handed in, not rejected, taken back or expired, their work done in its span. What a person rejected gives
 * no money by any rules.
 */
const ofRun = (run: Pick<DryRun, "programId" | "from" | "to">) => sql`
  c.program_id = ${run.programId} and c.submitted_at is not null
  and c.status in ('submitted', 'under_review', 'action_required', 'approved')
  and c.execution_date between ${run.from} and ${run.to}`;

/** How many claims a run goes through. */
export async function countPastClaims(tx: Tx, run: Pick<DryRun, "programId" | "from" | "to">): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select count(*)::int as number from claim c where ${ofRun(run)}`.execute(tx);
  return rows[0]?.number ?? 0;
}

/** Claims that are in memory at a time: they are judged and forgotten before the next ones come. */
const PORTION = 25;

/**
 * The next claims of a run after one, in the order of their ids, each with what its last decision rests on: a few at a time, by a
 * cursor of the transaction.
 */
export async function* nextPastClaims(
  tx: Tx,
  run: Pick<DryRun, "programId" | "from" | "to" | "reached">,
  limit: number,
): AsyncGenerator<readonly PastClaim[], void> {
  await sql`
    declare past_claims no scroll cursor for
    select c.id, c.partner_id, d.edition_id, d.subject::text as subject, d.facts::text as facts
      from (select c.id, c.partner_id from claim c
             where ${ofRun(run)} and c.id > ${run.reached ?? FIRST}::uuid order by c.id limit ${limit}) c
      join lateral (select x.edition_id, x.subject, x.facts from claim_decision x
                     where x.claim_id = c.id order by x.id desc limit 1) d on true
     order by c.id`.execute(tx);
  for (let more = true; more; ) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(PORTION)} from past_claims`.execute(tx);
    more = rows.length === PORTION;
    if (rows.length > 0) yield rows.map(asPastClaim);
  }
  await sql`close past_claims`.execute(tx);
}

function asPastClaim(row: Row): PastClaim {
  return {
    claimId: row.id,
    partnerId: row.partner_id,
    editionId: row.edition_id,
    // Sound because only the claims' own commands write decisions, and these rows never change.
    read: () => ({
      subject: amountsRevived(JSON.parse(row.subject)) as ClaimSubject,
      facts: amountsRevived(JSON.parse(row.facts)) as ClaimFacts,
    }),
  };
}

const FIRST = "00000000-0000-0000-0000-000000000000";
