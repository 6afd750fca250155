import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { DomainError } from "../../kernel/index.ts";
import { emailKey } from "../person.ts";

const WINDOW_MS = 15 * 60_000;

/**
 * How many failures in 15 minutes stop further tries. The strict figure is for one account from one address: a stranger
 * who guesses does not lock the owner out, who sits at another address. The wide ones stop guessing at one account from
 * many addresses, and at many accounts from one; an office behind one address stays below.
 */
export const FAILURE_LIMITS = { accountAtAddress: 10, account: 100, address: 100 } as const;

/** Somebody who tries to sign in. */
export interface Attempt {
  readonly account: Buffer;
  readonly address: string;
}

/** Makes the attempt of an e-mail from an address. */
export function attemptOf(email: string, address: string): Attempt {
  return { account: createHash("sha256").update(emailKey(email)).digest(), address };
}

const NTH_FAILURE = `
  select greatest(
    (select failed_at from auth.sign_in_failure where account = $1 and address = $2 and failed_at > $3 order by failed_at desc offset $4 limit 1),
    (select failed_at from auth.sign_in_failure where account = $1 and failed_at > $3 order by failed_at desc offset $5 limit 1),
    (select failed_at from auth.sign_in_failure where address = $2 and failed_at > $3 order by failed_at desc offset $6 limit 1)
  ) as since`;

/** Refuses with 429 while there were too many failures; says after how many seconds it is worth trying again. */
export async function refuseIfThrottled(pool: Pool, { account, address }: Attempt, now: Date): Promise<void> {
  const { accountAtAddress, account: anywhere, address: anyone } = FAILURE_LIMITS;
  const { rows } = await pool.query<{ since: Date | null }>(NTH_FAILURE, [
    account,
    address,
    new Date(now.getTime() - WINDOW_MS),
    accountAtAddress - 1,
    anywhere - 1,
    anyone - 1,
  ]);
  const since = rows[0]?.since;
  if (!since) return;
  const seconds = Math.max(1, Math.ceil((since.getTime() + WINDOW_MS - now.getTime()) / 1000));
  throw new DomainError({
    code: "too-many-failed-sign-ins",
    kind: "too-many-requests",
    message: `Too many failed sign-ins. Try again in ${Math.ceil(seconds / 60)} minutes.`,
    details: { retryAfterSeconds: seconds },
  });
}

/** Counts a failure and sweeps those that count no longer. */
export async function recordFailure(pool: Pool, { account, address }: Attempt, now: Date): Promise<void> {
  await pool.query("insert into auth.sign_in_failure (account, address, failed_at) values ($1, $2, $3)", [
    account,
    address,
    now,
  ]);
  await pool.query("delete from auth.sign_in_failure where failed_at <= $1", [new Date(now.getTime() - WINDOW_MS)]);
}

/** Forgets the failures of an account at the address where it has just signed in: its owner had mistyped. */
export async function forgetFailures(pool: Pool, { account, address }: Attempt): Promise<void> {
  await pool.query("delete from auth.sign_in_failure where account = $1 and address = $2", [account, address]);
}
