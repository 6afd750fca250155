import { createFileRoute } from "@tanstack/react-router";
import { FundsPage } from "../../funds/FundsPage.tsx";
import { filterOf, fundsQuery } from "../../funds/funds-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

const NAMES = ["state", "program", "location", "partner"] as const;

export const Route = createFileRoute("/_app/funds/")({
  validateSearch: (search) => searchTexts(search, NAMES),
  beforeLoad: ({ context, search, cause }) => {
    if (cause === "enter") void context.queryClient.prefetchInfiniteQuery(fundsQuery(filterOf(search)));
  },
  component: function FundsRoute() {
    const navigate = Route.useNavigate();
    return (
      <FundsPage
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search: searchTexts({ ...search }, NAMES), replace: true })}
      />
    );
  },
});
