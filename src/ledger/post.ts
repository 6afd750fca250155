import { sql } from "kysely";
import { DatabaseError } from "pg";
import { type Actor, DomainError, newUuid } from "../kernel/index.ts";
import { amountText } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Entry, Transfer } from "./entry.ts";
import { FLOWS } from "./flows.ts";

const INSUFFICIENT = "FP001";

/**
 * Posts an entry: the only way money moves. Checked here against {@link FLOWS}, again by the database, and nightly by the
 * checks. Returns false when this business event was posted before (nothing changes then).
 *
 * Throws `balance-exceeded` (conflict) when an account would go below zero; `details` name the balance and what was wanted.
 */
export async function post(tx: Tx, actor: Actor, now: Date, entry: Entry): Promise<boolean> {
  if (entry.transfers.length === 0) throw new RangeError(`an entry needs at least one transfer: ${entry.businessKey}`);
  for (const transfer of entry.transfers) assertAllowed(entry, transfer);
  const { source, transfers, ...facts } = entry;
  const document = {
    ...facts,
    id: newUuid(now),
    sourceType: source.type,
    sourceId: source.id,
    recordedAt: now.toISOString(),
    recordedBy: actor.personId,
    transfers: transfers.map(({ from, to, amount, payingEntity }) => ({
      from,
      to,
      currency: amount.currency,
      amount: amount.minor.toString(),
      ...(payingEntity === undefined ? {} : { payingEntity, lotId: newUuid(now) }),
    })),
  };
  try {
    const { rows } = await sql<{
      posted: boolean;
    }>`select ledger_post(${JSON.stringify(document)}::jsonb) as posted`.execute(tx);
    return rows[0]?.posted === true;
  } catch (error) {
    throw insufficient(error) ?? error;
  }
}

function assertAllowed(entry: Entry, { from, to, amount, payingEntity }: Transfer): void {
  const allowed = FLOWS[entry.template].some(([source, target]) => source === from.kind && target === to.kind);
  if (!allowed) throw new RangeError(`no flow from ${from.kind} to ${to.kind} under ${entry.template}`);
  if (amount.minor <= 0n) throw new RangeError(`a transfer needs an amount above nothing: ${entry.businessKey}`);
  if (from.kind === "program-expense" && payingEntity === undefined) {
    throw new RangeError(`money that comes in needs its paying entity: ${entry.businessKey}`);
  }
}

function insufficient(error: unknown): DomainError | undefined {
  if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT || error.detail === undefined) return undefined;
  const found = JSON.parse(error.detail) as { kind: string; balance: string; wanted: string; currency: string };
  const balance = amountText({ minor: BigInt(found.balance), currency: found.currency });
  const wanted = amountText({ minor: BigInt(found.wanted), currency: found.currency });
  return new DomainError({
    code: "balance-exceeded",
    kind: "conflict",
    message: `Only ${balance} ${found.currency} is left and ${wanted} ${found.currency} is needed. Lower the amount.`,
    details: { account: found.kind, balance, wanted, currency: found.currency },
  });
}
