import { createFileRoute, redirect } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { PlansPage } from "../../plans/PlansPage.tsx";
import { plansQuery } from "../../plans/plans-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";
import { areViewsKnown, firstSearchOf } from "../../views/views-api.ts";

const NAMES = ["status", "program", "location", "q", "sort", "columns"] as const;

export const Route = createFileRoute("/_app/plans/")({
  validateSearch: (search) => searchTexts(search, NAMES),
  beforeLoad: async ({ context, search, cause }) => {
    if (cause !== "enter") return;
    const ask = (): void => void context.queryClient.prefetchInfiniteQuery(plansQuery(search));
    if (!areViewsKnown("plans")) ask();
    // Who comes with an address of his own gets it; else the list opens with the view that was chosen for it.
    const first = Object.keys(search).length === 0 ? await firstSearchOf("plans") : undefined;
    if (first && Object.keys(first).length > 0)
      throw redirect({ to: "/plans", search: searchTexts(first, NAMES), replace: true });
    ask();
  },
  loader: () => loadTexts("person"),
  component: function PlansRoute() {
    const navigate = Route.useNavigate();
    return (
      <PlansPage
        filter={Route.useSearch()}
        onFilter={(filter) => void navigate({ search: searchTexts({ ...filter }, NAMES), replace: true })}
      />
    );
  },
});
