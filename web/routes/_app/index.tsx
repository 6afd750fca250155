import { createFileRoute, redirect } from "@tanstack/react-router";
import { HomePage } from "../../home/HomePage.tsx";
import { loadHome } from "../../home/load-home.ts";
import { meQuery } from "../../identity/me.ts";

export const Route = createFileRoute("/_app/")({
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me.side === "vendor") throw redirect({ to: "/reviews" });
  },
  loader: loadHome,
  component: HomePage,
});
