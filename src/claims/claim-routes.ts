import { CommentBody, CommentList, CommentWire, commentItem, commentItems, History } from "../conversations/index.ts";
import { enforce, idText } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import { EmptyBody, idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { assertPlaceInSight } from "../programs/index.ts";
import { cancelClaim } from "./cancel-claim.ts";
import {
  ClaimDuplicates,
  ClaimFindings,
  ClaimList,
  ClaimListQuery,
  ClaimResource,
  CreateClaimBody,
  EditClaimBody,
  SubmitClaimBody,
} from "./claim-contract.ts";
import { claimDuplicates } from "./claim-duplicates.ts";
import { claimHistory } from "./claim-history.ts";
import { assertActivityInSight } from "./claim-of-activity.ts";
import { mayCreateClaim } from "./claim-policy.ts";
import { getClaim, listClaims } from "./claim-queries.ts";
import { claimResource } from "./claim-resource.ts";
import { commentOnClaim } from "./comment-on-claim.ts";
import { createClaim } from "./create-claim.ts";
import { editClaim } from "./edit-claim.ts";
import { judgeClaim } from "./judge-claim.ts";
import { resumeClaim } from "./resume-claim.ts";
import { stepRoute } from "./step-route.ts";
import { submitClaim } from "./submit-claim.ts";
import { withdrawClaim } from "./withdraw-claim.ts";

const tag = "claims";
const params = idParams("claim");

/** Reading claims. */
const readingRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/claims",
    tag,
    summary: "Claims in the actor's scope",
    query: ClaimListQuery,
    response: ClaimList,
    handle: ({ tx, actor, query }) => listClaims(tx, actor, query),
  }),
  route({
    method: "GET",
    url: "/claims/:id",
    tag,
    summary: "One claim with its proof and what the actor may do",
    params,
    response: ClaimResource,
    handle: async ({ tx, actor, now, params: { id } }) => claimResource(tx, actor, await getClaim(tx, actor, id), now),
  }),
  route({
    method: "GET",
    url: "/claims/:id/findings",
    tag,
    summary: "The live checklist: the same judgement as at submission and in review",
    params,
    response: ClaimFindings,
    handle: async ({ tx, actor, now, params: { id } }) => {
      const claim = await getClaim(tx, actor, id);
      const { edition, assessment } = await judgeClaim(tx, claim, now, { lock: false });
      return {
        findings: [...assessment.findings],
        acknowledgements: edition.document.acknowledgements,
        checklist: assessment.checklist.map((item) => ({ ...item, accepts: [...item.accepts] })),
        proofTotal: toWire(assessment.proofTotal),
        eligibleTotal: toWire(assessment.eligibleTotal),
        lines: assessment.lines.map((line) => ({
          id: idText(line.kind === "certification" ? "certification" : "invoiceLine", line.lineId),
          eligibleAmount: toWire(line.eligible),
          cuts: line.cuts.map((cut) => ({ ...cut, amount: toWire(cut.amount) })),
        })),
      };
    },
  }),
  route({
    method: "GET",
    url: "/claims/:id/duplicates",
    tag,
    summary: "What of the claim stands in other claims too, and in which of those the actor may see",
    params,
    response: ClaimDuplicates,
    handle: async ({ tx, actor, params: { id } }) => ({
      items: await claimDuplicates(tx, actor, await getClaim(tx, actor, id)),
    }),
  }),
];

/** What happened to a claim and what was said about it. */
const talkRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/claims/:id/history",
    tag,
    summary: "Everything that happened to the claim, oldest first",
    params,
    response: History,
    handle: async ({ tx, actor, params: { id } }) => ({
      items: await claimHistory(tx, actor, await getClaim(tx, actor, id)),
    }),
  }),
  route({
    method: "GET",
    url: "/claims/:id/comments",
    tag,
    summary: "What the two sides said about the claim",
    params,
    response: CommentList,
    handle: async ({ tx, actor, params: { id } }) => {
      await getClaim(tx, actor, id);
      return { items: await commentItems(tx, id) };
    },
  }),
];

/** What the partner does with a claim. */
const partnerRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/claims",
    tag,
    summary: "Creates a claim in editing",
    body: CreateClaimBody,
    status: 201,
    response: ClaimResource,
    handle: async ({ tx, actor, now, body, unchecked }) => {
      enforce(mayCreateClaim(actor));
      await assertPlaceInSight(tx, actor, unchecked);
      await assertActivityInSight(tx, actor, unchecked);
      return claimResource(tx, actor, await createClaim(tx, { actor, now }, body), now);
    },
  }),
  route({
    method: "PATCH",
    url: "/claims/:id",
    tag,
    summary: "Changes a claim that is being edited",
    params,
    body: EditClaimBody,
    response: ClaimResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      claimResource(tx, actor, await editClaim(tx, { actor, now, seen }, id, body), now),
  }),
  stepRoute(
    "submission",
    "Submits a claim: its amount is reserved, the vendor's clock starts",
    SubmitClaimBody,
    submitClaim,
  ),
  stepRoute(
    "withdrawal",
    "Takes a submitted claim back to editing and releases its reservation",
    EmptyBody,
    withdrawClaim,
  ),
  stepRoute("cancellation", "Ends a claim that is being edited", EmptyBody, cancelClaim),
  stepRoute("editing", "Takes a claim with an open request back to editing", EmptyBody, resumeClaim),
  route({
    method: "POST",
    url: "/claims/:id/comments",
    tag,
    summary: "Writes a comment on the claim",
    params,
    body: CommentBody,
    status: 201,
    response: CommentWire,
    handle: async ({ tx, actor, now, params: { id }, body }) => {
      const comment = await commentOnClaim(tx, { actor, now }, id, body);
      return commentItem(tx, id, comment);
    },
  }),
];

/** Routes of claims for those who read and make them; decisions stand in claim-decision-routes.ts. */
export const claimRoutes = (): RouteDeclaration[] => [...readingRoutes(), ...talkRoutes(), ...partnerRoutes()];
