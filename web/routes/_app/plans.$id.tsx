import { createFileRoute } from "@tanstack/react-router";
import { loadPlan } from "../../plans/load-plan.ts";
import { PlanPage } from "../../plans/PlanPage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/plans/$id")({
  validateSearch: (search) => searchTexts(search, ["at"]),
  loader: ({ params }) => loadPlan(params.id),
  component: function PlanRoute() {
    const navigate = Route.useNavigate();
    const { id } = Route.useParams();
    return (
      <PlanPage
        key={id}
        id={id}
        at={Route.useSearch().at}
        onPick={(at) => void navigate({ search: at ? { at } : {}, replace: true, resetScroll: false })}
      />
    );
  },
});
