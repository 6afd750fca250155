import { createFileRoute } from "@tanstack/react-router";
import { PartnersPage } from "../../enrollments/PartnersPage.tsx";
import { loadTexts } from "../../i18n/i18n.ts";
import { programsQuery } from "../../programs/programs-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/partners")({
  validateSearch: (search) => searchTexts(search, ["program", "standing"]),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(programsQuery);
    return loadTexts("person");
  },
  component: function PartnersRoute() {
    const navigate = Route.useNavigate();
    const { program, standing } = Route.useSearch();
    return (
      <PartnersPage
        program={program}
        standing={standing}
        onNarrow={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    );
  },
});
