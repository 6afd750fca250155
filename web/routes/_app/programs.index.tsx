import { createFileRoute } from "@tanstack/react-router";
import { ProgramsPage } from "../../programs/ProgramsPage.tsx";

export const Route = createFileRoute("/_app/programs/")({ component: ProgramsPage });
