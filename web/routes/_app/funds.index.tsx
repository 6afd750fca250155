import { createFileRoute } from "@tanstack/react-router";
import { FundsPage } from "../../funds/FundsPage.tsx";

export const Route = createFileRoute("/_app/funds/")({ component: FundsPage });
