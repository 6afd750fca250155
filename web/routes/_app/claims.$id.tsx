import { createFileRoute } from "@tanstack/react-router";
import { ClaimPage } from "../../claims/ClaimPage.tsx";
import { loadClaim } from "../../claims/load-claim.ts";

export const Route = createFileRoute("/_app/claims/$id")({
  loader: ({ params }) => loadClaim(params.id),
  component: function ClaimRoute() {
    return <ClaimPage id={Route.useParams().id} />;
  },
});
