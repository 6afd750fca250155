import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { assignReview } from "./assign-review.ts";
import { AssignmentBody, ReviewList, ReviewListQuery, ReviewResource } from "./review-contract.ts";
import { listReviews, reviewResource } from "./review-queries.ts";

const tag = "reviews";
const params = idParams("review");

/** The review queue. The decisions themselves are steps of the claim (`/claims/{id}/approval` and so on). */
export const reviewRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/reviews",
    tag,
    summary: "What waits for the vendor, most urgent first",
    query: ReviewListQuery,
    response: ReviewList,
    handle: ({ tx, actor, now, query }) => listReviews(tx, actor, now, query),
  }),
  route({
    method: "GET",
    url: "/reviews/:id",
    tag,
    summary: "One review: its claim or plan, the judgement of the rules, the reasons to choose from",
    params,
    response: ReviewResource,
    handle: ({ tx, actor, now, params: { id } }) => reviewResource(tx, actor, id, now),
  }),
  route({
    method: "POST",
    url: "/reviews/:id/assignment",
    tag,
    summary: "Puts a review into somebody's hands, or back to everybody",
    params,
    body: AssignmentBody,
    response: ReviewResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) => {
      await assignReview(tx, { actor, now, seen }, id, body);
      return reviewResource(tx, actor, id, now);
    },
  }),
];
