import { claimsOfFile } from "../evidence/index.ts";
import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { maySee } from "./claim-policy.ts";
import { findClaim } from "./claim-store.ts";

/**
 * May the actor read a file? Whoever sees a claim it stands in, and whoever uploaded it. A colleague of another location
 * is not shown a file just because it is of the same company.
 */
export async function mayReadFile(
  tx: Tx,
  actor: Actor,
  file: { readonly id: string; readonly uploadedBy: string },
): Promise<boolean> {
  if (file.uploadedBy === actor.personId) return true;
  for (const id of await claimsOfFile(tx, file.id)) {
    const claim = await findClaim(tx, id);
    if (claim && maySee(actor, claim)) return true;
  }
  return false;
}
