import { createRouter } from "@tanstack/react-router";
import { queryClient } from "./api/query-client.ts";
import { routeTree } from "./routeTree.gen.ts";
import { NotFoundPage } from "./ui/NotFoundPage.tsx";
import { PageSkeleton } from "./ui/PageSkeleton.tsx";
import { RouteError } from "./ui/RouteError.tsx";

/** All pages. Codes stand beside their route and are loaded when the route is near. */
export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 150,
  // Half a second by default, which would be added to every first look at a page that takes longer than the line above.
  defaultPendingMinMs: 0,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: RouteError,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
