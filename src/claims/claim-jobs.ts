import { attachCertificationDocument, loadEvidence } from "../evidence/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { type EventSubscriber, events } from "../platform/events/index.ts";
import type { FileStorage } from "../platform/files/index.ts";
import { contextOf } from "./claim.ts";
import { namesOf } from "./claim-queries.ts";
import { lockClaim } from "./claim-store.ts";

/** What the jobs of claims need. */
export interface ClaimJobDeps {
  readonly db: Db;
  readonly storage: FileStorage;
  readonly now: () => Date;
}

/**
 * Makes the document of each certification of in-house cost that has none yet (rulebook 6.5), whenever one was added or
 * changed. The claim is locked meanwhile, so that two jobs of one claim do not make the same document twice. A
 * certification that is gone again is nothing to do.
 */
export function certificationDocuments({ db, storage, now }: ClaimJobDeps): EventSubscriber {
  return {
    types: ["claim.certification-added", "claim.certification-changed"],
    handle: (eventId) =>
      inTransaction(db, SYSTEM_ACTOR, async (tx) => {
        const claim = await lockClaim(tx, await events.subjectOf(tx, eventId));
        if (!claim) throw new RangeError(`the claim of event ${eventId} is not there`);
        const { certifications } = await loadEvidence(tx, claim.id);
        const without = certifications.filter((certification) => certification.fileId === null);
        const { partnerName } = await namesOf(tx, claim);
        const setting = { claimNumber: claim.number, claimName: claim.name, partnerName, now: now() };
        for (const certification of without)
          await attachCertificationDocument(tx, storage, contextOf(claim), certification, {
            ...setting,
            actor: SYSTEM_ACTOR,
          });
      }),
  };
}
