import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { ProgramsPage } from "../../programs/ProgramsPage.tsx";
import { programsQuery } from "../../programs/programs-api.ts";

export const Route = createFileRoute("/_app/programs/")({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(programsQuery);
    return loadTexts("guide");
  },
  component: ProgramsPage,
});
