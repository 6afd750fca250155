import { createFileRoute } from "@tanstack/react-router";
import { ClaimPage } from "../../claims/ClaimPage.tsx";
import { claimQuery } from "../../claims/claims-api.ts";

export const Route = createFileRoute("/_app/claims/$id")({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(claimQuery(params.id)),
  component: function ClaimRoute() {
    return <ClaimPage id={Route.useParams().id} />;
  },
});
