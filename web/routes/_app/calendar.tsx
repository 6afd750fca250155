import { createFileRoute } from "@tanstack/react-router";
import { CalendarPage } from "../../calendar/CalendarPage.tsx";

export const Route = createFileRoute("/_app/calendar")({ component: CalendarPage });
