import { createFileRoute } from "@tanstack/react-router";
import { GuidePage } from "../../programs/guide/GuidePage.tsx";
import { loadGuide } from "../../programs/guide/load-guide.ts";
import { searchTexts } from "../../ui/search-texts.ts";

export const Route = createFileRoute("/_app/programs/$code/guide")({
  validateSearch: (search) => searchTexts(search, ["on"]),
  loaderDeps: ({ search }) => ({ on: search.on }),
  loader: ({ params, deps }) => loadGuide(params.code, deps.on),
  component: function GuideRoute() {
    return <GuidePage code={Route.useParams().code} of={Route.useLoaderData()} />;
  },
});
