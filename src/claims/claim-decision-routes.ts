import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { approveClaim } from "./approve-claim.ts";
import {
  ApproveClaimBody,
  ClaimResource,
  EmptyBody,
  RejectClaimBody,
  RequestInformationBody,
} from "./claim-contract.ts";
import { claimResource } from "./claim-resource.ts";
import { openReview } from "./open-review.ts";
import { rejectClaim } from "./reject-claim.ts";
import { requestInformation } from "./request-information.ts";

const tag = "claims";
const params = idParams("claim");

/** What a reviewer does with a claim. */
export const claimDecisionRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/claims/:id/review",
    tag,
    summary: "Opens the review; opening it again is harmless",
    params,
    body: EmptyBody,
    response: ClaimResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      claimResource(tx, actor, await openReview(tx, { actor, now, seen }, id, body), now),
  }),
  route({
    method: "POST",
    url: "/claims/:id/information-request",
    tag,
    summary: "Asks the partner for something; the claim is open for changes again",
    params,
    body: RequestInformationBody,
    response: ClaimResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      claimResource(tx, actor, await requestInformation(tx, { actor, now, seen }, id, body), now),
  }),
  route({
    method: "POST",
    url: "/claims/:id/approval",
    tag,
    summary: "Approves the claim line by line; the rest of the reservation goes back",
    params,
    body: ApproveClaimBody,
    response: ClaimResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      claimResource(tx, actor, await approveClaim(tx, { actor, now, seen }, id, body), now),
  }),
  route({
    method: "POST",
    url: "/claims/:id/rejection",
    tag,
    summary: "Rejects the claim with a reason; its reservation goes back",
    params,
    body: RejectClaimBody,
    response: ClaimResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      claimResource(tx, actor, await rejectClaim(tx, { actor, now, seen }, id, body), now),
  }),
];
