import { createFileRoute } from "@tanstack/react-router";
import { NewPlanPage } from "../../plans/NewPlanPage.tsx";

export const Route = createFileRoute("/_app/plans/new")({ component: NewPlanPage });
