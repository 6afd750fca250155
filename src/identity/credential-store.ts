import { sql } from "kysely";
import { newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** Writes the person as the sign-in library knows one, without a way to sign in yet. */
export async function insertUser(tx: Tx, user: { id: string; name: string; email: string; at: Date }): Promise<void> {
  await sql`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (${user.id}, ${user.name}, ${user.email}, true, ${user.at}, ${user.at})`.execute(tx);
}

/** Sets the password of a person, given as its hash. Visible only to the program itself (see 0002_identity.sql). */
export async function keepPasswordHash(tx: Tx, personId: string, passwordHash: string, at: Date): Promise<void> {
  await sql`
    insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    values (${newUuid(at)}, ${personId}, 'credential', ${personId}, ${passwordHash}, ${at}, ${at})
    on conflict ("userId", "providerId") do update set "password" = excluded."password", "updatedAt" = excluded."updatedAt"`.execute(
    tx,
  );
}

/** The hash of a person's password; undefined when there is none yet. */
export async function passwordHashOf(tx: Tx, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string | null }>`
    select "password" as hash from auth."account" where "userId" = ${personId} and "providerId" = 'credential'`.execute(
    tx,
  );
  return rows[0]?.hash ?? undefined;
}

/** Ends every session of a person. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await sql`delete from auth."session" where "userId" = ${personId}`.execute(tx);
}

/** Deletes sessions that have ended. For the clock's nightly run, as the program itself; gives how many there were. */
export async function sweepEndedSessions(tx: Tx, now: Date): Promise<bigint> {
  const { numAffectedRows } = await sql`delete from auth."session" where "expiresAt" <= ${now}`.execute(tx);
  return numAffectedRows ?? 0n;
}
