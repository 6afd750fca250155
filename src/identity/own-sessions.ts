import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { TimeWire } from "../platform/http/index.ts";

/** A session of the person who asks. The id opens nothing: the cookie holds another secret. */
export const OwnSession = z
  .object({
    id: z.string(),
    current: z.boolean().describe("The one that asks"),
    startedAt: TimeWire,
    lastUsedAt: TimeWire.describe("To within a day"),
    expiresAt: TimeWire,
    address: z.string().nullable(),
    userAgent: z.string().nullable().describe("What the browser calls itself"),
  })
  .meta({ id: "OwnSession" });

interface Row {
  readonly id: string;
  readonly current: boolean;
  readonly created: Date;
  readonly updated: Date;
  readonly expires: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

/** The person's sessions that hold at this moment, the one that asks first. In a transaction of the program itself. */
export async function ownSessions(
  tx: Tx,
  actor: Actor,
  token: string,
  now: Date,
): Promise<z.input<typeof OwnSession>[]> {
  const { rows } = await sql<Row>`
    select "id" as id, "token" = ${token} as current, "createdAt" as created, "updatedAt" as updated, "expiresAt" as expires,
           nullif("ipAddress", '') as address, nullif("userAgent", '') as agent
      from auth."session"
     where "userId" = ${actor.personId} and "expiresAt" > ${now}
     order by current desc, updated desc
     limit 100`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    current: row.current,
    startedAt: row.created.toISOString(),
    lastUsedAt: row.updated.toISOString(),
    expiresAt: row.expires.toISOString(),
    address: row.address,
    userAgent: row.agent,
  }));
}

/** Ends one session of the person; false when there is no such one. */
export async function endOwnSession(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from auth."session" where "id" = ${id} and "userId" = ${actor.personId}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Ends all sessions of the person but the one with this token. */
export async function endOtherSessions(tx: Tx, actor: Actor, token: string): Promise<void> {
  await sql`delete from auth."session" where "userId" = ${actor.personId} and "token" <> ${token}`.execute(tx);
}
