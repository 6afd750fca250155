import { createFileRoute } from "@tanstack/react-router";
import { ProgramPage } from "../../programs/ProgramPage.tsx";
import { programQuery } from "../../programs/programs-api.ts";

export const Route = createFileRoute("/_app/programs/$code/")({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(programQuery(params.code)),
  component: function ProgramRoute() {
    return <ProgramPage code={Route.useParams().code} />;
  },
});
