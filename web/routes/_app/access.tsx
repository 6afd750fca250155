import { createFileRoute } from "@tanstack/react-router";
import { WhyNotPage } from "../../enrollments/WhyNotPage.tsx";
import { loadTexts } from "../../i18n/i18n.ts";
import { programsQuery } from "../../programs/programs-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/access")({
  validateSearch: (search) => searchTexts(search, ["program", "location"]),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(programsQuery);
    return loadTexts("person");
  },
  component: function WhyNotRoute() {
    const navigate = Route.useNavigate();
    const { program, location } = Route.useSearch();
    return (
      <WhyNotPage
        key={`${program ?? ""} ${location ?? ""}`}
        program={program}
        location={location}
        onNarrow={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    );
  },
});
