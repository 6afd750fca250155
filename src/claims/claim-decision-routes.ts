import { EmptyBody, type RouteDeclaration } from "../platform/http/index.ts";
import { approveClaim } from "./approve-claim.ts";
import { ApproveClaimBody, RejectClaimBody, RequestInformationBody } from "./claim-contract.ts";
import { openReview } from "./open-review.ts";
import { rejectClaim } from "./reject-claim.ts";
import { requestInformation } from "./request-information.ts";
import { stepRoute } from "./step-route.ts";

/** What a reviewer does with a claim. */
export const claimDecisionRoutes = (): RouteDeclaration[] => [
  stepRoute("review", "Opens the review; opening it again is harmless", EmptyBody, openReview),
  stepRoute(
    "information-request",
    "Asks the partner for something; the claim is open for changes again",
    RequestInformationBody,
    requestInformation,
  ),
  stepRoute(
    "approval",
    "Approves the claim line by line; the rest of the reservation goes back",
    ApproveClaimBody,
    approveClaim,
  ),
  stepRoute("rejection", "Rejects the claim with a reason; its reservation goes back", RejectClaimBody, rejectClaim),
];
