import { type Canonical, type Command, canStep, DomainError, type Edge } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { EditionRecord } from "./edition-record.ts";
import { EDITION_LIFECYCLE, type EditionVerb } from "./edition-transitions.ts";
import type { EditionStatus } from "./program.ts";
import { REMEDIES } from "./program-policy.ts";

/** The edge of a step, or a refusal (409) that says what to do instead. */
export function stepEdition({ status }: Pick<EditionRecord, "status">, verb: EditionVerb): Edge<EditionStatus> {
  const edge = EDITION_LIFECYCLE.edges[verb];
  if (canStep(EDITION_LIFECYCLE, status, verb)) return edge;
  throw wrongStatus(status, { verb, allowedFrom: edge.from });
}

/** The refusal of something that the status does not allow: what to do instead. */
export function wrongStatus(status: EditionStatus, details: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: REMEDIES[status],
    details: { status, ...details },
  });
}

/** Writes down what happened to an edition, in the transaction in which it happened. */
export async function recordStep(
  tx: Tx,
  { actor, now }: Command,
  edition: Pick<EditionRecord, "id" | "programCode" | "programYear" | "version" | "documentHash">,
  step: { readonly event: string; readonly from?: EditionStatus | undefined; readonly to?: EditionStatus | undefined },
  facts: Readonly<Record<string, Canonical>> = {},
): Promise<void> {
  await events.record(tx, {
    at: now,
    type: step.event,
    subjectType: "edition",
    subjectId: edition.id,
    partnerId: null,
    actor,
    fromStatus: step.from,
    toStatus: step.to,
    payload: {
      program: edition.programCode,
      programYear: edition.programYear,
      version: edition.version,
      documentHash: edition.documentHash,
      ...facts,
    },
  });
}
