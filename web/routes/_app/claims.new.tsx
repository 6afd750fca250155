import { createFileRoute } from "@tanstack/react-router";
import { NewClaimPage } from "../../claims/NewClaimPage.tsx";
import { openFundsQuery } from "../../funds/funds-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/claims/new")({
  validateSearch: (search) => searchTexts(search, ["fund", "activity"]),
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(openFundsQuery),
  component: function NewClaimRoute() {
    const { fund, activity } = Route.useSearch();
    return <NewClaimPage key={`${fund}/${activity}`} fund={fund} activity={activity} />;
  },
});
