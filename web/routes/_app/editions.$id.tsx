import { createFileRoute, redirect } from "@tanstack/react-router";
import { queryClient } from "../../api/query-client.ts";
import { schemaQuery, versionQuery } from "../../designer/designer-api.ts";
import { EditionPage } from "../../designer/EditionPage.tsx";
import { loadTexts } from "../../i18n/i18n.ts";
import { meQuery } from "../../identity/me.ts";
import { programQuery } from "../../programs/programs-api.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/editions/$id")({
  validateSearch: (search) => searchTexts(search, ["as", "part", "side"]),
  loader: async ({ params }) => {
    const texts = loadTexts("designer");
    const { program, effectiveOn } = await queryClient.ensureQueryData(versionQuery(params.id));
    // What the rules mean for partners is told by the guide; the rules themselves are for those who write them.
    if ((await queryClient.ensureQueryData(meQuery)).side === "partner") {
      throw redirect({
        to: "/programs/$code/guide",
        params: { code: program },
        search: effectiveOn === null ? {} : { on: effectiveOn },
        hash: "changes",
        replace: true,
      });
    }
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
