import { createFileRoute } from "@tanstack/react-router";
import { QueuePage } from "../../reviews/QueuePage.tsx";
import { searchTexts } from "../../ui/search-texts.ts";

const NAMES = ["assignee", "overdue", "q", "sort"] as const;

export const Route = createFileRoute("/_app/reviews/")({
  validateSearch: (search) => searchTexts(search, NAMES),
  component: function QueueRoute() {
    const navigate = Route.useNavigate();
    return (
      <QueuePage
        filter={Route.useSearch()}
        onFilter={(filter) => void navigate({ search: searchTexts({ ...filter }, NAMES), replace: true })}
      />
    );
  },
});
