import type { z } from "zod";
import { type DuplicateSignal, duplicateSignals, loadEvidence, seenInClaims } from "../evidence/index.ts";
import { type Actor, idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimDuplicates } from "./claim-contract.ts";
import { maySee } from "./claim-policy.ts";
import { toClaim } from "./claim-store.ts";

type Duplicate = z.input<typeof ClaimDuplicates>["items"][number];

/**
 * What of a claim stands in other claims too, each with the claims that the actor may see. That another partner's claim holds it
 * is told to a partner without which one (rulebook 3.4); a claim of the own company that lies outside the actor's programs and
 * locations is not named either.
 */
export async function claimDuplicates(tx: Tx, actor: Actor, claim: Claim): Promise<Duplicate[]> {
  const signals = await duplicateSignals(tx, claim.id);
  if (signals.length === 0) return [];
  const [fields, others] = [await fieldsOf(tx, claim), await othersInSight(tx, actor, claim)];
  return signals.flatMap(({ id, code, where }) => {
    const field = fields.get(id);
    if (field === undefined) return [];
    return [{ field, code, where, claims: others.filter((one) => isOf(one, { id, code, where })).map(named) }];
  });
}

type Other = { readonly id: string; readonly code: string; readonly where: string; readonly claim: Claim };

const isOf = (other: Other, { id, code, where }: DuplicateSignal): boolean =>
  other.id === id && other.code === code && other.where === where;

const named = ({ claim: { id, number, name } }: Other) => ({ id: idText("claim", id), number, name });

/** Where the findings of the rules point to for each invoice and proof document. */
async function fieldsOf(tx: Tx, claim: Claim): Promise<ReadonlyMap<string, string>> {
  const { invoices, documents } = await loadEvidence(tx, claim.id);
  return new Map([
    ...invoices.map(({ id }, index) => [id, `invoices[${index}]`] as const),
    ...documents.map(({ id }, index) => [id, `documents[${index}]`] as const),
  ]);
}

async function othersInSight(tx: Tx, actor: Actor, claim: Claim): Promise<Other[]> {
  const seen = await seenInClaims(tx, claim.id);
  if (seen.length === 0) return [];
  const ids = [...new Set(seen.map(({ claimId }) => claimId))];
  const rows = await tx.selectFrom("claim").selectAll().where("id", "in", ids).orderBy("number").execute();
  const inSight = rows.map(toClaim).filter((other) => maySee(actor, other));
  return inSight.flatMap((other) =>
    seen
      .filter(({ claimId }) => claimId === other.id)
      .map(({ id, code }) => ({
        id,
        code,
        where: other.partnerId === claim.partnerId ? "same-partner" : "other-partner",
        claim: other,
      })),
  );
}
