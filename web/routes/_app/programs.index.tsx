import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { ProgramsPage } from "../../programs/ProgramsPage.tsx";

export const Route = createFileRoute("/_app/programs/")({
  loader: () => loadTexts("guide"),
  component: ProgramsPage,
});
