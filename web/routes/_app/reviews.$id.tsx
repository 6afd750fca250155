import { createFileRoute } from "@tanstack/react-router";
import { loadReview } from "../../reviews/load-review.ts";
import { ReviewPage } from "../../reviews/ReviewPage.tsx";

export const Route = createFileRoute("/_app/reviews/$id")({
  loader: ({ params }) => loadReview(params.id),
  component: function ReviewRoute() {
    const { id } = Route.useParams();
    return <ReviewPage key={id} id={id} />;
  },
});
