import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { PeoplePage } from "../../people/PeoplePage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/people")({
  validateSearch: (search) => searchTexts(search, ["q", "side"]),
  loader: () => loadTexts("person"),
  component: function PeopleRoute() {
    const navigate = Route.useNavigate();
    const { q, side } = Route.useSearch();
    return (
      <PeoplePage
        filter={{ ...(q ? { q } : {}), ...(side === "partner" || side === "vendor" ? { side } : {}) }}
        onNarrow={(search) => void navigate({ search: { ...search }, replace: true, resetScroll: false })}
      />
    );
  },
});
