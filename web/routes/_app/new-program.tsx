import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../api/query-client.ts";
import { NewProgramPage } from "../../designer/new/NewProgramPage.tsx";
import { templatesQuery } from "../../designer/new/new-program-api.ts";
import { loadTexts } from "../../i18n/i18n.ts";

export const Route = createFileRoute("/_app/new-program")({
  loader: async () => {
    await Promise.all([loadTexts("designer"), queryClient.ensureQueryData(templatesQuery)]);
  },
  component: NewProgramPage,
});
