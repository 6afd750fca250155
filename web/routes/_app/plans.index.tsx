import { createFileRoute } from "@tanstack/react-router";
import { PlansPage } from "../../plans/PlansPage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/plans/")({
  validateSearch: (search) => searchTexts(search, ["status", "program", "location", "q", "sort"]),
  component: function PlansRoute() {
    const navigate = Route.useNavigate();
    return (
      <PlansPage
        filter={Route.useSearch()}
        onFilter={(filter) =>
          void navigate({
            search: searchTexts({ ...filter }, ["status", "program", "location", "q", "sort"]),
            replace: true,
          })
        }
      />
    );
  },
});
