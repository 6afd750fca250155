import { createFileRoute } from "@tanstack/react-router";
import { FinderPage } from "../../claims/finder/FinderPage.tsx";
import { optionsQuery } from "../../claims/finder/finder-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/finder")({
  validateSearch: (search) => searchTexts(search, ["fund"]),
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(optionsQuery),
  component: function FinderRoute() {
    const navigate = Route.useNavigate();
    return (
      <FinderPage fund={Route.useSearch().fund} onFund={(fund) => void navigate({ search: { fund }, replace: true })} />
    );
  },
});
