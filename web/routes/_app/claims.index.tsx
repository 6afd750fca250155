import { createFileRoute } from "@tanstack/react-router";
import { ClaimsPage } from "../../claims/ClaimsPage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/claims/")({
  validateSearch: (search) => searchTexts(search, ["status", "program", "location", "q", "sort"]),
  component: function ClaimsRoute() {
    const navigate = Route.useNavigate();
    return (
      <ClaimsPage
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
