import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { fewClaimsQuery } from "../claims/claims-api.ts";
import { fundsQuery } from "../funds/funds-api.ts";
import { fewPlansQuery } from "../plans/plans-api.ts";
import { reviewsQuery } from "../reviews/reviews-api.ts";

/** What waits for the partner: the nearest date first. */
export const tasksQuery = fewClaimsQuery({ status: "action_required,editing", sort: "dueAt" }, 20);

/** Plans that wait for the partner. */
export const planTasksQuery = fewPlansQuery({ status: "action_required,editing", sort: "dueAt" }, 10);

/** Invitations to answer, and what is missing for taking part: the first of them. */
export const enrollmentTasksQuery = queryOptions({
  queryKey: ["enrollments", "tasks"],
  queryFn: () =>
    dataOf(
      api.GET("/api/v1/enrollments", {
        params: { query: { status: "invited,action_required", sort: "expiresOn", limit: 20 } },
      }),
    ),
});

/** What is with the vendor. */
export const flyingQuery = fewClaimsQuery({ status: "submitted,under_review", sort: "dueAt" }, 5);

/** Funds, those that expire first on top. */
export const homeFundsQuery = fundsQuery({ open: "true", sort: "expiresOn" });

/** What the vendor decides next. */
export const nextReviewsQuery = reviewsQuery({ sort: "dueAt" });

/** What waits, what is late, and where the money stands. */
export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: () => dataOf(api.GET("/api/v1/overview")),
});
