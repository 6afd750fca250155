import { personNames } from "../identity/index.ts";
import type { Canonical } from "../kernel/index.ts";
import { type Command, checkVersion, DomainError, type Edge, enforce, sentence, step } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { Claim, ClaimChange } from "./claim.ts";
import { assertSees, mayStep } from "./claim-policy.ts";
import { lockClaim, saveClaim } from "./claim-store.ts";
import { CLAIM_LIFECYCLE, type ClaimStatus, type ClaimVerb } from "./claim-transitions.ts";
import { editionOf } from "./judge-claim.ts";

/** A locked claim that may take the step that was asked for. */
export interface ReadyClaim {
  readonly claim: Claim;
  readonly edge: Edge<ClaimStatus>;
}

/** What the event of a step says besides from and to. */
export interface StepFacts {
  readonly reasonCode?: string | undefined;
  readonly payload?: { readonly [key: string]: Canonical | undefined };
}

/**
 * The beginning of every step, always in this order (docs/api.md, order of checks): lock and reload (404), ask the policy (403),
 * ask the transition table (409), compare the version the caller has seen (412).
 */
export async function beginStep(tx: Tx, { actor, seen }: Command, id: string, verb: ClaimVerb): Promise<ReadyClaim> {
  const claim = await lockClaim(tx, id);
  assertSees(actor, claim);
  const edition = await editionOf(tx, claim);
  enforce(mayStep(actor, verb, claim, edition.document));
  const edge = await stepOrExplain(tx, claim, verb);
  checkVersion(seen, claim.version);
  return { claim, edge };
}

/** The edge, or the refusal with the present status and, when it was decided, by whom and when. */
async function stepOrExplain(tx: Tx, claim: Claim, verb: ClaimVerb): Promise<Edge<ClaimStatus>> {
  try {
    return step(CLAIM_LIFECYCLE, claim.status, verb);
  } catch (error) {
    if (!(error instanceof DomainError) || claim.decidedBy === null || claim.decidedAt === null) throw error;
    const names = await personNames(tx, [claim.decidedBy]);
    const decidedBy = { name: names.get(claim.decidedBy) ?? "A reviewer" };
    throw new DomainError({
      code: error.code,
      kind: error.kind,
      message: sentence("{name} has already decided: this claim is {status}.", {
        name: decidedBy.name,
        status: CLAIM_LIFECYCLE.statuses[claim.status].vendor.toLowerCase(),
      }),
      details: { ...error.details, decidedBy, decidedAt: claim.decidedAt.toISOString() },
    });
  }
}

const NO_CLOCK = { dueAt: null, dueOn: null, dueSide: null } as const;

/**
 * The end of every step: saves the next version in its new status and records the event, in the caller's transaction. Whose
 * clock runs then is the table's word; a step that starts one passes `dueAt` and `dueOn`, else the deadline stays.
 */
export async function finishStep(
  tx: Tx,
  { actor, now }: Command,
  { claim, edge }: ReadyClaim,
  change: ClaimChange,
  facts: StepFacts = {},
): Promise<Claim> {
  const clock = edge.dueSide === "none" ? NO_CLOCK : { dueSide: edge.dueSide };
  const round = change.round ?? claim.round;
  const [saved] = await Promise.all([
    saveClaim(tx, now, claim, { ...change, ...clock, status: edge.to }),
    events.record(tx, {
      at: now,
      type: edge.event,
      subjectType: "claim",
      subjectId: claim.id,
      partnerId: claim.partnerId,
      actor,
      fromStatus: claim.status,
      toStatus: edge.to,
      reasonCode: facts.reasonCode,
      payload: { number: claim.number, round, ...facts.payload },
    }),
  ]);
  return saved;
}
