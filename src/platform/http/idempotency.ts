import { type Actor, DomainError, sha256 } from "../../kernel/index.ts";
import type { Tx } from "../database/index.ts";

/** An answer kept for repeated requests with the same key. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The Idempotency-Key header as a UUID; undefined when absent, a refusal when it is something else. */
export function idempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === "") return undefined;
  if (typeof header === "string" && UUID.test(header)) return header.toLowerCase();
  throw new DomainError({
    code: "idempotency-key-invalid",
    kind: "bad-request",
    message: "Idempotency-Key must be one UUID.",
  });
}

/** What makes two requests the same: method, path with query, and the bytes of the body. */
export function requestHash(method: string, url: string, body: Buffer | string | undefined): string {
  return sha256(Buffer.concat([Buffer.from(`${method} ${url}\n`), Buffer.from(body ?? "")]));
}

/**
 * Claims a key in the transaction. Returns the kept answer of an earlier request with the same key and content, or
 * undefined when this request is the first. A second request at the same moment waits here until the first has committed.
 * Throws `idempotency-key-reused` when the key came with other content.
 */
export async function findAnswer(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: string,
  hash: string,
): Promise<KeptAnswer | undefined> {
  const claimed = await tx
    .insertInto("idempotent_answer")
    .values({ person_id: actor.personId, key, request_hash: hash, created_at: now })
    .onConflict((oc) => oc.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (claimed) return undefined;
  const kept = await tx
    .selectFrom("idempotent_answer")
    .selectAll()
    .where("person_id", "=", actor.personId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (kept.request_hash !== hash) {
    throw new DomainError({
      code: "idempotency-key-reused",
      kind: "invalid",
      message: "This Idempotency-Key was used with another request. Use a new UUID for a new request.",
    });
  }
  return { status: kept.status ?? 200, headers: (kept.headers ?? {}) as Record<string, string>, body: kept.body ?? "" };
}

/** Keeps the answer under the key claimed by {@link findAnswer}, in the same transaction as its effect. */
export async function keepAnswer(tx: Tx, actor: Actor, key: string, answer: KeptAnswer): Promise<void> {
  await tx
    .updateTable("idempotent_answer")
    .set({ status: answer.status, headers: JSON.stringify(answer.headers), body: answer.body })
    .where("person_id", "=", actor.personId)
    .where("key", "=", key)
    .execute();
}
