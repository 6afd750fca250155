import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { isStatus } from "../api/problem.ts";
import { meQuery } from "../identity/me.ts";
import { SessionEnd } from "../identity/SessionEnd.tsx";
import { heed } from "../identity/settings.ts";
import { Shell } from "../ui/shell/Shell.tsx";

/** Everything behind the sign-in. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context, location }) => {
    try {
      await heed((await context.queryClient.ensureQueryData(meQuery)).settings);
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { to: location.href } });
    }
  },
  component: () => (
    <Shell>
      <Outlet />
      <SessionEnd />
    </Shell>
  ),
});
