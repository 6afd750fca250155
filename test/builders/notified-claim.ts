import pg from "pg";
import { type Actor, newUuid, type Scope, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import { events } from "../../src/platform/events/index.ts";
import { MADE_AT } from "./identity.ts";

/** A claim as far as notifications look at one. */
export interface NotifiedClaim extends Scope {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string;
}

/** A program by its name only, without editions. */
export async function buildBareProgram(db: Db, code = "coop", name = "Co-op fund"): Promise<string> {
  const id = newUuid();
  await inTransaction(db, SYSTEM_ACTOR, (tx) =>
    tx
      .insertInto("program")
      .values({
        id,
        code,
        name,
        kind: ["co-op"],
        open_enrollment: true,
        created_at: MADE_AT,
        created_by: SYSTEM_ACTOR.personId,
      })
      .execute(),
  );
  return id;
}

/**
 * A claim that has program, location, partner and people, but no fund, edition or proof: for those who only tell about it.
 * Written by the superuser without checking references.
 */
export async function buildNotifiedClaim(
  adminUrl: string,
  of: Scope & {
    readonly partnerId: string;
    readonly authorId: string;
    readonly openedBy?: string;
    readonly answerBy?: string;
  },
): Promise<NotifiedClaim> {
  const id = newUuid();
  const number = `C-2026-${id.slice(-6)}`;
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into claim (id, partner_id, number, name, program_id, location_id, fund_id, edition_id, usage_period, activity_type,
         currency, amount_claimed, execution_date, round, status, due_at, due_on, due_side, created_at, created_by, updated_at, opened_by)
       values ($1, $2, $3, 'Autumn banners', $4, $5, $1, $1, 'FY27-H1', 'digital-advertising', 'USD', 123456, '2026-10-02', 1,
         case when $7::date is null then 'submitted' else 'action_required' end, $7::date, $7::date,
         case when $7::date is not null then 'partner' end, now(), $6, now(), $8)`,
      [id, of.partnerId, number, of.programId, of.locationId, of.authorId, of.answerBy ?? null, of.openedBy ?? null],
    );
  } finally {
    await client.end();
  }
  return { id, number, partnerId: of.partnerId, programId: of.programId, locationId: of.locationId };
}

/** Something happens to the claim: the event row and its job, as a command of claims writes them. Returns the event's id. */
export async function happen(db: Db, actor: Actor, type: string, claim: NotifiedClaim, at = MADE_AT): Promise<string> {
  return inTransaction(db, actor, (tx) =>
    events.record(tx, {
      at,
      type,
      subjectType: "claim",
      subjectId: claim.id,
      partnerId: claim.partnerId,
      actor,
      payload: { number: claim.number },
    }),
  );
}
