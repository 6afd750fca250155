import { createFileRoute } from "@tanstack/react-router";
import { NewClaimPage } from "../../claims/NewClaimPage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/claims/new")({
  validateSearch: (search) => searchTexts(search, ["fund"]),
  component: function NewClaimRoute() {
    return <NewClaimPage fund={Route.useSearch().fund} />;
  },
});
