import { createFileRoute, redirect } from "@tanstack/react-router";
import { ClaimsPage } from "../../claims/ClaimsPage.tsx";
import { claimsQuery } from "../../claims/claims-api.ts";
import { loadTexts } from "../../i18n/i18n.ts";
import { searchTexts } from "../../ui/search-texts.ts";
import { areViewsKnown, firstSearchOf } from "../../views/views-api.ts";

const NAMES = ["status", "program", "location", "partner", "q", "sort", "columns"] as const;

export const Route = createFileRoute("/_app/claims/")({
  validateSearch: (search) => searchTexts(search, NAMES),
  beforeLoad: async ({ context, search, cause }) => {
    if (cause !== "enter") return;
    const ask = (): void => void context.queryClient.prefetchInfiniteQuery(claimsQuery(search));
    if (!areViewsKnown("claims")) ask();
    // Who comes with an address of his own gets it; else the list opens with the view that was chosen for it.
    const first = Object.keys(search).length === 0 ? await firstSearchOf("claims") : undefined;
    if (first && Object.keys(first).length > 0)
      throw redirect({ to: "/claims", search: searchTexts(first, NAMES), replace: true });
    ask();
  },
  loader: () => loadTexts("person"),
  component: function ClaimsRoute() {
    const navigate = Route.useNavigate();
    return (
      <ClaimsPage
        filter={Route.useSearch()}
        onFilter={(filter) => void navigate({ search: searchTexts({ ...filter }, NAMES), replace: true })}
      />
    );
  },
});
