import { createFileRoute, useRouter } from "@tanstack/react-router";
import { queryClient } from "../api/query-client.ts";
import { SignInPage } from "../identity/SignInPage.tsx";

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search: Record<string, unknown>): { to?: string | undefined } => {
    const { to } = search;
    // Only our own pages: a foreign address after signing in would be a trap. Named even when it is nothing, because the
    // router leaves in the search what is not named here.
    return { to: typeof to === "string" && /^\/(?!\/|\\)/.test(to) ? to : undefined };
  },
  component: function SignInRoute() {
    const { to = "/" } = Route.useSearch();
    const router = useRouter();
    const done = async (): Promise<void> => {
      queryClient.clear();
      router.history.push(to);
    };
    return <SignInPage onDone={done} />;
  },
});
