import { createFileRoute } from "@tanstack/react-router";
import { FundPage } from "../../funds/FundPage.tsx";
import { fundQuery } from "../../funds/funds-api.ts";
import { loadTexts } from "../../i18n/i18n.ts";

export const Route = createFileRoute("/_app/funds/$id")({
  loader: ({ context, params }) =>
    Promise.all([loadTexts("person"), context.queryClient.ensureQueryData(fundQuery(params.id))]),
  component: function FundRoute() {
    return <FundPage id={Route.useParams().id} />;
  },
});
