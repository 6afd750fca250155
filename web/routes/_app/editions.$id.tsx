import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../api/query-client.ts";
import { schemaQuery, versionQuery } from "../../designer/designer-api.ts";
import { EditionPage } from "../../designer/EditionPage.tsx";
import { loadTexts } from "../../i18n/i18n.ts";
import { programQuery } from "../../programs/programs-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/editions/$id")({
  validateSearch: (search) => searchTexts(search, ["as", "part", "side"]),
  loader: async ({ params }) => {
    const texts = loadTexts("designer");
    const { program } = await queryClient.ensureQueryData(versionQuery(params.id));
    await Promise.all([
      texts,
      queryClient.ensureQueryData(schemaQuery),
      queryClient.ensureQueryData(programQuery(program)),
    ]);
  },
  component: function EditionRoute() {
    const navigate = Route.useNavigate();
    const { as, part, side } = Route.useSearch();
    const { id } = Route.useParams();
    return (
      <EditionPage
        key={id}
        id={id}
        look={{ as: as === "text" ? "text" : "form", part, side }}
        onLook={(look) => void navigate({ search: { ...look }, replace: true, resetScroll: false })}
      />
    );
  },
});
