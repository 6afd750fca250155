import { type Command, DomainError, enforce, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { editionById, publishedEditions } from "./edition-queries.ts";
import { publishDraft, supersedePublished } from "./edition-store.ts";
import { checkedDocument, programOf } from "./import-edition.ts";
import type { Edition } from "./program.ts";
import { mayMaintain } from "./program-policy.ts";
import { lockProgram, renameProgram } from "./program-store.ts";

/**
 * Publishes a draft: it judges from now on, and the version of its year that was published before is superseded. What was
 * judged by the older version keeps pointing at it. Publishing what is published already changes nothing.
 * Throws `wrong-status`, `edition-overlaps`, `edition-not-valid`.
 */
export async function publishEdition(tx: Tx, command: Command, editionId: string): Promise<Edition> {
  const found = await editionById(tx, editionId);
  if (!found) throw notFound("edition");
  await lockProgram(tx, found.programId);
  const draft = (await editionById(tx, editionId)) ?? found;
  enforce(mayMaintain(command.actor, draft.programId));
  if (draft.status === "published") return draft;
  if (draft.status !== "draft") throw superseded(draft);
  checkedDocument(draft.document);
  const others = (await publishedEditions(tx, draft.programId)).filter(
    (other) => other.programYear !== draft.programYear,
  );
  refuseOverlap(draft, others);
  await supersedePublished(tx, draft.programId, draft.programYear);
  await publishDraft(tx, command, draft.id);
  if (others.every((other) => other.startsOn < draft.startsOn)) {
    await renameProgram(tx, draft.programId, programOf(draft.document));
  }
  await events.record(tx, {
    at: command.now,
    type: "edition.published",
    subjectType: "edition",
    subjectId: draft.id,
    partnerId: null,
    actor: command.actor,
    fromStatus: "draft",
    toStatus: "published",
    payload: {
      program: draft.programCode,
      programYear: draft.programYear,
      version: draft.version,
      documentHash: draft.documentHash,
    },
  });
  return { ...draft, status: "published", publishedAt: command.now };
}

function superseded(edition: Edition): DomainError {
  return new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: "This version was superseded by a newer one; import its document again to publish it as a new version.",
    details: { status: edition.status },
  });
}

function refuseOverlap(draft: Edition, others: readonly Edition[]): void {
  const other = others.find((edition) => edition.startsOn <= draft.endsOn && draft.startsOn <= edition.endsOn);
  if (!other) return;
  throw new DomainError({
    code: "edition-overlaps",
    kind: "conflict",
    message: `The edition of ${other.programYear} (${other.startsOn} to ${other.endsOn}) covers some of these days; correct the dates of the year.`,
    details: { programYear: other.programYear },
  });
}
