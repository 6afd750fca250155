import { type Command, checkVersion, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { assertSees, mayStep } from "./claim-policy.ts";
import { lockClaim } from "./claim-store.ts";
import { editionOf } from "./judge-claim.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/** Opens the review of a submitted claim. Opening one that is open already is harmless (docs/api.md). */
export async function openReview(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Claim> {
  const claim = await lockClaim(tx, id);
  assertSees(command.actor, claim);
  if (claim.status === "under_review") {
    const edition = await editionOf(tx, claim);
    enforce(mayStep(command.actor, "open", claim, edition.document));
    checkVersion(command.seen, claim.version);
    body();
    return claim;
  }
  const ready = await beginStep(tx, command, id, "open");
  body();
  return finishStep(tx, command, ready, { openedBy: command.actor.personId });
}
