import { holds, mayAnywhere } from "../identity/index.ts";
import {
  type Ability,
  type Actor,
  ALLOWED,
  all,
  canStep,
  denied,
  enforce,
  notFound,
  type Permission,
  type Scope,
  type StepBy,
  sentence,
  word,
} from "../kernel/index.ts";
import type { Claim, ListedClaim } from "./claim.ts";
import { CLAIM_LIFECYCLE, type ClaimVerb, EDITABLE } from "./claim-transitions.ts";

/** `what` completes "Your role does not let you ...", marked as a word of the program. */
const NOT_FOR_YOU = (what: string) =>
  sentence(
    "Your role does not let you {what}. An organisation admin can grant the right for this program and location.",
    { what },
  );

/** May the actor see claims at all? */
export function mayListClaims(actor: Actor): Permission {
  return mayAnywhere(actor, "claim.view") ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("see claims")));
}

/** May the actor create claims at all? */
export function mayCreateClaim(actor: Actor): Permission {
  return mayAnywhere(actor, "claim.edit") ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("create claims")));
}

/** May the actor create a claim for this program and location? */
export function mayCreateClaimFor(actor: Actor, scope: Scope): Permission {
  return holds(actor, "claim.edit", scope) ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("create claims here")));
}

/** Does the claim lie in the actor's programs and locations? If not, it does not exist for him. */
function isInScope(actor: Actor, claim: Claim): boolean {
  if (actor.side === "partner" && actor.organisationId !== claim.partnerId) return false;
  return holds(actor, "program.view", claim);
}

/** May the actor see the claim? */
export function maySee(actor: Actor, claim: Claim): boolean {
  return isInScope(actor, claim) && holds(actor, "claim.view", claim);
}

/** Refuses who may not see a claim: 404 where it is unknown or outside his scope, 403 where only the right is missing. */
export function assertSees(actor: Actor, claim: Claim | undefined): asserts claim is Claim {
  if (!claim || !isInScope(actor, claim)) throw notFound("claim");
  if (!maySee(actor, claim)) enforce(denied("role-missing", NOT_FOR_YOU(word("see this claim"))));
}

/** May the actor change the claim and its proof, whatever its status? */
export function mayEdit(actor: Actor, claim: ListedClaim): Permission {
  return holds(actor, "claim.edit", claim) ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("change this claim")));
}

/** May the actor write a comment on the claim? */
export function mayComment(actor: Actor, claim: ListedClaim): Permission {
  return holds(actor, "claim.comment", claim)
    ? ALLOWED
    : denied("role-missing", NOT_FOR_YOU(word("comment on this claim")));
}

/** What the policy needs to know of the claim's edition. */
export interface EditionSwitches {
  /** Whether an incentives user may submit, or an admin only (rulebook 9.5). */
  readonly incentivesUserMaySubmit: boolean;
}

function maySubmit(actor: Actor, claim: ListedClaim, switches: EditionSwitches): Permission {
  if (!holds(actor, "claim.submit", claim)) return denied("role-missing", NOT_FOR_YOU(word("submit this claim")));
  if (switches.incentivesUserMaySubmit || holds(actor, "claim.submit-for-users", claim)) return ALLOWED;
  return denied(
    "admins-only",
    sentence("In this program an incentives admin submits. Ask one of your admins to press submit."),
  );
}

/** Nobody decides on a claim he made or sent, nor on one of his own organisation (rulebook 2.3, separation of duties). */
function mayReview(actor: Actor, claim: ListedClaim): Permission {
  if (!holds(actor, "claim.review", claim)) return denied("role-missing", sentence("Only reviewers decide on claims."));
  if (actor.organisationId === claim.partnerId)
    return denied(
      "own-organisation",
      sentence("This claim is of your own organisation. Another reviewer must decide."),
    );
  if (actor.personId === claim.createdBy || actor.personId === claim.submittedBy) {
    return denied("own-claim", sentence("You made this claim. Another reviewer must decide."));
  }
  return ALLOWED;
}

const OTHER_SIDE: Readonly<Record<StepBy, Permission>> = {
  partner: denied("role-missing", sentence("Only the partner does this with its own claim.")),
  vendor: denied("role-missing", sentence("Only reviewers decide on claims.")),
  system: denied("system-only", sentence("Claims expire by themselves.")),
  customer: denied("role-missing", sentence("Only the customer does this.")),
};

/** May the actor take this step, whatever the status? The transition table says for which side it is, and decides on the status. */
export function mayStep(actor: Actor, verb: ClaimVerb, claim: ListedClaim, switches: EditionSwitches): Permission {
  const { by } = CLAIM_LIFECYCLE.edges[verb];
  if (actor.side !== by) return OTHER_SIDE[by];
  switch (verb) {
    case "submit":
    case "withdraw":
      return maySubmit(actor, claim, switches);
    case "cancel":
    case "resume":
      return mayEdit(actor, claim);
    case "open":
    case "requestInformation":
    case "approve":
    case "reject":
      return mayReview(actor, claim);
    case "expire":
      return ALLOWED;
  }
}

const VERBS = Object.keys(CLAIM_LIFECYCLE.edges).filter((verb) => verb !== "expire") as ClaimVerb[];

/** What the actor may do with the claim now, and why not: policy first, then the transition table. */
export function claimAbilities(
  actor: Actor,
  claim: ListedClaim,
  switches: EditionSwitches,
  blocked?: Permission,
): Record<string, Ability> {
  const inStatus = (verb: ClaimVerb): Permission =>
    canStep(CLAIM_LIFECYCLE, claim.status, verb)
      ? ALLOWED
      : denied(
          "wrong-status",
          sentence("This is not possible in the status “{status}”.", {
            status: CLAIM_LIFECYCLE.statuses[claim.status][actor.side === "partner" ? "partner" : "vendor"],
          }),
        );
  const editable = EDITABLE.includes(claim.status)
    ? ALLOWED
    : denied("wrong-status", sentence("The claim is locked while it is with the vendor or decided."));
  const steps = VERBS.map((verb) => {
    const asked = [mayStep(actor, verb, claim, switches), inStatus(verb)];
    if (verb === "submit" && blocked) asked.push(blocked);
    return [verb, all(...asked)] as const;
  });
  return Object.fromEntries([
    ...steps,
    ["edit", all(mayEdit(actor, claim), editable)],
    ["comment", mayComment(actor, claim)],
  ]);
}
