import type { z } from "zod";
import { personNames } from "../identity/index.ts";
import { type Actor, idText, nothingBlocks, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { EditionValidation, EditionVersion } from "./edition-contract.ts";
import type { EditionRecord } from "./edition-record.ts";
import { EDITION_LIFECYCLE } from "./edition-transitions.ts";
import { editionSummaryWire } from "./program-contract.ts";
import { editionAbilities } from "./program-policy.ts";
import type { DraftFinding, DraftValidation } from "./validate-draft.ts";

/** An edition on the wire. Partners read its rules; who wrote them, and with which comments, is the vendor's own. */
export async function editionResource(
  tx: Tx,
  actor: Actor,
  edition: EditionRecord,
): Promise<z.input<typeof EditionVersion>> {
  const inside = actor.side !== "partner";
  const { createdBy, updatedBy, publishedBy, request } = edition;
  const people = [createdBy, updatedBy, publishedBy, request?.by].filter((id) => typeof id === "string");
  const names = await personNames(tx, inside ? people : []);
  const who = (id: string | null) => {
    const name = id === null || id === SYSTEM_ACTOR.personId ? undefined : names.get(id);
    return name === undefined ? null : { name };
  };
  const { tone, vendor, partner } = EDITION_LIFECYCLE.statuses[edition.status];
  return {
    ...editionSummaryWire(edition),
    revision: edition.revision,
    face: { tone, label: inside ? vendor : partner },
    document: edition.document,
    source: inside ? edition.source : null,
    createdAt: edition.createdAt.toISOString(),
    createdBy: who(createdBy),
    updatedAt: edition.updatedAt.toISOString(),
    updatedBy: who(updatedBy),
    publishedBy: who(publishedBy),
    request:
      inside && request
        ? { at: request.at.toISOString(), by: who(request.by), effectiveOn: request.effectiveOn }
        : null,
    abilities: editionAbilities(actor, edition),
  };
}

/** What validating gave, on the wire. */
export function validationWire({ edition, findings }: DraftValidation): z.input<typeof EditionValidation> {
  return {
    id: idText("edition", edition.id),
    revision: edition.revision,
    status: edition.status,
    valid: nothingBlocks(findings),
    findings: findings.map(findingWire),
  };
}

/** A finding about a document, on the wire. */
export function findingWire(of: DraftFinding): z.input<typeof EditionValidation>["findings"][number] {
  const { field, line, rule, severity, remedy, words, found, allowed } = of;
  return {
    path: field,
    ...(line === undefined ? {} : { line }),
    code: rule,
    severity,
    message: remedy,
    ...(words === undefined ? {} : { words }),
    found,
    allowed,
  };
}
