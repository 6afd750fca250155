import { createFileRoute } from "@tanstack/react-router";
import { Home } from "../../home/Home.tsx";
import { loadHome } from "../../home/load-home.ts";

export const Route = createFileRoute("/_app/")({ loader: loadHome, component: Home });
