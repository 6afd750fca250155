import { createFileRoute } from "@tanstack/react-router";
import { AccessRequestPage } from "../../enrollments/AccessRequestPage.tsx";
import { accessRequestQuery } from "../../enrollments/enrollments-api.ts";
import { loadTexts } from "../../i18n/i18n.ts";

export const Route = createFileRoute("/_app/access-requests/$id")({
  loader: async ({ context, params }) => {
    await Promise.all([loadTexts("person"), context.queryClient.ensureQueryData(accessRequestQuery(params.id))]);
  },
  component: function AccessRequestRoute() {
    return <AccessRequestPage id={Route.useParams().id} />;
  },
});
