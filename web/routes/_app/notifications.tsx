import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { NotificationsPage } from "../../notices/NotificationsPage.tsx";
import { noticesQuery } from "../../notices/notices-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/notifications")({
  validateSearch: (search) => searchTexts(search, ["show"]),
  beforeLoad: ({ context, search, cause }) => {
    if (cause !== "stay") void context.queryClient.prefetchInfiniteQuery(noticesQuery(search.show === "unread"));
  },
  loader: () => loadTexts("person"),
  component: function NotificationsRoute() {
    const navigate = Route.useNavigate();
    return (
      <NotificationsPage
        unread={Route.useSearch().show === "unread"}
        onUnread={(unread) => void navigate({ search: unread ? { show: "unread" } : {}, replace: true })}
      />
    );
  },
});
