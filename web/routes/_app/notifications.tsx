import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { NotificationsPage } from "../../notices/NotificationsPage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/notifications")({
  validateSearch: (search) => searchTexts(search, ["show"]),
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
