import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { ProgramPage } from "../../programs/ProgramPage.tsx";
import { programQuery } from "../../programs/programs-api.ts";

export const Route = createFileRoute("/_app/programs/$code/")({
  loader: ({ context, params }) =>
    Promise.all([loadTexts("guide"), context.queryClient.ensureQueryData(programQuery(params.code))]),
  component: function ProgramRoute() {
    return <ProgramPage code={Route.useParams().code} />;
  },
});
