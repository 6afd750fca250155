import { createFileRoute } from "@tanstack/react-router";
import { QueuePage } from "../../reviews/QueuePage.tsx";
import { type ReviewFilter, reviewsQuery } from "../../reviews/reviews-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

/** What of the address the queue knows. */
function filterOf(search: Record<string, unknown>): ReviewFilter {
  const { overdue, ...rest } = searchTexts(search, ["assignee", "overdue", "q", "sort"]);
  return overdue === "true" || overdue === "false" ? { ...rest, overdue } : rest;
}

export const Route = createFileRoute("/_app/reviews/")({
  validateSearch: filterOf,
  beforeLoad: ({ context, search, cause }) => {
    if (cause !== "stay") void context.queryClient.prefetchInfiniteQuery(reviewsQuery(search));
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
