import { createFileRoute } from "@tanstack/react-router";
import { QueuePage } from "../../reviews/QueuePage.tsx";
import { type ReviewFilter, reviewsQuery } from "../../reviews/reviews-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

/** What of the address the queue knows. Keys that are left out would be filled in again from the raw address. */
function filterOf(search: Record<string, unknown>): ReviewFilter {
  const { overdue, ...rest } = searchTexts(search, ["assignee", "overdue", "q", "sort"]);
  return { ...rest, overdue: overdue === "true" || overdue === "false" ? overdue : undefined };
}

export const Route = createFileRoute("/_app/reviews/")({
  validateSearch: filterOf,
  beforeLoad: ({ context, search, cause }) => {
    if (cause === "enter") void context.queryClient.prefetchInfiniteQuery(reviewsQuery(search));
  },
  component: function QueueRoute() {
    const navigate = Route.useNavigate();
    return (
      <QueuePage
        filter={Route.useSearch()}
        onFilter={(filter) => void navigate({ search: filterOf({ ...filter }), replace: true })}
      />
    );
  },
});
