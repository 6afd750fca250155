import { createFileRoute } from "@tanstack/react-router";
import { ReviewPage } from "../../reviews/ReviewPage.tsx";
import { reviewQuery } from "../../reviews/reviews-api.ts";

export const Route = createFileRoute("/_app/reviews/$id")({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(reviewQuery(params.id)),
  component: function ReviewRoute() {
    const { id } = Route.useParams();
    return <ReviewPage key={id} id={id} />;
  },
});
