import { createFileRoute } from "@tanstack/react-router";
import { CalendarPage } from "../../calendar/CalendarPage.tsx";
import { loadCalendar } from "../../calendar/load-calendar.ts";

export const Route = createFileRoute("/_app/calendar")({ loader: loadCalendar, component: CalendarPage });
