import { createFileRoute } from "@tanstack/react-router";
import { NewPlanPage } from "../../plans/NewPlanPage.tsx";
import { enrolledQuery } from "../../plans/plans-api.ts";
import { programsQuery } from "../../programs/programs-api.ts";

export const Route = createFileRoute("/_app/plans/new")({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(enrolledQuery);
    void queryClient.prefetchQuery(programsQuery);
  },
  component: NewPlanPage,
});
