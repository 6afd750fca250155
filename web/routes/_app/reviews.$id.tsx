import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Navigate } from "@tanstack/react-router";
import { loadReview } from "../../reviews/load-review.ts";
import { ReviewPage } from "../../reviews/ReviewPage.tsx";
import { reviewQuery } from "../../reviews/reviews-api.ts";

export const Route = createFileRoute("/_app/reviews/$id")({
  loader: ({ params }) => loadReview(params.id),
  component: function ReviewRoute() {
    const { id } = Route.useParams();
    const { data: review } = useSuspenseQuery(reviewQuery(id));
    const { claim } = review;
    return claim ? (
      <ReviewPage key={id} review={{ ...review, claim }} />
    ) : (
      <Navigate to="/plans/$id" params={{ id: review.subject.id }} replace />
    );
  },
});
